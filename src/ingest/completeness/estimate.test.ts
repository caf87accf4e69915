import { describe, expect, test } from 'vitest'
import { completenessByAge, type MonthCounts, monthBefore, provisionalBy } from './estimate.ts'

/** What a release counts of months that all hold 1,000 in the end, of which so much is there after so many months. */
function release(asOf: string, there: readonly number[], events = 1000): MonthCounts {
  const months = Array.from({ length: 60 }, (_, age) => [monthBefore(asOf, age), events * (there[age] ?? 1)] as const)
  return { as_of: asOf, counts: Object.fromEntries(months) }
}

const there = [0.8, 0.95, 0.98]

describe('how much of a month is there', () => {
  test('from two releases a month apart', () => {
    const shares = completenessByAge([release('2012-05-31', there), release('2012-06-30', there)])
    expect(shares?.slice(0, 4).map((s) => Number(s?.toFixed(6)))).toEqual([0.8, 0.95, 0.98, 1])
  })

  test('from releases further apart: only the ages that they tell of', () => {
    const shares = completenessByAge([release('2012-03-31', there), release('2012-06-30', there)])
    expect(shares?.slice(0, 4).map((s) => Number(s?.toFixed(6)))).toEqual([0.8, 0.95, 0.98, 1])
  })

  test('from several, each month weighs by what it holds', () => {
    const slow = [0.6, 0.95, 0.98]
    const shares = completenessByAge([
      release('2012-04-30', slow, 1000),
      release('2012-05-31', there, 1000),
      release('2012-06-30', there, 1000),
    ])
    expect(shares?.[0]).toBeCloseTo((600 + 800) / 2000, 6)
  })

  test('a month that shrinks is whole', () => {
    const shares = completenessByAge([release('2012-05-31', [1.02]), release('2012-06-30', [1.02])])
    expect(shares?.[0]).toBe(1)
  })

  test('nothing from one release, from two of one month, or from two that have nothing to do with each other', () => {
    expect(completenessByAge([release('2012-06-30', there)])).toBeUndefined()
    expect(completenessByAge([release('2012-06-28', there), release('2012-06-30', there)])).toBeUndefined()
    expect(completenessByAge([release('2012-05-31', there, 20), release('2012-06-30', there)])).toBeUndefined()
    expect(completenessByAge([release('2006-05-31', there), release('2012-06-30', there)])).toBeUndefined()
  })

  test('too few events tell nothing', () => {
    const shares = completenessByAge([release('2012-05-31', there, 10), release('2012-06-30', there, 10)])
    expect(shares?.every((share) => share === undefined)).toBe(true)
  })
})

describe('which months are provisional', () => {
  test('those of which less than 99 percent is there', () => {
    expect(provisionalBy([0.8, 0.95, 0.995, 0.98, 1], '2012-02-29')).toEqual([
      { month: '2011-11', share: 0.98 },
      { month: '2012-01', share: 0.95 },
      { month: '2012-02', share: 0.8 },
    ])
  })

  test('the last two where nothing is known', () => {
    expect(provisionalBy([undefined, undefined, undefined], '2012-06-30')).toEqual([
      { month: '2012-05', share: undefined },
      { month: '2012-06', share: undefined },
    ])
  })
})
