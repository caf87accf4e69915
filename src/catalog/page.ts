import type { Words } from './words.ts'

/** What a tool counts, as one of the things that a reader may choose. */
export interface ToolMeasure {
  /** A measure; its rival definitions (`<id>@…`) can be switched to. */
  readonly id: string
  /** What one of it is called in the middle of a sentence, and what several are. */
  readonly one: Words
  readonly many: Words
  /** Measures beside it in every pane, in order. A rate brings its parts, a duration its median, 90th percentile and number. */
  readonly beside: readonly string[]
  /** Dimensions of the panes to begin with, where they differ from the tool's. */
  readonly panes?: readonly string[]
  /** Filters that this tool always has: a tool on juveniles counts juveniles. */
  readonly only?: readonly {
    readonly dimension: string
    readonly values: readonly string[]
    readonly exclude: boolean
  }[]
}

/** An interactive page over queries: a configuration of the explorer. */
export interface Tool {
  readonly id: string
  readonly title: Words
  /** The question that it answers, as a reader would ask it. */
  readonly question: Words
  readonly about: Words
  /** What can be counted; the first is the usual one. */
  readonly measures: readonly ToolMeasure[]
  /** Dimension of each pane to begin with. */
  readonly panes: readonly string[]
  /** Dimensions to offer first; the other dimensions of the fact follow. */
  readonly choices: readonly string[]
  /** Dimensions that the sentence of filters always names. */
  readonly always: readonly string[]
  /** Dimensions of the fact that are not offered here. */
  readonly withheld: readonly string[]
  /** Period to begin with; absent = up to the as-of date. */
  readonly from?: string
  /** Rates over the first measure that the reader may choose between; most tools have none. */
  readonly rates: readonly string[]
  /** Smallest base for a rate. */
  readonly min?: number
  /** Panes begin in the order of names, where a ranking would mislead. */
  readonly order?: 'name'
}

/** A page of prose, tables and figures over queries. */
export interface Report {
  readonly id: string
  readonly title: Words
  readonly about: Words
}

/** Declares a tool. Plain data: what goes in comes out. */
export function tool<const T extends Tool>(definition: T): Tool {
  return definition
}

/** Declares a report. */
export function report<const T extends Report>(definition: T): Report {
  return definition
}
