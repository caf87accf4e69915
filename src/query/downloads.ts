import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Catalog, nearest } from '#catalog'
import { dialect } from '#engine'
import { NotFoundError, TryAgainError } from '#errors'
import type { OpenRelease } from './release.ts'

/** What of a release can be taken away as a file: its tables and facts as Parquet, its log as CSV. */
export const downloadKinds = ['tables', 'facts', 'log'] as const
export type DownloadKind = (typeof downloadKinds)[number]

/** A file of a release, open; whoever takes it closes it. It stays readable when the release is removed meanwhile. */
export interface Download {
  readonly handle: FileHandle
  readonly bytes: number
  /** `proceeding.parquet` */
  readonly name: string
  readonly type: string
  /** Alike only for the same bytes. */
  readonly tag: string
}

/** Longest piece of a raw row that leaves the house: a row can hold free text. */
const longestRaw = 300

/** A raw row as text: cut, bytes that cannot be printed as `\xHH`, and nothing that a spreadsheet takes for a formula. */
const raw = `regexp_replace(left(CAST(raw AS VARCHAR), ${longestRaw}), '^([=+@-])', '''\\1') AS raw`

/** Part of the log → SQL of its rows. */
const log: Readonly<Record<string, string>> = {
  accounts: 'SELECT * FROM log.accounts ORDER BY "table"',
  checks: 'SELECT * FROM log.checks',
  headers: 'SELECT * FROM log.headers ORDER BY "table", position',
  cleaning: 'SELECT * FROM log.cleaning ORDER BY "table"',
  repairs: `SELECT "table", line, repair, ${raw} FROM log.repairs ORDER BY "table", line`,
  rejects: `SELECT "table", line, reason, ${raw} FROM log.rejects ORDER BY "table", line`,
  cells: `SELECT file, row_number, "column", ${raw} FROM log.cells ORDER BY file, row_number`,
  duplicates: 'SELECT * FROM log.duplicates ORDER BY "table", "key"',
}

const parquet = 'application/vnd.apache.parquet'

function notThere(kind: DownloadKind, id: string, all: readonly string[]): NotFoundError {
  return new NotFoundError(`no such file of a release: ${kind}/${id}`, {
    code: 'no-such-download',
    value: id,
    nearest: nearest(id, all),
    allowed: all.join(', '),
  })
}

async function opened(path: string, name: string, type: string, tag: string): Promise<Download> {
  const handle = await open(path, 'r')
  return { handle, bytes: (await handle.stat()).size, name, type, tag }
}

/** Files that are being written, one after another: nobody can make the engine write a hundred at once. */
let writing: Promise<unknown> = Promise.resolve()
let waiting = 0
const mostWaiting = 4

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting >= mostWaiting) {
    throw new TryAgainError('other files are being written', {
      code: 'busy',
      hint: 'try again in a minute; tables can be had at any time',
    })
  }
  waiting++
  const mine = writing.then(work, work)
  writing = mine.catch(() => undefined)
  try {
    return await mine
  } finally {
    waiting--
  }
}

/** Writes rows to a file that is gone from its folder as soon as it is open. */
function written(release: OpenRelease, sql: string, name: string, type: string, tag: string): Promise<Download> {
  return inTurn(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'opendocket-file-'))
    try {
      const path = join(folder, name)
      const form = type === parquet ? 'FORMAT parquet, COMPRESSION zstd' : 'FORMAT csv, HEADER'
      await release.engine.execute(`COPY (${sql}) TO ${dialect.text(path)} (${form})`)
      return await opened(path, name, type, tag)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

/** Opens a file of a release: `tables` `proceeding`, `facts` `closure`, `log` `rejects`. A NotFoundError names those there are. */
export async function openDownload(
  release: OpenRelease,
  catalog: Catalog,
  kind: DownloadKind,
  id: string,
): Promise<Download> {
  const tag = `${basename(release.folder)}-${kind}-${id}`
  if (kind === 'log') {
    const sql = Object.hasOwn(log, id) ? log[id] : undefined
    if (sql === undefined) throw notThere(kind, id, Object.keys(log))
    return written(release, sql, `${id}.csv`, 'text/csv; charset=utf-8', tag)
  }
  if (kind === 'facts') {
    if (!catalog.facts.has(id)) throw notThere(kind, id, [...catalog.facts.keys()])
    return written(release, `SELECT * FROM facts."${id}"`, `${id}.parquet`, parquet, tag)
  }
  if (!catalog.tables.has(id)) throw notThere(kind, id, [...catalog.tables.keys()])
  return opened(join(release.folder, 'tables', `${id}.parquet`), `${id}.parquet`, parquet, tag)
}

/** Ids of what there is to take away, by kind. */
export function downloadsOf(catalog: Catalog): Readonly<Record<DownloadKind, readonly string[]>> {
  return { tables: [...catalog.tables.keys()], facts: [...catalog.facts.keys()], log: Object.keys(log) }
}
