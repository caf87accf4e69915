import type { Day } from '../base/days.ts'
import type { Case, Proceeding } from '../base/model.ts'
import { isInactive } from '../base/outcomes.ts'

export type Status = 'pending' | 'inactive' | 'completed'

/** From this day on the case has this status, at the place of this proceeding. */
export interface Event {
  readonly on: Day
  readonly status: Status
  readonly at: Proceeding
}

/** INPUT_DATE stands for a start; where it is missing OSC_DATE, then COMP_DATE does. */
export function startOf(part: Proceeding): Day | undefined {
  return part.input ?? part.osc ?? part.comp
}

/** The proceedings that are part of the case, in the order that settles the counting. Zero-bond shells are none. */
export function ordered(whole: Case): Proceeding[] {
  return whole.proceedings
    .filter((part) => part.other !== 'X')
    .sort((a, b) => (startOf(a) ?? 0) - (startOf(b) ?? 0) || (a.comp ?? 1e9) - (b.comp ?? 1e9) || a.id - b.id)
}

/** A move is not the end of a case. */
export function isClosed(part: Proceeding): boolean {
  return part.comp !== undefined && !['C', 'T', 'X'].includes(part.other)
}

/** What happened to a case, in order of date, of its proceedings, and of start before end. */
export function eventsOf(whole: Case): Event[] {
  if (whole.orphan) return []
  const events = ordered(whole).flatMap((at) => {
    const start = startOf(at)
    const started: Event[] = start === undefined ? [] : [{ on: start, status: 'pending', at }]
    const ended: Event[] = at.comp === undefined ? [] : [{ on: at.comp, status: statusAfter(at), at }]
    return [...started, ...ended]
  })
  return events.sort((a, b) => a.on - b.on)
}

function statusAfter(part: Proceeding): Status {
  if (!isClosed(part)) return 'pending'
  return isInactive(part.other) ? 'inactive' : 'completed'
}
