import type { Language } from '#catalog'
import { type Answer, cite } from '../../cite.ts'
import { count } from '../../number.ts'
import { ladder, type Rung } from '../../rank.ts'
import { cumulative, type PdFacts } from '../facts.ts'
import type { Leader } from '../words/en.ts'
import type { PdRule } from './rule.ts'

const places = 3
/** More names than this are not listed in a sentence. */
const mostNames = 5

/** Rungs until three places are named; a tie that would make the list too long is left out whole. */
function leading(answer: Answer, dimension = 'court'): Rung[] {
  const chosen: Rung[] = []
  let named = 0
  for (const rung of ladder(answer, dimension, cumulative, 'highest')) {
    if (rung.value === 0 || named >= places || named + rung.entries.length > mostNames) break
    chosen.push(rung)
    named += rung.entries.length
  }
  return chosen
}

function itemsOf(answer: Answer, language: Language, dimension = 'court'): Leader[] {
  return leading(answer, dimension).flatMap((rung) => {
    const [entry] = rung.entries
    const n = entry && cite(answer, entry.row, cumulative)
    return n === undefined ? [] : [{ names: rung.entries.map((e) => e.name), n: count(n, language) }]
  })
}

/** The courts with the most, tied ones together; “the only” when no other has any. */
export const courts: PdRule = ({ court }, { language, words }) => {
  const [first, ...rest] = itemsOf(court, language)
  if (first === undefined) return undefined
  const some = ladder(court, 'court', cumulative, 'highest').filter((rung) => rung.value > 0)
  const only = some.length === 1 && first.names.length === 1
  return words.courts({ first, rest, only })
}

/** Who led at the end of the month before: the same courts in the same order, or others. */
export const courtsBefore: PdRule = ({ court, courtBefore, dates }, { language, words }) => {
  const now = itemsOf(court, language)
  const before = itemsOf(courtBefore, language)
  if (now.length === 0 || before.length === 0) return undefined
  const order = (items: readonly Leader[]): string => items.map((item) => item.names.join('+')).join('>')
  return words.courtsBefore({ items: before, same: order(now) === order(before), date: dates.before })
}

/** The hearing locations with the most, tied ones together. */
export const locations: PdRule = ({ location }, { language, words }) => {
  const [first, ...rest] = itemsOf(location, language, 'hearing_location')
  return first && words.locations({ first, rest })
}

/** Codes of the courts that the sentence names. */
export function namedCourts(facts: PdFacts): Set<string> {
  return new Set(leading(facts.court).flatMap((rung) => rung.entries.map((entry) => entry.code)))
}
