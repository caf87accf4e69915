import { type Cited, cite, reasonIn } from '../../cite.ts'
import { count, shareOf } from '../../number.ts'
import { cumulative, type PdFacts } from '../facts.ts'
import type { PdRule } from './rule.ts'

/** A kind of closure, with what all kinds come to. */
function parts(facts: PdFacts, measure: string): { n: Cited; all: Cited } | undefined {
  const n = cite(facts.kinds, 0, measure)
  const all = cite(facts.total, 0, cumulative)
  return n === undefined || all === undefined || all.value === 0 ? undefined : { n, all }
}

/** Administrative closures; “all” or “most” when they are that. */
export const admin: PdRule = (facts, { language, words }) => {
  const found = parts(facts, 'pd_admin_closures')
  const share = found && shareOf(found.n, found.all, language)
  if (found === undefined || share === undefined || found.n.value === 0) return undefined
  return words.admin({
    n: count(found.n, language),
    all: count(found.all, language),
    share,
    part: found.n.value === found.all.value ? 'all' : 2 * found.n.value > found.all.value ? 'most' : 'some',
  })
}

/** Terminations; “the other” only when nothing else is left. A release without code I says so instead. */
export const terminated: PdRule = (facts, { language, words }) => {
  if (reasonIn(facts.kinds.rows[0], 'pd_terminations') === 'not_in_release') return words.noTerminations()
  const found = parts(facts, 'pd_terminations')
  const share = found && shareOf(found.n, found.all, language)
  if (found === undefined || share === undefined || found.n.value === 0) return undefined
  const admin = cite(facts.kinds, 0, 'pd_admin_closures')
  return words.terminated({
    n: count(found.n, language),
    all: count(found.all, language),
    share,
    rest: admin !== undefined && admin.value > 0 && admin.value + found.n.value === found.all.value,
  })
}
