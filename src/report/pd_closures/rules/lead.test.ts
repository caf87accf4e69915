import { describe, expect, it } from 'vitest'
import { languages } from '#catalog'
import type { PdFacts } from '../facts.ts'
import { pending, wait } from './backlog.ts'
import { change } from './change.ts'
import { answer, beforeOf, facts, missing, monthly, say, totalOf, wait as waited } from './facts.fixture.ts'
import { record } from './record.ts'
import { share } from './share.ts'
import { title, total } from './total.ts'

describe('the title', () => {
  it('says now when the share has risen', () =>
    expect(say(title)).toBe('Prosecutorial discretion closures now equal 2.0 percent of the 2011 backlog'))
  it('says still when it has not moved', () =>
    expect(say(title, { before: beforeOf(1000) })).toContain('closures still equal 2.0 percent'))
  it('says neither when it has fallen, or when there is nothing to compare with', () => {
    expect(say(title, { before: beforeOf(1001) })).toContain('closures equal 2.0 percent')
    expect(say(title, { before: beforeOf(missing) })).toContain('closures equal 2.0 percent')
  })
  it('gives the count alone when there is no share', () =>
    expect(say(title, { total: totalOf(1000, 0) })).toBe('Prosecutorial discretion closures number 1,000'))
  it('gives no number when there is none', () =>
    expect(say(title, { total: totalOf(missing) })).toBe(
      'No closures by prosecutorial discretion can be counted as of 28 June 2012',
    ))
  it.each(languages)('has at most 14 words in %s', (language) => {
    for (const changed of [{}, { before: beforeOf(1000) }, { total: totalOf(missing) }]) {
      expect(say(title, changed, language)?.replaceAll(' %', '%').split(/\s+/).length).toBeLessThanOrEqual(14)
    }
  })
})

describe('the total', () => {
  it('prints the day and the day on which the count begins', () =>
    expect(say(total)).toBe(
      'As of 28 June 2012 the immigration courts had recorded a total of 1,000 closures by prosecutorial discretion (PD), counted since 1 October 2011.',
    ))
  it('follows the count', () => expect(say(total, { total: totalOf(1) })).toContain('a total of 1 closure by'))
  it('becomes a note when the number is missing', () =>
    expect(say(total, { total: totalOf(missing) })).toMatch(
      /^On 28 June 2012 the courts had no code yet .* not zero\.$/,
    ))
})

describe('the change', () => {
  it('is up from the earlier count, with what came between', () =>
    expect(say(change)).toBe('The count is up from 800 on 31 May 2012, with 200 more by 28 June 2012.'))
  it('leaves out what does not add up', () => {
    const months = monthly({ '2012-05': 190, '2012-06': 199 })
    expect(say(change, { months })).toBe('The count on 28 June 2012 is up from 800 on 31 May 2012.')
  })
  it('is down from it', () =>
    expect(say(change, { before: beforeOf(1001) })).toBe(
      'The count on 28 June 2012 is down from 1,001 on 31 May 2012.',
    ))
  it('is unchanged at it', () =>
    expect(say(change, { before: beforeOf(1000) })).toBe(
      'The count on 28 June 2012 is unchanged at 1,000 since 31 May 2012.',
    ))
  it('says so when there is nothing to compare with', () =>
    expect(say(change, { before: beforeOf(missing) })).toBe(
      'There is no number for 31 May 2012 to compare that of 28 June 2012 with.',
    ))
  it('is silent without a count', () => expect(say(change, { total: totalOf(missing) })).toBeUndefined())
})

describe('the share', () => {
  it('says still … only when it is small although it has risen', () =>
    expect(say(share)).toBe(
      'Those 1,000 closures still equal only 2.0 percent of the 50,000 cases pending on 30 September 2011.',
    ))
  it('says neither when it has not risen', () =>
    expect(say(share, { before: beforeOf(1000) })).toBe(
      'Those 1,000 closures equal 2.0 percent of the 50,000 cases pending on 30 September 2011.',
    ))
  it('says neither when it is not small', () =>
    expect(say(share, { total: totalOf(1000, 20_000), before: beforeOf(800, 20_000) })).toContain(
      'closures equal 5.0 percent of the 20,000',
    ))
  it('says neither when nothing earlier is known', () =>
    expect(say(share, { before: beforeOf(missing) })).toContain('closures equal 2.0 percent'))
  it('becomes a note when there is nothing to divide by', () =>
    expect(say(share, { total: totalOf(1000, 0) })).toBe(
      'No case was pending on 30 September 2011, so there is no share.',
    ))
  it('is silent without a count', () => expect(say(share, { total: totalOf(missing) })).toBeUndefined())
})

