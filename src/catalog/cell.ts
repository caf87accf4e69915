/** Why a cell holds no number. A missing number is never zero. */
export const missingReasons = [
  'not_recorded', // the whole period precedes the first date on which it could be recorded
  'not_in_release', // the release holds none of the rows that it counts
  'nothing_to_divide_by', // the base is zero
  'base_too_small', // the base is below the query's `min`
  'not_applicable', // the measure has no such dimension
  'no_cases', // a duration over nothing
  'suppressed', // withheld by disclosure control
] as const

export type MissingReason = (typeof missingReasons)[number]

export interface Missing {
  readonly missing: MissingReason
}

/** A dimension's cell is its code; a measure's cell is a number or a reason. */
export type Cell = number | Missing
export type Row = Readonly<Record<string, string | Cell>>

/** Whether a cell holds a reason instead of a number. */
export function isMissing(cell: unknown): cell is Missing {
  return typeof cell === 'object' && cell !== null && 'missing' in cell
}

/** What disclosure control sees of an answer. */
export interface Answer {
  readonly by: readonly string[]
  /** Filters other than dates. */
  readonly filtered: readonly string[]
  readonly rows: readonly Row[]
  readonly totals: Row | null
}

/** Every answer passes one gate before anyone sees it; a gate may replace cells by `suppressed`. */
export type Gate = (answer: Answer) => Answer
