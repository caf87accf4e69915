import type { Catalog, Table } from '#catalog'
import type { Member, Source } from './open.ts'
import type { Mark } from './unchanged.ts'

/** What an ingest says while it works. `done` and `total` are bytes of text. */
export type IngestEvent =
  | {
      readonly stage: 'open' | 'hash' | 'read' | 'check' | 'facts' | 'publish' | 'compare' | 'again'
      readonly about: string
    }
  | { readonly stage: 'published'; readonly about: string; readonly whole: boolean }
  | { readonly stage: 'progress'; readonly done: number; readonly total: number; readonly rows: number }

export interface IngestOptions {
  readonly catalog: Catalog
  /** The zip, or a folder with its files. */
  readonly input: string
  readonly dataDir: string
  /** `2026-10`; without it the year and month of the folder inside the zip. */
  readonly id?: string | undefined
  /** `YYYY-MM-DD`; without it the last plausible date of the proceedings. */
  readonly asOf?: string | undefined
  readonly threads?: number | undefined
  /** All that the ingest may take: `2GB`. */
  readonly memory?: string | undefined
  readonly acceptRepairs?: boolean | undefined
  /** Bytes of text from which on first numbers are published before the whole. */
  readonly twoLanesFrom?: number | undefined
  /** False: nothing is carried over from older releases. */
  readonly carry?: boolean | undefined
  readonly onEvent?: (event: IngestEvent) => void
  /** Stops the ingest; nothing of it stays. */
  readonly signal?: AbortSignal | undefined
  /** Seconds without a sign of life, of a disk above all, after which it gives up. */
  readonly patience?: number | undefined
  readonly now?: () => Date
}

/** Options, watched over. */
export interface Watched extends IngestOptions {
  /** A sign of life, for the watchdog. */
  readonly alive: () => void
}

/** An ingest at work. */
export interface Work extends Watched {
  readonly source: Source
  /** The release as it was when it was opened. */
  readonly mark: Mark
  readonly folder: string
  readonly say: (event: IngestEvent) => void
}

/** The file of a table in a release, in whatever folder and case. */
export function memberOf(source: Source, table: Table): Member | undefined {
  const name = `${table.file}.csv`.toLowerCase()
  return source.members.find((m) => m.name === name)
}
