import { describe, expect, it } from 'vitest'
import { languages } from '#catalog'
import { isNumber, type Phrase, plainText } from '../../span.ts'
import type { PdFacts } from '../facts.ts'
import { pdWordsIn } from '../words/index.ts'
import { pending, wait } from './backlog.ts'
import { change } from './change.ts'
import { courts, courtsBefore, locations, namedCourts } from './court.ts'
import {
  answer,
  facts,
  missing,
  monthly,
  nationalities,
  type Ranked,
  ranking,
  rated,
  wait as waited,
} from './facts.fixture.ts'
import { admin, terminated } from './kind.ts'
import { extremes, highest, largest, lowest, majority, namedNationalities, next } from './nationality.ts'
import { record } from './record.ts'
import { baseRevised, countRevised } from './revision.ts'
import type { PdRule } from './rule.ts'
import { share } from './share.ts'
import { title, total } from './total.ts'

function phrase(rule: PdRule, changed: Partial<PdFacts> = {}, language: 'en' | 'es' = 'en'): Phrase | undefined {
  return rule({ ...facts, ...changed }, { language, words: pdWordsIn(language) })
}

function say(rule: PdRule, changed: Partial<PdFacts> = {}, language: 'en' | 'es' = 'en'): string | undefined {
  const spans = phrase(rule, changed, language)
  return spans && plainText(spans)
}

/** The facts with other nationalities. */
const with_ = (members: Ranked) => ({ nationality: ranking('nationality', 'nationality', members) })
const courtsOf = (...members: Ranked) => ranking('court', 'court', members)
const totalOf = (n: Parameters<typeof rated>[0], base: Parameters<typeof rated>[1] = 50_000) =>
  answer('total', [rated(n, base)])
const beforeOf = (n: Parameters<typeof rated>[0], base: Parameters<typeof rated>[1] = 50_000) =>
  answer('before', [rated(n, base)])

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
    expect(say(countRevised, { revision: undefined })).toMatch(/^Only one release is published here/)
    expect(say(baseRevised, { revision: undefined })).toBeUndefined()
  })
  it('cannot be shown where the earlier release has no number', () => {
    const revision = { ...revisionOf(1, 1).revision, was: answer('previous', [rated(missing, 50_000)]) }
    expect(say(countRevised, { revision })).toBe(
      'Release 2012-06, the one before, has no number for 31 May 2012 to compare with.',
    )
  })
})

const all: readonly [string, PdRule][] = Object.entries({
  title,
  total,
  change,
  share,
  record,
  pending,
  wait,
  largest,
  next,
  majority,
  highest,
  lowest,
  courts,
  courtsBefore,
  locations,
  admin,
  terminated,
  countRevised,
  baseRevised,
})

describe.each(languages)('every sentence in %s', (language) => {
  it.each(all)('%s: says what the same cells say in the other language', (_, rule) => {
    const cells = (other: 'en' | 'es') =>
      (phrase(rule, {}, other) ?? [])
        .filter(isNumber)
        .map((n) => `${n.receipt} ${n.over ?? ''} ${n.value}`)
        .toSorted()
    expect(cells(language).length).toBeGreaterThan(0)
    expect(new Set(cells(language))).toEqual(new Set(cells(language === 'en' ? 'es' : 'en')))
  })
})

it('says it in Spanish', () => {
  const spoken = all.map(([id, rule]) => `${id}: ${say(rule, {}, 'es')}`)
  expect(spoken).toMatchInlineSnapshot(`
    [
      "title: Los cierres por discreción procesal ya equivalen al 2.0 % de los pendientes de 2011",
      "total: Al 28 de junio de 2012 las cortes de inmigración habían registrado un total de 1,000 cierres por discreción procesal (DP), contados desde el 1 de octubre de 2011.",
      "change: La cifra subió desde los 800 del 31 de mayo de 2012: hasta el 28 de junio de 2012 se sumaron otros 200.",
      "share: Esos 1,000 cierres equivalen todavía a solo el 2.0 % de los 50,000 casos pendientes al 30 de septiembre de 2011.",
      "record: Los 200 cierres de junio de 2012 son un récord: ningún mes desde marzo de 2012 tuvo más. Le sigue mayo de 2012, con 190.",
      "pending: Aun así, los casos pendientes aumentaron: eran 52,000 al 28 de junio de 2012, frente a 50,000 al 30 de septiembre de 2011.",
      "wait: Los casos cerrados por DP en junio de 2012, hasta el día 28, llevaban abiertos 803 días en promedio (200 cierres), más que los 385 días del conjunto de los cierres (3,000). Los que terminaron con alivio llevaban 773 días (500).",
      "largest: Entre las 5 nacionalidades con más casos pendientes, Mexico tuvo el mayor número de cierres: 600, equivalentes al 3.0 % de sus 20,000 casos pendientes al 30 de septiembre de 2011.",
      "next: Le siguen Guatemala con 200 y Korea con 39.",
      "majority: Más de la mitad de los 1,000 cierres corresponde a Mexico.",
      "highest: En relación con los casos pendientes al 30 de septiembre de 2011, Korea tuvo la tasa más alta: 39 cierres frente a 1,000 casos, el 3.9 %; le sigue Mexico con 600 frente a 20,000, el 3.0 %.",
      "lowest: En el otro extremo, China tuvo 20 cierres frente a 10,000 casos pendientes al 30 de septiembre de 2011, el 0.2 %; la siguiente más baja es la de India con 16 frente a 2,000, el 0.8 %.",
      "courts: De todas las cortes, Los Angeles registró el mayor número de cierres, 400; le siguen Denver con 300 y Baltimore con 200.",
      "courtsBefore: Las mismas encabezaban la lista al 31 de mayo de 2012, en el mismo orden: Los Angeles con 350, Denver con 250 y Baltimore con 150.",
      "locations: De todos los lugares de audiencia, Olive Street registró el mayor número de cierres, 250; le siguen Denver con 240 y Main Street con 150.",
      "admin: La mayoría de los 1,000 cierres, 750 (el 75.0 %), fueron cierres administrativos: la corte aparta el caso sin decidirlo, y este puede volver al calendario.",
      "terminated: Los otros 250 (el 25.0 % de los 1,000) fueron terminaciones: el juez o la jueza pone fin al procedimiento.",
      "countRevised: La cifra al 31 de mayo de 2012 se corrigió al alza: 800, frente a 795 en la publicación 2012-06.",
      "baseRevised: El número de casos pendientes al 30 de septiembre de 2011 se corrigió al alza: 50,000, frente a 49,900 en la publicación 2012-06.",
    ]
  `)
})
