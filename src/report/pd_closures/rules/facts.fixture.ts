import type { Cell, Language, Row } from '#catalog'
import type { Answer } from '../../cite.ts'
import { type Phrase, plainText } from '../../span.ts'
import { cumulative, type PdFacts, rate } from '../facts.ts'
import { pdWordsIn } from '../words/index.ts'
import type { PdRule } from './rule.ts'

export const missing: Cell = { missing: 'not_recorded' }

/** An answer as it would be counted: its receipt is its name. */
export function answer(receipt: string, rows: readonly Row[], labels: Answer['labels'] = {}): Answer {
  return { receipt, rows, labels }
}

/** A row with a count to date and its share of a base. */
export function rated(n: Cell, base: Cell, more: Row = {}): Row {
  const share: Cell =
    typeof n !== 'number'
      ? n
      : typeof base !== 'number'
        ? base
        : base === 0
          ? { missing: 'nothing_to_divide_by' }
          : n / base
  return { ...more, [cumulative]: n, [rate]: share, [`${rate}_numerator`]: n, [`${rate}_denominator`]: base }
}

export type Ranked = readonly (readonly [name: string, n: Cell, base: Cell])[]

/** An answer by a dimension; the names are the codes. */
export function ranking(receipt: string, dimension: string, members: Ranked): Answer {
  return answer(
    receipt,
    members.map(([name, n, base]) => rated(n, base, { [dimension]: name })),
  )
}

export function monthly(values: Readonly<Record<string, Cell>>): Answer {
  return answer(
    'months',
    Object.entries(values).map(([month, n]) => ({ month, pd_closures: n })),
  )
}

export function wait(receipt: string, mean: Cell, n: number): Answer {
  return answer(receipt, [{ days_to_closure: mean, days_to_closure_n: n }])
}

export const nationalities: Ranked = [
  ['Mexico', 600, 20_000],
  ['Guatemala', 200, 9_000],
  ['Korea', 39, 1_000],
  ['China', 20, 10_000],
  ['India', 16, 2_000],
]

/** Facts of an invented country of which every sentence is true; a test changes what makes one false. */
export const facts: PdFacts = {
  dates: { asOf: '2012-06-28', before: '2012-05-31', since: '2011-10-01', base: '2011-09-30' },
  provisional: [],
  total: answer('total', [rated(1000, 50_000)]),
  before: answer('before', [rated(800, 50_000)]),
  months: monthly({ '2011-12': missing, '2012-03': 150, '2012-04': 180, '2012-05': 190, '2012-06': 200 }),
  pending: answer('pending', [{ pending: 52_000 }]),
  days: { pd: wait('pd', 802.7, 200), relief: wait('relief', 773.2, 500), all: wait('all', 384.9, 3000) },
  nationality: ranking('nationality', 'nationality', nationalities),
  largest: 5,
  court: ranking('court', 'court', [
    ['Los Angeles', 400, 9000],
    ['Denver', 300, 5000],
    ['Baltimore', 200, 4000],
    ['Miami', 100, 8000],
  ]),
  courtBefore: ranking('court_before', 'court', [
    ['Los Angeles', 350, 9000],
    ['Denver', 250, 5000],
    ['Baltimore', 150, 4000],
    ['Miami', 50, 8000],
  ]),
  location: ranking('location', 'hearing_location', [
    ['Olive Street', 250, 5000],
    ['Denver', 240, 4000],
    ['Main Street', 150, 4000],
  ]),
  kinds: answer('kinds', [{ pd_admin_closures: 750, pd_terminations: 250 }]),
  revision: {
    release: '2012-06',
    date: '2012-05-31',
    was: answer('previous', [rated(795, 49_900)]),
    now: answer('revised', [rated(800, 50_000)]),
  },
}

/** What a rule says of the facts, with some of them changed. */
export function phrase(rule: PdRule, changed: Partial<PdFacts> = {}, language: Language = 'en'): Phrase | undefined {
  return rule({ ...facts, ...changed }, { language, words: pdWordsIn(language) })
}

/** The same as plain text. */
export function say(rule: PdRule, changed: Partial<PdFacts> = {}, language: Language = 'en'): string | undefined {
  const spans = phrase(rule, changed, language)
  return spans && plainText(spans)
}

/** Another total, or another count at the end of the month before. */
export function totalOf(n: Cell, base: Cell = 50_000): Answer {
  return answer('total', [rated(n, base)])
}

export function beforeOf(n: Cell, base: Cell = 50_000): Answer {
  return answer('before', [rated(n, base)])
}
