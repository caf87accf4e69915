import { type Answer, cite, citeRate } from '../../cite.ts'
import { count, percent } from '../../number.ts'
import { type Entry, ladder, type Rung } from '../../rank.ts'
import type { NumberSpan } from '../../span.ts'
import { cumulative, type PdFacts, rate } from '../facts.ts'
import type { Rated } from '../words/en.ts'
import type { PdRule } from './rule.ts'

/** More names than this are not listed in a sentence. */
const mostNames = 3

function byCount({ nationality }: PdFacts): Rung[] {
  return ladder(nationality, 'nationality', cumulative, 'highest').filter((rung) => rung.value > 0)
}

function byRate({ nationality }: PdFacts, order: 'highest' | 'lowest'): Rung[] {
  return ladder(nationality, 'nationality', rate, order)
}

function rated(answer: Answer, entry: Entry, language: 'en' | 'es'): Rated | undefined {
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

function ratedAll(answer: Answer, entries: readonly Entry[], language: 'en' | 'es'): Rated[] {
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
  const scope = nationality.rows.length < facts.largest ? undefined : facts.largest
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

/** The highest and the second highest share. */
export const highest: PdRule = (facts, { language, words }) => {
  const [first, second] = byRate(facts, 'highest')
  if (first === undefined || second === undefined || first.value === 0) return undefined
  if (first.entries.length > mostNames) return undefined
  const follows = second.value > 0 && second.entries.length <= mostNames ? second.entries : []
  return words.highest({
    first: ratedAll(facts.nationality, first.entries, language),
    second: first.entries.length === 1 ? ratedAll(facts.nationality, follows, language) : [],
    dates: facts.dates,
  })
}

/** Among several with none, the one with the most pending cases. */
function largestOf(answer: Answer, entries: readonly Entry[]): Entry | undefined {
  const base = (entry: Entry): number => cite(answer, entry.row, `${rate}_denominator`)?.value ?? 0
  return entries.toSorted((a, b) => base(b) - base(a))[0]
}

/** The lowest and the next lowest share; silent when they would repeat those of the highest. */
export const lowest: PdRule = (facts, { language, words }) => {
  const rungs = byRate(facts, 'lowest')
  const [first, second] = rungs
  if (first === undefined || rungs.length < 4) return undefined
  if (first.entries.length > mostNames) {
    const largest = largestOf(facts.nationality, first.entries)
    const one = largest && rated(facts.nationality, largest, language)
    return one && first.value === 0 ? words.lowestNone(one, facts.dates) : undefined
  }
  const follows = second !== undefined && second.entries.length <= mostNames ? second.entries : []
  return words.lowest({
    first: ratedAll(facts.nationality, first.entries, language),
    second: first.entries.length === 1 ? ratedAll(facts.nationality, follows, language) : [],
    dates: facts.dates,
  })
}

/** Codes of the nationalities that the sentences name, for the table and the figure. */
export function namedNationalities(facts: PdFacts): Set<string> {
  const counts = byCount(facts).slice(0, 3)
  const high = byRate(facts, 'highest').slice(0, 2)
  const low = byRate(facts, 'lowest').slice(0, 2)
  const rungs = [...counts, ...high, ...low].filter((rung) => rung.entries.length <= mostNames)
  return new Set(rungs.flatMap((rung) => rung.entries.map((entry) => entry.code)))
}