describe('the record', () => {
  it('is of the report’s own month, over the series', () =>
    expect(say(record)).toBe(
      'The 200 closures of June 2012 are a record: no month since March 2012 had more. Next is May 2012 with 190.',
    ))
  it('is of the last month before those that late entries still raise', () => {
    const months = monthly({
      '2012-01': 90,
      '2012-02': 140,
      '2012-03': 150,
      '2012-04': 180,
      '2012-05': 170,
      '2012-06': 60,
    })
    const provisional = ['2012-05', '2012-06']
    expect(say(record, { months, provisional })).toBe(
      'The 180 closures of April 2012 are a record: no month since January 2012 had more. Next is March 2012 with 150.',
    )
    const higher = monthly({
      '2012-01': 90,
      '2012-02': 140,
      '2012-03': 150,
      '2012-04': 180,
      '2012-05': 180,
      '2012-06': 60,
    })
    expect(say(record, { months: higher, provisional })).toBeUndefined()
  })
  it.each([
    ['another month had more', { '2012-04': 300, '2012-05': 190, '2012-06': 200 }],
    ['another month had as many', { '2012-04': 200, '2012-05': 190, '2012-06': 200 }],
    ['the series is too short', { '2012-05': 190, '2012-06': 200 }],
    ['the series does not reach the month', { '2012-03': 100, '2012-04': 150, '2012-05': 190 }],
    ['the month is missing', { '2012-03': 100, '2012-04': 150, '2012-05': 190, '2012-06': missing }],
  ])('is none when %s', (_, months) => expect(say(record, { months: monthly(months) })).toBeUndefined())
})

describe('the backlog', () => {
  const pendingOf = (n: number) => ({ pending: answer('pending', [{ pending: n }]) })
  it('has grown', () =>
    expect(say(pending)).toBe(
      'The backlog has grown all the same: 52,000 cases were pending on 28 June 2012, up from 50,000 on 30 September 2011.',
    ))
  it('has grown, but not in spite of closures that no one counted', () =>
    expect(say(pending, { total: totalOf(missing) })).toMatch(/^The backlog has grown: 52,000/))
  it('has shrunk', () =>
    expect(say(pending, pendingOf(49_999))).toContain(
      'has shrunk: 49,999 cases were pending on 28 June 2012, down from 50,000',
    ))
  it('is unchanged', () => expect(say(pending, pendingOf(50_000))).toMatch(/^The backlog is unchanged: 50,000/))
  it('stands alone when the base is missing', () =>
    expect(say(pending, { total: totalOf(1000, missing) })).toBe('On 28 June 2012 52,000 cases were pending.'))
  it('is silent without a number', () =>
    expect(say(pending, { pending: answer('pending', [{ pending: missing }]) })).toBeUndefined())
})

describe('the wait', () => {
  const daysOf = (changed: Partial<PdFacts['days']>) => ({ days: { ...facts.days, ...changed } })
  it('compares with all closures and gives each number of cases', () =>
    expect(say(wait)).toBe(
      'The cases closed by PD in June 2012, up to the 28th, had been open for 803 days on average (200 closures), longer than the 385 days of all closures (3,000). Those that ended in relief had been open for 773 days (500).',
    ))
  it('is less than that of all closures', () =>
    expect(say(wait, daysOf({ all: waited('all', 900, 9) }))).toContain('less than the 900 days of all closures (9)'))
  it('is as long when both print the same', () =>
    expect(say(wait, daysOf({ all: waited('all', 803.4, 9) }))).toContain('as long as the 803 days'))
  it('leaves out what has no cases', () =>
    expect(
      say(wait, daysOf({ relief: waited('relief', { missing: 'no_cases' }, 0), all: waited('all', missing, 0) })),
    ).toBe(
      'The cases closed by PD in June 2012, up to the 28th, had been open for 803 days on average (200 closures).',
    ))
  it('is silent without closures', () =>
    expect(say(wait, daysOf({ pd: waited('pd', { missing: 'no_cases' }, 0) }))).toBeUndefined())
  it('names the whole month when it is over', () =>
    expect(say(wait, { dates: { ...facts.dates, asOf: '2012-05-31' } })).toContain('by PD in May 2012 had been open'))
})
