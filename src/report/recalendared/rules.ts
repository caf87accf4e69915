import type { Language } from '#catalog'
import { type Answer, cite, citeRate } from '../cite.ts'
import { count, days as daysOf, percent, shareOf } from '../number.ts'
import { ladder } from '../rank.ts'
import type { NumberSpan } from '../span.ts'
import type { Rule, RuleLine } from '../tell.ts'
import type { Facts } from './facts.ts'
import { back, cohort, ended, fate, inactive, share, smallestBase, spans } from './questions.ts'
import type { Member, Part } from './words/en.ts'
import type { Words } from './words/index.ts'

type Told = Rule<Facts, Words>
type Line = RuleLine<Facts, Words>

function cell(answer: Answer, row: number, measure: string, language: Language): NumberSpan | undefined {
  const cited = cite(answer, row, measure)
  return cited && count(cited, language)
}

/** The row of a code; -1 when nothing was counted there. */
function rowOf(answer: Answer, dimension: string, code: string): number {
  return answer.rows.findIndex((row) => row[dimension] === code)
}

const title: Told = ({ answers }, { language, words }) => {
  const rate = citeRate(answers.total, 0, share)
  return rate === undefined ? words.titleNone : words.title(percent(rate, language))
}

const total: Told = ({ answers, asOf }, { language, words }) => {
  const rate = citeRate(answers.total, 0, share)
  if (rate === undefined) return undefined
  return words.total(count(rate.base, language), count(rate.numerator, language), percent(rate, language), asOf)
}

const rest: Told = ({ answers }, { language, words }) => {
  const [still, gone] = [cell(answers.total, 0, inactive, language), cell(answers.total, 0, ended, language)]
  return still && gone && words.rest(still, gone)
}

const recent: Told = ({ answers }, { language, words }) => {
  const [now, before] = [
    cell(answers.recent, 0, 'recalendared', language),
    cell(answers.earlier, 0, 'recalendared', language),
  ]
  return now && before && words.recent(now, before)
}

function member(answer: Answer, dimension: string, row: number, language: Language): Member | undefined {
  const rate = citeRate(answer, row, share)
  if (rate === undefined) return undefined
  const code = String(answer.rows[row]?.[dimension])
  return {
    name: answer.labels[dimension]?.[code] ?? code,
    n: count(rate.base, language),
    back: count(rate.numerator, language),
    share: percent(rate, language),
  }
}

const largestYear: Told = ({ answers }, { language, words }) => {
  const [first] = ladder(answers.year, 'fiscal_year', cohort, 'highest')
  const [only, another] = first?.entries ?? []
  if (only === undefined || another !== undefined) return undefined
  const told = member(answers.year, 'fiscal_year', only.row, language)
  return told && words.largestYear(told)
}

const years: Told = ({ answers }, { language, words }) => {
  const enough = (row: number): boolean => (cite(answers.year, row, cohort)?.value ?? 0) >= smallestBase
  const rungs = ladder(answers.year, 'fiscal_year', share, 'highest')
    .flatMap((rung) => rung.entries)
    .filter((entry) => enough(entry.row))
  const [high, low] = [rungs[0], rungs.at(-1)]
  if (high === undefined || low === undefined || rungs.length < 3) return undefined
  const [top, bottom] = [high, low].map((entry) => member(answers.year, 'fiscal_year', entry.row, language))
  return top && bottom && words.years(top, bottom)
}

const days: Told = ({ answers }, { language, words }) => {
  const [median, mean] = [
    cite(answers.days, 0, 'days_to_recalendaring_median'),
    cite(answers.days, 0, 'days_to_recalendaring'),
  ]
  return median && mean && words.days(daysOf(median, language), daysOf(mean, language))
}

const spanRule: Told = ({ answers }, { language, words }) => {
  const [quick, late] = ['0', '10+'].map((code) =>
    cell(answers.span, rowOf(answers.span, spans, code), cohort, language),
  )
  return quick && late && words.spans(quick, late)
}

/** In the order of the sentence: what is open, how the others ended, what is aside again. */
const order = [
  'pending',
  'removal_order',
  'relief',
  'termination',
  'dismissal',
  'voluntary_departure',
  'other',
  'put_aside',
]

const fates: Told = ({ answers }, { language, words }) => {
  const whole = cite(answers.total, 0, back)
  if (whole === undefined || whole.value === 0) return undefined
  const parts = order.flatMap((code): Part[] => {
    const n = cite(answers.fate, rowOf(answers.fate, fate, code), cohort)
    const part = n && shareOf(n, whole, language)
    return n === undefined || part === undefined ? [] : [{ fate: code, n: count(n, language), share: part }]
  })
  return parts.length === 0 ? undefined : words.fates(parts)
}

const members =
  (id: 'court' | 'nationality'): Told =>
  ({ answers }, { language, words }) => {
    const first = ladder(answers[id], id, cohort, 'highest')
      .flatMap((rung) => rung.entries)
      .slice(0, 3)
      .flatMap((entry) => member(answers[id], id, entry.row, language) ?? [])
    return first.length === 0 ? undefined : words.members(first)
  }

export const titleLine: Line = { id: 'title', rule: title }

/** The sentences of each section, in order, and the footnotes that they carry. */
export const rules = {
  lead: [
    { id: 'total', rule: total, notes: ['definition'] },
    { id: 'rest', rule: rest },
    { id: 'recent', rule: recent },
  ],
  year: [
    { id: 'largestYear', rule: largestYear },
    { id: 'years', rule: years, notes: ['time'] },
  ],
  span: [
    { id: 'days', rule: days },
    { id: 'spans', rule: spanRule },
  ],
  fate: [{ id: 'fates', rule: fates, notes: ['end'] }],
  court: [{ id: 'courts', rule: members('court') }],
  nationality: [{ id: 'nationalities', rule: members('nationality') }],
} as const satisfies Readonly<Record<string, readonly Line[]>>
