import type { Completeness, Language, MonthCompleteness, Row } from '#catalog'

export { type Cell, isMissing, type Missing, type MissingReason, type Row } from '#catalog'

export interface ResultColumn {
  readonly id: string
  readonly label: string
  /** `dimension`, or the kind of the measure. */
  readonly kind: 'dimension' | 'flow' | 'flow_to_date' | 'stock' | 'rate' | 'duration'
  readonly unit: string
  /** For `<rate>_numerator`, `<duration>_median` …: the measure it belongs to. */
  readonly of?: string
  readonly estimate?: true
}

/** Something the reader must know beside the numbers. */
export interface Note {
  /** Stable word: `pd_terminations_not_in_release`. */
  readonly code: string
  /** The sentence, in the language asked for. */
  readonly text: string
  readonly measure?: string
}

/** What was carried over into a release from an older one that still had it. */
export interface Carried {
  /** The release that had it of its own. */
  readonly release: string
  readonly sha256: string
  readonly as_of: string
  /** How many rows were kept there, and how many of them found their place here. */
  readonly kept: number
  readonly used: number
}

export interface ReleaseInfo {
  readonly id: string
  /** Last date that the release covers, `YYYY-MM-DD`. */
  readonly as_of: string
  readonly synthetic: boolean
  readonly sha256: string
  /** First month with a filing, `YYYY-MM`. */
  readonly first_month: string
  /**
   * Months that later releases are expected to raise: by the estimates where there are any, else the last two. In an answer those of what
   * its measures count, else those of any fact.
   */
  readonly provisional: readonly string[]
  /** False while only the first numbers are published and the rest is being read. */
  readonly whole?: boolean | undefined
  /** Estimates from releases that follow each other, by fact; absent with one release alone. */
  readonly completeness?: Completeness | undefined
  /** In an answer: the provisional months with their estimates. */
  readonly estimated?: readonly MonthCompleteness[] | undefined
  /** Absent when nothing was carried over. */
  readonly carried?: Carried | undefined
  /** Whole counts, for a home page. */
  readonly published_at: string
}

/** How an answer was made. */
export interface Plan {
  /** What answered: `months` (sums by month), `scan` (rows counted in coded columns), `duckdb`; several with commas. */
  readonly by: string
  /** The question in SQL, whatever answered it, and why that did. */
  readonly statements: readonly {
    readonly sql: string
    readonly parameters: readonly (string | number)[]
    readonly by: string
    readonly why: string
  }[]
  readonly milliseconds: number
}

/** Where the numbers come from. */
export interface Origin {
  readonly release: ReleaseInfo
  /** Measure id → short hash of its definition. */
  readonly definitions: Readonly<Record<string, string>>
  /** The period that was counted, both days included; `from` is absent when open. */
  readonly from?: string
  readonly to: string
  readonly since: string
  readonly base: string
}

export interface Result {
  /** The query in its normal form. */
  readonly query: string
  readonly columns: readonly ResultColumn[]
  /** Dimension → code → name. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly rows: readonly Row[]
  /** The measures over all rows, before `limit`; null unless asked for with `totals=1`. */
  readonly totals: Row | null
  /** How many rows there were before `limit`. */
  readonly row_count: number
  readonly notes: readonly Note[]
  readonly receipt: string
  readonly origin: Origin
  readonly plan: Plan
  readonly language: Language
}

/** The number in a cell, or undefined when it is missing. */
export function numberIn(row: Row | null | undefined, id: string): number | undefined {
  const cell = row?.[id]
  return typeof cell === 'number' ? cell : undefined
}
