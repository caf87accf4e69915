import { type Answer, type Cited, cite } from '../../cite.ts'
import { count } from '../../number.ts'
import { cumulative } from '../facts.ts'
import { direction, type PdRule } from './rule.ts'

/** The count of the report's own month, when it is exactly what lies between the two counts. */
function added(months: Answer, asOf: string, before: Cited, now: Cited): Cited | undefined {
  const last = months.rows.length - 1
  if (months.rows[last]?.['month'] !== asOf.slice(0, 7)) return undefined
  const cell = cite(months, last, 'pd_closures')
  return cell !== undefined && cell.value > 0 && before.value + cell.value === now.value ? cell : undefined
}

/** Up from, down from or unchanged at: against the end of the month before, both dates printed. */
export const change: PdRule = ({ total, before, months, dates }, { language, words }) => {
  const now = cite(total, 0, cumulative)
  const earlier = cite(before, 0, cumulative)
  if (now === undefined) return undefined
  if (earlier === undefined) return words.changeMissing(dates)
  const more = added(months, dates.asOf, earlier, now)
  return words.change[direction(earlier.value, now.value)]({
    dates,
    now: count(now, language),
    before: count(earlier, language),
    added: more && count(more, language),
  })
}
