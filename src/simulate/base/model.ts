import type { Day } from './days.ts'

/** A stretch of a case in one court. An end without a code, or a code without an end, does not occur. */
export interface Proceeding {
  id: number
  court: string
  location: string
  /** Received at the court; absent where EOIR never wrote it. */
  input: Day | undefined
  osc: Day | undefined
  /** Ended on; absent while open. */
  comp: Day | undefined
  /** DEC_CODE, when a decision ended it. */
  dec: string
  /** OTHER_COMP, when anything else ended it. */
  other: string
  /** Where it is not the nationality of the case. */
  nat?: string
}

/** One person, one charging document. */
export interface Case {
  id: number
  type: string
  nat: string
  detained: boolean
  proceedings: Proceeding[]
  /** The case row is not in the release. */
  orphan?: true
  /** Published margins rest on it: only what leaves them as they are may happen to it. */
  fixed?: true
}

/** All that a release is written from, and all that its truth is counted from. */
export interface World {
  readonly scenario: string
  readonly seed: number
  readonly dirt: number
  readonly asOf: Day
  readonly cases: readonly Case[]
  /** What the margins could not hold and where it went, in words and numbers, for truth.json. */
  readonly explained: Record<string, unknown>
}

/** Ends a proceeding by a decision (DEC_CODE) or otherwise (OTHER_COMP). */
export function endOn(part: Proceeding, comp: Day, dec: string, other: string): void {
  part.comp = comp
  part.dec = dec
  part.other = other
}
