import { expect, test } from 'vitest'
import { random } from '../base/random.ts'
import { allocate } from './july_2012.allocate.ts'
import { flagged, stretchJune, unflagged } from './july_2012.closures.ts'

const allocation = allocate()
const { courts, nats, base, pd, windows } = allocation

const sum = (list: readonly number[]) => list.reduce((all, each) => all + each, 0)
const court = (code: string) => courts.indexOf(code)
const column = (table: readonly (readonly number[])[], nat: string) =>
  sum(table.map((row) => row[nats.indexOf(nat)] ?? 0))
const until = (code: string, window: number) => sum(windows.slice(0, window + 1).map((each) => each[court(code)] ?? 0))
const ranked = (window: number) => [...courts].sort((a, b) => until(b, window) - until(a, window)).slice(0, 3)

test('the pending base is the published one', () => {
  expect(sum(base.map(sum))).toBe(298_173)
  expect(sum(base[court('DET')] ?? [])).toBe(2_815)
  expect(column(base, 'CH')).toBe(26_579)
  expect(column(base, 'MX')).toBeGreaterThanOrEqual(103_729)
  expect(column(base, 'MX')).toBeLessThanOrEqual(107_368)
})

test('flagged closures at the end of March, May and June 2012 are the published ones', () => {
  expect(windows.map(sum)).toEqual([2_609, 4_585 - 2_609, 5_684 - 4_585])
  expect(ranked(0)).toEqual(['BAL', 'LOS', 'NYC'])
  expect(['BAL', 'LOS', 'NYC'].map((code) => until(code, 0))).toEqual([230, 218, 207])
  expect(ranked(1)).toEqual(['LOS', 'DEN', 'SFR'])
  expect(['LOS', 'DEN', 'SFR'].map((code) => until(code, 1))).toEqual([534, 401, 387])
  expect(ranked(2)).toEqual(['LOS', 'DEN', 'SFR'])
})

test('Detroit and Portland had the highest shares of their base in March', () => {
  const share = (code: string) => until(code, 0) / sum(base[court(code)] ?? [])
  const order = [...courts].sort((a, b) => share(b) - share(a))
  expect(order.slice(0, 2)).toEqual(['DET', 'POO'])
  expect(share('DET')).toBeGreaterThan(0.055)
  expect(share('DET')).toBeLessThan(0.06)
  expect(share('POO')).toBeGreaterThan(0.045)
  expect(share('POO')).toBeLessThan(0.05)
})

test('nationalities rank as published among the 50 largest', () => {
  const largest = [...nats].sort((a, b) => column(base, b) - column(base, a))
  expect(column(base, largest[49] ?? '')).toBeGreaterThan(column(base, largest[50] ?? ''))
  const share = (nat: string) => (100 * column(pd, nat)) / column(base, nat)
  const order = largest.slice(0, 50).sort((a, b) => share(b) - share(a))
  expect([order[0], order[1], order[48], order[49]]).toEqual(['KS', 'CM', 'IN', 'CH'])
  expect(['KS', 'CM', 'MX', 'IN', 'CH'].map((nat) => share(nat).toFixed(1))).toEqual([
    '3.9',
    '3.6',
    '2.9',
    '0.8',
    '0.2',
  ])
  expect([column(pd, 'MX'), column(pd, 'CH')]).toEqual([3_060, 63])
  for (const nat of order.slice(2, 48)) {
    expect(share(nat)).toBeGreaterThan(0.85)
    expect(share(nat)).toBeLessThan(3.55)
  }
})

test('no place has more flagged closures than pending cases', () => {
  pd.forEach((row, c) => {
    row.forEach((count, n) => {
      expect(count).toBeLessThanOrEqual(base[c]?.[n] ?? 0)
    })
  })
})

test.each([1, 7, 2024])('codes, dates and waits are the published ones at seed %i', (seed) => {
  const rng = random(seed)
  const all = [...flagged(rng, allocation), ...unflagged(rng, 147_616)]
  stretchJune(all)
  const day = (text: string) => Date.parse(text) / 86_400_000
  const flags = all.filter(({ dec, other }) => dec === 'I' || other === 'Y')
  const byMarch = flags.filter(({ on }) => on <= day('2012-03-28'))
  expect(byMarch).toHaveLength(2_609)
  expect(byMarch.filter(({ dec }) => dec === 'I')).toHaveLength(650)
  expect(flags.filter(({ on }) => on <= day('2012-05-31'))).toHaveLength(4_585)
  expect(Math.min(...flags.map(({ on }) => on))).toBeGreaterThanOrEqual(day('2011-12-16'))
  const june = all.filter(({ on }) => on >= day('2012-06-01'))
  const mean = (list: typeof all) => sum(list.map(({ days }) => days)) / list.length
  expect(Math.abs(mean(june) / 385 - 1)).toBeLessThan(0.005)
  expect(Math.abs(mean(june.filter(({ dec, other }) => dec === 'I' || other === 'Y')) / 803 - 1)).toBeLessThan(0.005)
})
