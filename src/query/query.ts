/** A period as the reader wrote it: `2012`, `FY2012`, `2012-06`, `2012-06-28`. */
export type PeriodText = string

export interface Filter {
  readonly dimension: string
  /** Codes, sorted; `none` is an empty value. */
  readonly values: readonly string[]
  /** `!LOS,!DEN`: everything but these. */
  readonly exclude: boolean
}

/** A question, as data. `printQuery` and `parseQuery` take it to a query string and back without loss. */
export interface Query {
  readonly measures: readonly string[]
  readonly by: readonly string[]
  readonly filters: readonly Filter[]
  readonly from?: PeriodText
  readonly to?: PeriodText
  /** `YYYY-MM-DD`; the day on which counts to date begin. */
  readonly since?: string
  /** `YYYY-MM-DD`; the day of the base stock. */
  readonly base?: string
  readonly release?: string
  readonly largest?: number
  readonly min?: number
  readonly sort?: { readonly column: string; readonly descending: boolean }
  readonly limit?: number
  readonly totals: boolean
}
