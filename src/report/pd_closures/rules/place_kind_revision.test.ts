import { describe, expect, it } from 'vitest'
import { courts, courtsBefore, locations } from './court.ts'
import { answer, missing, type Ranked, ranking, rated, say, totalOf } from './facts.fixture.ts'
import { admin, terminated } from './kind.ts'
import { baseRevised, countRevised } from './revision.ts'

const courtsOf = (...members: Ranked) => ranking('court', 'court', members)

describe('the leading courts', () => {
  it('are three', () =>
    expect(say(courts)).toBe(
      'Of all courts, Los Angeles recorded the most closures, 400, followed by Denver with 300 and Baltimore with 200.',
    ))
  it('follow the rows', () =>
    expect(say(courts, { court: courtsOf(['Miami', 500, 1], ['Denver', 300, 1]) })).toBe(
      'Of all courts, Miami recorded the most closures, 500, followed by Denver with 300.',
    ))
  it('are named together in a tie', () =>
    expect(say(courts, { court: courtsOf(['Miami', 5, 1], ['Denver', 5, 1], ['Boston', 2, 1]) })).toBe(
      'Of all courts, Miami and Denver recorded the most closures, 5 each, followed by Boston with 2.',
    ))
  it('stop before a tie that would make the list too long', () =>
    expect(
      say(courts, { court: courtsOf(['Miami', 9, 1], ...['A', 'B', 'C', 'D', 'E'].map((x) => [x, 1, 1] as const)) }),
    ).toBe('Of all courts, Miami recorded the most closures, 9.'))
  it('are the only one when no other has any', () =>
    expect(say(courts, { court: courtsOf(['Miami', 5, 1], ['Denver', 0, 1]) })).toBe(
      'Miami is the only court with any: 5 closures.',
    ))
  it('are none without closures', () => expect(say(courts, { court: courtsOf(['Miami', 0, 1]) })).toBeUndefined())
})

describe('who led before', () => {
  it('is the same in the same order', () =>
    expect(say(courtsBefore)).toBe(
      'The same had led on 31 May 2012, in the same order: Los Angeles with 350, Denver with 250 and Baltimore with 150.',
    ))
  it('is others, or the same in another order', () =>
    expect(
      say(courtsBefore, { courtBefore: courtsOf(['Denver', 351, 1], ['Los Angeles', 350, 1], ['Baltimore', 1, 1]) }),
    ).toBe('On 31 May 2012 the leading courts had been Denver with 351, Los Angeles with 350 and Baltimore with 1.'))
  it('is unknown when nothing was counted', () =>
    expect(say(courtsBefore, { courtBefore: courtsOf(['Miami', missing, 1]) })).toBeUndefined())
})

describe('the leading hearing locations', () => {
  it('follow the rows', () => {
    expect(say(locations)).toBe(
      'Of all hearing locations, Olive Street recorded the most closures, 250, followed by Denver with 240 and Main Street with 150.',
    )
    const location = ranking('location', 'hearing_location', [['Denver', 9, 1]])
    expect(say(locations, { location })).toBe('Of all hearing locations, Denver recorded the most closures, 9.')
    expect(say(locations, { location: ranking('location', 'hearing_location', [['Denver', 0, 1]]) })).toBeUndefined()
  })
})

describe('the types', () => {
  const kindsOf = (pd_admin_closures: number, pd_terminations: number) => ({
    kinds: answer('kinds', [{ pd_admin_closures, pd_terminations }]),
  })
  it('say most of more than half', () =>
    expect(say(admin)).toMatch(/^Most of the 1,000 closures, 750 or 75\.0 percent, were administrative closures:/))
  it('do not say it of half', () =>
    expect(say(admin, kindsOf(500, 500))).toMatch(/^Of the 1,000 closures, 500 or 50\.0 percent were/))
  it('say all of all', () => expect(say(admin, kindsOf(1000, 0))).toMatch(/^All 1,000 closures were/))
  it('say the other when nothing else is left', () =>
    expect(say(terminated)).toBe(
      'The other 250, or 25.0 percent of the 1,000, were terminations: the judge ends the proceedings.',
    ))
  it('do not say the other when something is', () =>
    expect(say(terminated, kindsOf(700, 250))).toMatch(/^Of the 1,000, 250 or 25\.0 percent were terminations/))
  it('are silent about a kind that has none', () => {
    expect(say(terminated, kindsOf(1000, 0))).toBeUndefined()
    expect(say(admin, kindsOf(0, 1000))).toBeUndefined()
  })
  it('say that the release has no code for terminations', () => {
    const kinds = answer('kinds', [{ pd_admin_closures: 750, pd_terminations: { missing: 'not_in_release' } }])
    expect(say(terminated, { kinds })).toBe(
      'This release holds no terminations by prosecutorial discretion (code I), so every count here lacks them.',
    )
  })
  it('are silent without a total', () => {
    expect(say(admin, { total: totalOf(missing) })).toBeUndefined()
    expect(say(terminated, { total: totalOf(missing) })).toBeUndefined()
  })
})

describe('the revision', () => {
  const revisionOf = (was: number, now: number, wasBase = 50_000, nowBase = 50_000) => ({
    revision: {
      release: '2012-06',
      date: '2012-05-31',
      was: answer('previous', [rated(was, wasBase)]),
      now: answer('revised', [rated(now, nowBase)]),
    },
  })
  it('is up, down or none', () => {
    expect(say(countRevised)).toBe('The count for 31 May 2012 has been revised up: 800, from 795 in release 2012-06.')
    expect(say(countRevised, revisionOf(805, 800))).toContain('revised down: 800, from 805')
    expect(say(countRevised, revisionOf(800, 800))).toBe(
      'The count for 31 May 2012 is the same as in release 2012-06: 800.',
    )
  })
  it('of the base is up, down or none', () => {
    expect(say(baseRevised)).toBe(
      'The number of cases pending on 30 September 2011 has been revised up: 50,000, from 49,900 in release 2012-06.',
    )
    expect(say(baseRevised, revisionOf(1, 1, 9, 8))).toContain('revised down: 8, from 9')
    expect(say(baseRevised, revisionOf(1, 1))).toContain('is the same as in release 2012-06: 50,000')
  })
  it('cannot be shown with one release', () => {
    expect(say(countRevised, { revision: undefined })).toMatch(/^No earlier release is published here/)
    expect(say(baseRevised, { revision: undefined })).toBeUndefined()
  })
  it('cannot be shown where the earlier release has no number', () => {
    const revision = { ...revisionOf(1, 1).revision, was: answer('previous', [rated(missing, 50_000)]) }
    expect(say(countRevised, { revision })).toBe(
      'Release 2012-06, the one before, has no number for 31 May 2012 to compare with.',
    )
  })
})
