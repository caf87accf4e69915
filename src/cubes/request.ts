/** A filter on a dimension, by its codes. */
export interface CodeFilter {
  readonly dimension: string
  readonly passes: (code: string) => boolean
}

/** Which rows are counted, and on which day. Days are `YYYY-MM-DD`, both included; no `from` = from the beginning. */
export type Moment =
  /** Events of a period; with `settled`, those whose date in that column is there and no later than `to`. */
  | {
      readonly kind: 'events'
      readonly from?: string | undefined
      readonly to: string
      readonly settled?: string | undefined
    }
  /** Intervals open on a day. */
  | { readonly kind: 'open'; readonly on: string }
  /** Intervals that begin less intervals that end, up to a day; with `after`, of those that are still open on that day. */
  | { readonly kind: 'changes'; readonly to: string; readonly after?: string | undefined }

/** A count by codes of dimensions and by buckets of time, of the rows that meet each of some conditions. */
export interface CountRequest {
  readonly moment: Moment
  readonly filters: readonly CodeFilter[]
  readonly keys: readonly string[]
  /** For each month, counted from January 1900, the bucket it belongs to, -1 = none; `id` tells one division from another. */
  readonly buckets?: { readonly id: string; readonly ofMonth: Int32Array; readonly count: number } | undefined
  /** SQL over the fact, as the measures have it. */
  readonly conditions: readonly string[]
}

/** What a request counted. */
export interface Tally {
  /** Codes of each key. */
  readonly codes: readonly (readonly string[])[]
  readonly buckets: number
  /** At `((key × buckets) + bucket) × (conditions + 1) + condition`; the last one tells whether any row was there. */
  readonly values: Float64Array
}

/** How a request is answered. */
export type CountPlan =
  | { readonly by: 'months'; readonly column: number }
  /** `others`: the rows counted are those that filters leave out; sums by month tell of all. */
  | { readonly by: 'scan'; readonly blocks: number; readonly rows: number; readonly others: boolean }
  | { readonly by: 'none'; readonly why: string }

/** Days from a date of rows to another, by codes of dimensions and by buckets of time. */
export interface SpanRequest {
  /** Of events, the days until they happen; of intervals, the days until the day on which they are open. */
  readonly moment: Moment
  readonly filters: readonly CodeFilter[]
  readonly keys: readonly string[]
  readonly buckets?: CountRequest['buckets']
  /** SQL over the fact, as the measure has it. */
  readonly condition: string
  /** Column of the date from which days are counted; rows without it, or with a later one, are left out. */
  readonly start: string
  /** For changes: the last day of each bucket; those without one are not asked for. */
  readonly ends?: readonly (string | undefined)[] | undefined
}

/** Numbers of a distribution, as they stand one after the other in a tally. */
export const spanNumbers = ['mean', 'median', 'p90', 'n'] as const

/** What the days of a request amount to. */
export interface SpanTally {
  readonly codes: readonly (readonly string[])[]
  readonly buckets: number
  /** The places that hold any row: `key × buckets + bucket`. */
  readonly places: Uint32Array
  /** For each of them mean, median, 90th percentile and number of rows. */
  readonly values: Float64Array
}

/** Where a request for days goes. */
export type SpanPlan = { readonly by: 'scan'; readonly rows: number } | { readonly by: 'none'; readonly why: string }
