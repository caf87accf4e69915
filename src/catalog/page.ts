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
  /** Dimensions whose members begin in the order of their names, since a ranking would mislead. */
  readonly byName?: readonly string[]
}

/** One line of a profile: a measure, and the tool in which it can be looked at closer. */
export interface ProfileLine {
  readonly measure: string
  readonly tool: string
}

/** A page on one member of a dimension: a court, a nationality. */
export interface Profile {
  readonly id: string
  /** The dimension whose members have a page each. */
  readonly dimension: string
  readonly title: Words
  readonly question: Words
  /** Told as of the last day of the release. */
  readonly now: readonly ProfileLine[]
  /** Told of the last twelve months. */
  readonly year: readonly ProfileLine[]
  /** Drawn month by month. */
  readonly series: readonly ProfileLine[]
  /** The largest members of other dimensions. */
  readonly lists: readonly { readonly dimension: string; readonly measure: string; readonly tool: string }[]
  /** Smallest base for a rate. */
  readonly min: number
}

/** A page of prose, tables and figures over queries. */
export interface Report {
  readonly id: string
  readonly title: Words
  readonly about: Words
  /** Every measure that it asks for. */
  readonly measures: readonly string[]
}

/** Declares a tool. Plain data: what goes in comes out. */
export function tool<const T extends Tool>(definition: T): Tool {
  return definition
}

/** Declares a profile. Plain data: what goes in comes out. */
export function profile<const T extends Profile>(definition: T): Profile {
  return definition
}

/** Declares a report. */
export function report<const T extends Report>(definition: T): Report {
  return definition
}
