import { describe, expect, it } from 'vitest'
import { namedCourts } from './court.ts'
import { facts, nationalities, type Ranked, ranking, say, totalOf } from './facts.fixture.ts'
import { extremes, highest, largest, lowest, majority, namedNationalities, next } from './nationality.ts'

/** The facts with other nationalities. */
const with_ = (members: Ranked) => ({ nationality: ranking('nationality', 'nationality', members) })

describe('the largest nationality', () => {
  it('is named with its share, its base and the size of the ranking', () =>
    expect(say(largest)).toBe(
      'Among the 5 nationalities with the most pending cases, Mexico had the largest number of closures: 600, equal to 3.0 percent of its 20,000 cases pending on 30 September 2011.',
    ))
  it('is another when another has more', () =>
    expect(say(largest, with_([...nationalities, ['Honduras', 601, 9000]]))).toContain('Honduras had the largest'))
  it('says that all are ranked when fewer than the ranking holds', () =>
    expect(say(largest, { largest: 50 })).toMatch(/^Among all nationalities, Mexico/))
  it('is shared in a tie', () =>
    expect(say(largest, with_([...nationalities, ['Honduras', 600, 9000]]))).toBe(
      'Among the 5 nationalities with the most pending cases, Mexico and Honduras shared the largest number of closures, 600 each.',
    ))
  it('is the only one when no other has any', () =>
    expect(
      say(largest, with_(nationalities.map(([name, n, base]) => [name, name === 'Mexico' ? n : 0, base]))),
    ).toContain('Mexico was the only one with any closure: 600'))
  it('is never one without a name', () =>
    expect(say(largest, with_([...nationalities, ['??', 900, 9000], ['none', 900, 9000]]))).toContain('Mexico had'))
  it('has no share when nothing was pending', () =>
    expect(
      say(
        largest,
        with_([
          ['Mexico', 600, 0],
          ['Cuba', 2, 4],
          ['Peru', 1, 4],
          ['Fiji', 1, 4],
          ['Iran', 1, 4],
        ]),
      ),
    ).toMatch(/closures: 600\.$/))
  it('is none when there are no closures', () =>
    expect(say(largest, with_(nationalities.map(([name, , base]) => [name, 0, base])))).toBeUndefined())
})

describe('the next nationalities', () => {
  it('are two', () => expect(say(next)).toBe('Next came Guatemala with 200 and Korea with 39.'))
  it('stop before a tie', () =>
    expect(say(next, with_([...nationalities, ['Honduras', 39, 9000]]))).toBe('Next came Guatemala with 200.'))
  it('are none when a tie begins', () => {
    expect(say(next, with_([...nationalities, ['Honduras', 200, 9000]]))).toBeUndefined()
    expect(say(next, with_([...nationalities, ['Honduras', 600, 9000]]))).toBeUndefined()
  })
})

describe('the majority', () => {
  it('is said of more than half', () =>
    expect(say(majority)).toBe('Mexico alone accounts for more than half of all 1,000 closures.'))
  it('is not said of half', () => expect(say(majority, { total: totalOf(1200) })).toBeUndefined())
  it('is not said of all', () => expect(say(majority, { total: totalOf(600) })).toBeUndefined())
})

describe('the highest rates', () => {
  it('print numerator, base and base date', () =>
    expect(say(highest)).toBe(
      'Measured against the cases pending on 30 September 2011, Korea had the highest rate: 39 closures to 1,000 cases, or 3.9 percent; next came Mexico with 600 to 20,000, or 3.0 percent.',
    ))
  it('follow the rows', () =>
    expect(say(highest, with_([...nationalities, ['Cuba', 4, 100]]))).toContain(
      'Cuba had the highest rate: 4 closures to 100 cases, or 4.0 percent; next came Korea',
    ))
  it('are shared in a tie, and then name no second', () =>
    expect(say(highest, with_([...nationalities, ['Cuba', 78, 2000]]))).toMatch(
      /Korea and Cuba shared the highest rate, 3\.9 percent: 39 closures to 1,000 cases and 78 closures to 2,000 cases\.$/,
    ))
  it('are silent when too many tie, or when there are none', () => {
    expect(
      say(
        highest,
        with_([
          ['A', 1, 1],
          ['B', 1, 1],
          ['C', 1, 1],
          ['D', 1, 1],
          ['E', 0, 1],
        ]),
      ),
    ).toBeUndefined()
    expect(say(highest, with_(nationalities.map(([name, , base]) => [name, 0, base])))).toBeUndefined()
  })
})

describe('the lowest rates', () => {
  it('print numerator, base and base date', () =>
    expect(say(lowest)).toBe(
      'At the other extreme China had 20 closures to 10,000 cases pending on 30 September 2011, or 0.2 percent; next lowest was India with 16 to 2,000, or 0.8 percent.',
    ))
  it('follow the rows', () =>
    expect(say(lowest, with_([...nationalities, ['Cuba', 1, 1000]]))).toContain(
      'extreme Cuba had 1 closure to 1,000 cases',
    ))
  it('are shared in a tie', () =>
    expect(say(lowest, with_([...nationalities, ['Cuba', 2, 1000]]))).toContain(
      'China and Cuba shared the lowest rate, 0.2 percent: 20 closures to 10,000 cases and 2 closures to 1,000 cases pending on',
    ))
  it('name the largest of many that have none', () =>
    expect(say(lowest, with_([...nationalities, ['A', 0, 5], ['B', 0, 90], ['C', 0, 7], ['D', 0, 8]]))).toBe(
      'At the other extreme several had no closure at all, the largest of them B: 0 closures to 90 cases pending on 30 September 2011.',
    ))
  it('are silent when they would repeat the highest', () =>
    expect(
      say(
        lowest,
        with_([
          ['A', 1, 2],
          ['B', 1, 3],
          ['C', 1, 4],
        ]),
      ),
    ).toBeUndefined())
})

describe('what is named', () => {
  it('is what the sentences name', () => {
    expect([...namedNationalities(facts)].toSorted()).toEqual(['China', 'Guatemala', 'India', 'Korea', 'Mexico'])
    expect([...namedCourts(facts)]).toEqual(['Los Angeles', 'Denver', 'Baltimore'])
  })
  it('has ends only when no tie blurs them', () => {
    expect(extremes(facts)).toEqual({ high: 'Korea', low: 'China' })
    expect(extremes({ ...facts, ...with_([...nationalities, ['Cuba', 2, 1000]]) })).toBeUndefined()
  })
})
