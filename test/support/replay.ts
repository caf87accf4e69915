import { asOf, type History, type Stretch } from './histories.ts'

/** The rules of events, written a second time, in TypeScript, to compare with the SQL of the facts. */

export type Status = 'pending' | 'inactive' | 'completed'

export interface Step {
  readonly date: string
  readonly before: Status | 'none'
  readonly after: Status
  readonly at: Stretch
}

function usable(date: string): string | undefined {
  return date === '' || date < '1950' || date === '2099-12-31' ? undefined : date
}

function endOf(s: Stretch): string | undefined {
  const end = usable(s.comp)
  return end !== undefined && end <= asOf ? end : undefined
}

function startOf(s: Stretch): string | undefined {
  const start = usable(s.input) ?? usable(s.osc) ?? usable(s.comp)
  const end = endOf(s)
  return start !== undefined && end !== undefined && end < start ? end : start
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}

function afterEnd(s: Stretch): Status {
  if (s.other === 'C' || s.other === 'T') return 'pending'
  return s.dec === '' && 'YMABKPH'.includes(s.other) && s.other !== '' ? 'inactive' : 'completed'
}

/** What happens to a case, in order. Nothing happens to a case without a row. */
export function steps({ hasRow, stretches }: History): Step[] {
  if (!hasRow) return []
  const ordered = stretches
    .filter((s) => !(s.other === 'X' && endOf(s) !== undefined))
    .toSorted((a, b) => compare(startOf(a), startOf(b)) || compare(endOf(a), endOf(b)) || compare(a.id, b.id))
  const events = ordered.flatMap((at) => {
    const [start, end] = [startOf(at), endOf(at)]
    return [
      ...(start !== undefined && start <= asOf ? [{ date: start, after: 'pending' as const, at }] : []),
      ...(end === undefined ? [] : [{ date: end, after: afterEnd(at), at }]),
    ]
  })
  let before: Step['before'] = 'none'
  return events
    .toSorted((a, b) => compare(a.date, b.date))
    .map((event) => {
      const step = { ...event, before }
      before = event.after
      return step
    })
}

/** The last step up to a day; undefined when nothing has happened yet. */
export function standing(history: History, day: string): Step | undefined {
  return steps(history).findLast((step) => step.date <= day)
}

/** How many cases went from one status to another after one day and up to another. */
export function transitions(
  list: readonly History[],
  from: string,
  to: string,
  before: readonly Step['before'][],
  after: readonly Status[],
): number {
  return list
    .flatMap(steps)
    .filter((s) => s.date > from && s.date <= to && before.includes(s.before) && after.includes(s.after)).length
}
