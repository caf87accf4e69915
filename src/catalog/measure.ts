import type { Words } from './words.ts'

interface MeasureBase {
  readonly id: string
  readonly name: Words
  /** One line: what one unit of it is. */
  readonly about: Words
  readonly unit: 'closures' | 'cases' | 'hearings' | 'applications' | 'decisions' | 'moves' | 'days' | 'share'
  /** An estimate is marked as one wherever it shows, and added to nothing. */
  readonly estimate?: true
  readonly seeAlso?: readonly string[]
  /** The measure that this one defines in another way; its id is then `<that>@<name>`. */
  readonly variantOf?: string
  /** SQL over `tables.*` by another hand that must agree; `$from`, `$to`, `$as_of` are dates (`<measure>.check.sql` beside it). */
}

/** Counts events of a fact over a period; adds over time and place. */
export interface Flow extends MeasureBase {
  readonly kind: 'flow'
  readonly fact: string
  /** SQL condition over the fact's columns; absent = every row. */
  readonly where?: string
  /** Count distinct values of this column rather than rows (then it does not add up). */
  readonly distinct?: string
  /** Count only rows whose date in this column is there and no later than the last day of the query's period. */
  readonly settledBy?: string
  /** First date on which one could be recorded. */
  readonly since?: string
  /** A condition that some row of the release must meet, else the measure is missing as `not_in_release`. */
  readonly needs?: string
  /** Measures that this one includes and whose absence from a release must be said beside it. */
  readonly includes?: readonly string[]
}

/** A flow summed from `since` through the end of a period. */
export interface FlowToDate extends MeasureBase {
  readonly kind: 'flow_to_date'
  readonly of: string
}

/** Counts intervals of a fact open on a date; adds over place, never over time. */
export interface Stock extends MeasureBase {
  readonly kind: 'stock'
  readonly fact: string
  readonly where?: string
  /** Taken on the last day of the period, or on the query's base date. */
  readonly on: 'to' | 'base'
}

/** One measure over another, recomputed at every grain, never averaged. */
export interface Rate extends MeasureBase {
  readonly kind: 'rate'
  readonly of: string
  readonly per: string
}

/** A distribution of days: mean, median, 90th percentile, n. */
export interface Duration extends MeasureBase {
  readonly kind: 'duration'
  readonly fact: string
  readonly where?: string
  /** Column that holds the date on which the clock starts. */
  readonly start: string
  /** `date`: to the event's date (a flow of durations). `to`: to the last day of the period (over intervals open then). */
  readonly end: 'date' | 'to'
}

export type Measure = Flow | FlowToDate | Stock | Rate | Duration
export type MeasureKind = Measure['kind']

/** Declares a measure. Plain data: what goes in comes out. */
export function measure<const T extends Measure>(definition: T): Measure {
  return definition
}
