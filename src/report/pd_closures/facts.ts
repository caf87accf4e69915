import type { Answer } from '../cite.ts'

/** The days that a report speaks of, `YYYY-MM-DD`. */
export interface Dates {
  readonly asOf: string
  /** The end of the month before. */
  readonly before: string
  /** The day on which the count begins. */
  readonly since: string
  /** The day of the backlog that the count is compared with. */
  readonly base: string
}

/** The same question asked of this release and of the one before it. */
export interface Revision {
  /** Id of the release before. */
  readonly release: string
  /** The last day that both cover, up to the report's own. */
  readonly date: string
  readonly was: Answer
  readonly now: Answer
}

/** Everything that the sentences of this report may look at. */
export interface PdFacts {
  readonly dates: Dates
  /** Months that late entries are expected to raise; no record is told of them. */
  readonly provisional: readonly string[]
  /** One row: the count to date and its share of the backlog. */
  readonly total: Answer
  /** The same at the end of the month before. */
  readonly before: Answer
  /** The count of each month since the count began. */
  readonly months: Answer
  /** One row: pending on the day of the report. */
  readonly pending: Answer
  /** One row each: days from filing to closure, for closures of the report's own month. */
  readonly days: { readonly pd: Answer; readonly relief: Answer; readonly all: Answer }
  /** The nationalities with the largest base, by count. */
  readonly nationality: Answer
  /** How many nationalities that ranking takes in. */
  readonly largest: number
  readonly court: Answer
  /** The courts at the end of the month before. */
  readonly courtBefore: Answer
  /** The hearing locations, each with its court. */
  readonly location: Answer
  /** One row: administrative closures and terminations. */
  readonly kinds: Answer
  /** Undefined when no earlier release is published. */
  readonly revision: Revision | undefined
}

export const cumulative = 'pd_closures_cumulative'
export const rate = 'pd_share_of_backlog'
