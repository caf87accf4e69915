import { dayBefore } from '../../../query/period.ts'
import { type Answer, type Cited, cite } from '../../cite.ts'
import { count } from '../../number.ts'
import type { PdRule } from './rule.ts'

/** With fewer months than this nothing is called a record. */
const fewest = 3

interface Month extends Cited {
  readonly month: string
}

function monthsOf(answer: Answer): Month[] {
  return answer.rows.flatMap((row, i) => {
    const cell = cite(answer, i, 'pd_closures')
    return cell === undefined ? [] : [{ ...cell, month: String(row['month']) }]
  })
}

/** The report's own month, or the nearest before it that is not provisional. */
function settledMonth(own: string, provisional: readonly string[]): string {
  let month = own
  while (provisional.includes(month)) month = dayBefore(`${month}-01`).slice(0, 7)
  return month
}

/**
 * A record, only of the latest month that is not provisional, and only over a series of such months; late entries may still change
 * the others. It must be strictly the highest, and no provisional month after it may have as many.
 */
export const record: PdRule = ({ months, dates, provisional }, { language, words }) => {
  const all = monthsOf(months)
  const series = all.filter(({ month }) => !provisional.includes(month))
  const first = series[0]
  const last = series.at(-1)
  const second = series.slice(0, -1).toSorted((a, b) => b.value - a.value)[0]
  if (first === undefined || last === undefined || second === undefined || series.length < fewest) return undefined
  const later = all.filter(({ month }) => month > last.month)
  if (last.month !== settledMonth(dates.asOf.slice(0, 7), provisional)) return undefined
  if (last.value <= second.value || later.some(({ value }) => value >= last.value)) return undefined
  return words.record({
    n: count(last, language),
    month: last.month,
    first: first.month,
    second: { n: count(second, language), month: second.month },
  })
}
