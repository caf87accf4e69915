/** What may become of a row from one release to the next; a returned one was in an earlier release and not in the one before. */
export const fates = ['added', 'changed', 'vanished', 'returned'] as const

export type Fate = (typeof fates)[number]

/** How many rows met each fate. */
export type FateCounts = Readonly<Record<Fate, number>>

/** A release in a comparison. */
export interface LedgerRelease {
  readonly id: string
  readonly as_of: string
  readonly synthetic: boolean
  readonly sha256: string
}

/** One line of a table's totals: a court's code, or a month (`2026-09`); `none` where the row does not say. */
export interface LedgerPart extends FateCounts {
  readonly part: string
}

/** What became of the rows of one table. Rows are told apart by their key; of a key on several rows the first counts. */
export interface LedgerTable {
  readonly table: string
  /** As released, without `.csv`. */
  readonly file: string
  /** Columns of the key; empty where the whole row is its own key. */
  readonly key: readonly string[]
  /** Keys in the earlier and in the later release: before + added + returned - vanished = after. */
  readonly before: number
  readonly after: number
  readonly rows: FateCounts
  /** Cells of changed rows, by column. */
  readonly columns: Readonly<Record<string, number>>
  /** Columns that only one of the releases has; they are not compared. */
  readonly not_compared: readonly string[]
  readonly courts: readonly LedgerPart[]
  readonly months: readonly LedgerPart[]
}

/** Two releases compared, key by key. */
export interface Ledger {
  readonly earlier: LedgerRelease
  readonly later: LedgerRelease
  /** Releases before the earlier one, oldest first, in which a returned row may have been seen. */
  readonly history: readonly string[]
  readonly totals: FateCounts
  readonly tables: readonly LedgerTable[]
  readonly seconds: number
  readonly cpu_seconds: number
}

/** A row of the ledger. */
export interface LedgerRow {
  readonly key: string
  readonly fate: Fate
  readonly court: string
  /** `YYYY-MM`, or `none`. */
  readonly month: string
  /** Columns that differ, of a changed row. */
  readonly columns: readonly string[]
  /** Ids of the releases that first and last had the row. */
  readonly first: string
  readonly last: string
}

/** Which rows of a ledger are asked for. */
export interface LedgerAsk {
  readonly table: string
  readonly fate: Fate
  readonly limit: number
}

/** The comparisons that are kept. */
export interface LedgerLibrary {
  /** Pairs compared, by id, the latest first. */
  pairs(): Promise<readonly { readonly earlier: string; readonly later: string }[]>
  /** A comparison, or undefined when it was not made, or not since one of the releases was built anew. */
  find(earlier: string, later: string): Promise<Ledger | undefined>
  /** Rows of a comparison, by key. */
  rows(earlier: string, later: string, ask: LedgerAsk): Promise<readonly LedgerRow[]>
}
