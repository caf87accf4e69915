import type { Language } from '#catalog'
import { type Answer, cite, citeRate } from '../../cite.ts'
import { count, percent } from '../../number.ts'
import { type Entry, ladder, type Rung } from '../../rank.ts'
import type { NumberSpan } from '../../span.ts'
import { cumulative, type PdFacts, rate } from '../facts.ts'
import type { Rated, RatedEnds } from '../words/en.ts'
import type { PdRule } from './rule.ts'

/** More names than this are not listed in a sentence. */
const mostNames = 3

function byCount({ nationality }: PdFacts): Rung[] {
  return ladder(nationality, 'nationality', cumulative, 'highest').filter((rung) => rung.value > 0)
}

function byRate({ nationality }: PdFacts, order: 'highest' | 'lowest'): Rung[] {
  return ladder(nationality, 'nationality', rate, order)
}

function rated(answer: Answer, entry: Entry, language: Language): Rated | undefined {
  const cited = citeRate(answer, entry.row, rate)
  return (
    cited && {
      name: entry.name,
      n: count(cited.numerator, language),
      base: count(cited.base, language),
      share: percent(cited, language),
    }
  )
}

function ratedAll(answer: Answer, entries: readonly Entry[], language: Language): Rated[] {
  return entries.map((entry) => rated(answer, entry, language)).filter((one) => one !== undefined)
}

/** Which nationality has the most; several when they tie; “the only” when no other has any. */
export const largest: PdRule = (facts, { language, words }) => {
  const { nationality, dates } = facts
  const [first, second] = byCount(facts)
  const top = first?.entries[0]
  if (first === undefined || top === undefined) return undefined
  const n = cite(nationality, top.row, cumulative)
  if (n === undefined) return undefined
  const scope =
    nationality.rows.length < facts.largest
      ? undefined
      : count({ value: facts.largest, receipt: nationality.receipt }, language)
  if (first.entries.length > 1) {
    const names = first.entries.slice(0, mostNames).map((entry) => entry.name)
    return words.largestTie({ scope, names, more: first.entries.length > mostNames, n: count(n, language), dates })
  }
  const one = rated(nationality, top, language)
  return words.largest({ scope, name: top.name, n: count(n, language), rated: one, only: second === undefined, dates })
}

/** The two after the largest, when no tie blurs them. */
export const next: PdRule = (facts, { language, words }) => {
  const [first, second, third] = byCount(facts)
  if (first?.entries.length !== 1 || second?.entries.length !== 1) return undefined
  const listed = [second, ...(third?.entries.length === 1 ? [third] : [])].flatMap((rung) => rung.entries)
  const items = listed.flatMap((entry): { name: string; n: NumberSpan }[] => {
    const n = cite(facts.nationality, entry.row, cumulative)
    return n === undefined ? [] : [{ name: entry.name, n: count(n, language) }]
  })
  return items.length === 0 ? undefined : words.next(items)
}

/** Whether one nationality alone has more than half of all closures. These are parts of a whole. */
export const majority: PdRule = (facts, { language, words }) => {
  const top = byCount(facts)[0]?.entries[0]
  const n = top && cite(facts.nationality, top.row, cumulative)
  const all = cite(facts.total, 0, cumulative)
  if (top === undefined || n === undefined || all === undefined || 2 * n.value <= all.value) return undefined
  return n.value === all.value ? undefined : words.majority(top.name, count(all, language))
}

interface Ends {
  readonly first: readonly Entry[]
  readonly second: readonly Entry[]
}

/** The rung at an end and the one after it; nothing when a tie is too long to name, no second when the first is a tie. */
function endsOf(rungs: readonly Rung[]): Ends | undefined {
  const [first, second] = rungs
  if (first === undefined || first.entries.length > mostNames) return undefined
  const follows = first.entries.length === 1 && second !== undefined && second.entries.length <= mostNames
  return { first: first.entries, second: follows ? second.entries : [] }
}

function highestEnds(facts: PdFacts): Ends | undefined {
  const rungs = byRate(facts, 'highest').filter((rung) => rung.value > 0)
  return rungs.length < 2 ? undefined : endsOf(rungs)
}

/** The other end, unless so few rates are told apart that it would repeat the highest ones. */
function lowestRungs(facts: PdFacts): Rung[] {
  const rungs = byRate(facts, 'lowest')
  return rungs.length < 4 ? [] : rungs
}

/** Among many with none, the one with the most pending cases. */
function largestWithNone(facts: PdFacts): Entry | undefined {
  const [first] = lowestRungs(facts)
  if (first === undefined || first.value > 0 || first.entries.length <= mostNames) return undefined
  const base = (entry: Entry): number => cite(facts.nationality, entry.row, `${rate}_denominator`)?.value ?? 0
  return first.entries.toSorted((a, b) => base(b) - base(a))[0]
}

/** The highest and the second highest share. */
export const highest: PdRule = (facts, { language, words }) => {
  const ends = highestEnds(facts)
  return ends && words.highest(ratedEnds(facts, ends, language))
}

/** The lowest and the next lowest share. */
export const lowest: PdRule = (facts, { language, words }) => {
  const none = largestWithNone(facts)
  const one = none && rated(facts.nationality, none, language)
  if (one !== undefined) return words.lowestNone(one, facts.dates)
  const ends = endsOf(lowestRungs(facts))
  return ends && words.lowest(ratedEnds(facts, ends, language))
}

function ratedEnds({ nationality, dates }: PdFacts, ends: Ends, language: Language): RatedEnds {
  return {
    first: ratedAll(nationality, ends.first, language),
    second: ratedAll(nationality, ends.second, language),
    dates,
  }
}

/** The single highest and the single lowest, when no tie blurs either. */
export function extremes(facts: PdFacts): { readonly high: string; readonly low: string } | undefined {
  const high = highestEnds(facts)?.first
  const low = endsOf(lowestRungs(facts))?.first
  if (high?.length !== 1 || low?.length !== 1 || high[0] === undefined || low[0] === undefined) return undefined
  return { high: high[0].name, low: low[0].name }
}

/** Codes of the nationalities that the sentences name, for the table and the figure. */
export function namedNationalities(facts: PdFacts): Set<string> {
  const [first, second, third] = byCount(facts)
  const counts = [first, second, third].filter((rung) => rung !== undefined && rung.entries.length <= mostNames)
  const ends = [highestEnds(facts), endsOf(lowestRungs(facts))].flatMap((end) => [
    ...(end?.first ?? []),
    ...(end?.second ?? []),
  ])
  const none = largestWithNone(facts)
  const entries = [...counts.flatMap((rung) => rung?.entries ?? []), ...ends, ...(none === undefined ? [] : [none])]
  return new Set(entries.map((entry) => entry.code))
}
