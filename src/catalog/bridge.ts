import type { Words } from './words.ts'

/** Why something is counted by one measure and not by another. */
export interface BridgeReason {
  readonly id: string
  /** What these things are: “Administrative closures”. */
  readonly says: Words
  /**
   * SQL condition; a thing belongs to the first reason that fits it. Over the columns of the fact; where two facts are
   * compared, over those of `f` (the fact of `from`) and `t` (the fact of `to`), of which one may be all NULL.
   */
  readonly when: string
  /** Dimension by whose codes this reason is told in detail. */
  readonly by?: string
}

/** How the numbers of two measures lead from one to the other. What no reason fits is told as one more row. */
export interface Bridge {
  readonly from: string
  readonly to: string
  /** Two measures over different facts: the column by which their rows are the same thing. One row each on any day. */
  readonly match?: string
  readonly reasons: readonly BridgeReason[]
}
