import { cite, citeRate, reasonIn } from '../../cite.ts'
import { count, percent } from '../../number.ts'
import { cumulative, rate } from '../facts.ts'
import { direction, type PdRule } from './rule.ts'

/** The finding: “now” when the share has risen since the end of the month before, “still” when it has not moved. */
export const title: PdRule = ({ total, before, dates }, { language, words }) => {
  const n = cite(total, 0, cumulative)
  if (n === undefined) return words.titleMissing(dates.asOf)
  const share = citeRate(total, 0, rate)
  if (share === undefined) return words.titleCount(count(n, language))
  const earlier = citeRate(before, 0, rate)
  const moved = earlier && direction(earlier.value, share.value)
  return words.title(percent(share, language), moved, dates.base)
}

/** How many to date. */
export const total: PdRule = ({ total, dates }, { language, words }) => {
  const n = cite(total, 0, cumulative)
  if (n !== undefined) return words.total(count(n, language), dates)
  const reason = reasonIn(total.rows[0], cumulative)
  return reason === undefined ? undefined : words.totalMissing(dates, reason)
}
