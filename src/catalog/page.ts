import type { Words } from './words.ts'

/** An interactive page over queries: a configuration of the explorer. */
export interface Tool {
  readonly id: string
  readonly title: Words
  readonly about: Words
  /** Measures of each pane's columns, in order; the first is charted and sorted by. */
  readonly measures: readonly string[]
  /** Dimension of each pane to begin with. */
  readonly panes: readonly string[]
  /** Dimensions that a pane may show. */
  readonly choices: readonly string[]
  /** Period to begin with; absent = up to the as-of date. */
  readonly from?: string
  /** Rates that the reader may choose between. */
  readonly rates: readonly string[]
}

/** A page of prose, tables and figures over queries. */
export interface Report {
  readonly id: string
  readonly title: Words
  readonly about: Words
}

/** Declares a tool. */
export function tool<const T extends Tool>(definition: T): Tool {
  return definition
}

/** Declares a report. */
export function report<const T extends Report>(definition: T): Report {
  return definition
}
