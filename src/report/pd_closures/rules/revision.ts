import { type Cited, cite } from '../../cite.ts'
import { count } from '../../number.ts'
import { cumulative, type PdFacts, rate } from '../facts.ts'
import { direction, type PdRule } from './rule.ts'

function pair(facts: PdFacts, measure: string): { was: Cited; now: Cited } | undefined {
  const was = facts.revision && cite(facts.revision.was, 0, measure)
  const now = facts.revision && cite(facts.revision.now, 0, measure)
  return was && now && { was, now }
}

/** Whether the release before gave another count for the same day. */
export const countRevised: PdRule = (facts, { language, words }) => {
  if (facts.revision === undefined) return words.onlyRelease()
  const found = pair(facts, cumulative)
  if (found === undefined) return words.notComparable(facts.revision)
  return words.revised[direction(found.was.value, found.now.value)]({
    was: count(found.was, language),
    now: count(found.now, language),
    release: facts.revision.release,
    date: facts.revision.date,
  })
}

/** Whether the release before gave another backlog for the base date. */
export const baseRevised: PdRule = (facts, { language, words }) => {
  const found = pair(facts, `${rate}_denominator`)
  if (facts.revision === undefined || found === undefined) return undefined
  return words.baseRevised[direction(found.was.value, found.now.value)]({
    was: count(found.was, language),
    now: count(found.now, language),
    release: facts.revision.release,
    date: facts.dates.base,
  })
}
