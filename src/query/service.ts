import type { Catalog, Language, LedgerLibrary } from '#catalog'
import type { OpendocketError } from '#errors'
import type { BalanceSheet, Compared, ProvedAccount } from './derived.ts'
import type { Download, DownloadKind } from './downloads.ts'
import type { Query } from './query.ts'
import type { ReleaseInfo, Result } from './result.ts'

export interface Value {
  readonly code: string
  readonly label: string
}

/** What rooms, reports, the API and the command line ask questions of. */
export interface QueryService {
  readonly catalog: Catalog
  /** What became of the rows from one release to the next. */
  readonly ledgers: LedgerLibrary
  /** Published releases, newest first. */
  releases(): Promise<readonly ReleaseInfo[]>
  /** What is the matter with published releases that this version cannot read; the id of each is its `value`. */
  unreadable(): Promise<readonly OpendocketError[]>
  /** The release of this id, or the current one; a NotFoundError names those there are. */
  release(id?: string): Promise<ReleaseInfo>
  /** What the ingest did with a release: accounts, checks, repairs, rejects. */
  account(id?: string): Promise<ProvedAccount>
  /** Answers a query. Throws a UsageError for a query that cannot be answered. */
  run(query: Query | string, language?: Language): Promise<Result>
  /** The SQL that counts a query, without counting. Throws as `run` does. */
  statements(query: string): Promise<readonly string[]>
  /** Leads from one measure to another: `measures=closures,closures@eoir&court=LOS`. A UsageError where no bridge does. */
  compare(query: string, language?: Language): Promise<Compared>
  /** What came to a stock, what left it and what does not add up: `balance=docket&by=court&from=FY2012&to=FY2012`. */
  balance(query: string, language?: Language): Promise<BalanceSheet>
  /** Codes of a dimension with their names, those that contain `search` (in code or name, without case or accents) first by rows. */
  values(dimension: string, options?: ValuesOptions): Promise<readonly Value[]>
  /** What there is to take away of a release, by kind. */
  readonly downloads: Readonly<Record<DownloadKind, readonly string[]>>
  /** Opens a file of a release: a table or a fact as Parquet, a part of the log as CSV. */
  download(kind: DownloadKind, id: string, release?: string): Promise<Download>
  /** Re-derives what a receipt names. */
  verify(receipt: string): Promise<Verification>
}

export interface ValuesOptions {
  readonly search?: string
  readonly limit?: number
  readonly release?: string
  readonly language?: Language
  /** Only codes within this code of the parent dimension: hearing locations of court LOS. */
  readonly within?: string
}

export type Verification =
  | { readonly verdict: 'match'; readonly query: string; readonly release: string; readonly value?: number }
  | {
      readonly verdict: 'mismatch'
      readonly code: 'definition_changed' | 'other_numbers'
      readonly query: string
      readonly release: string
      readonly why: string
    }
  | {
      readonly verdict: 'cannot'
      readonly code: 'release_not_here' | 'other_file' | 'carried_otherwise'
      readonly why: string
    }
