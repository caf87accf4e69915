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

/**
 * A record, only of the report's own month, only over a series of months, and only when it is strictly the highest. A
 * month that is not over yet may hold the record: more days cannot take it away.
 */
export const record: PdRule = ({ months, dates }, { language, words }) => {
  const series = monthsOf(months)
  const first = series[0]
  const last = series.at(-1)
  const second = series.slice(0, -1).toSorted((a, b) => b.value - a.value)[0]
  if (first === undefined || last === undefined || second === undefined || series.length < fewest) return undefined
  if (last.month !== dates.asOf.slice(0, 7) || last.value <= second.value) return undefined
  return words.record({
    n: count(last, language),
    month: last.month,
    first: first.month,
    second: { n: count(second, language), month: second.month },
  })
}
