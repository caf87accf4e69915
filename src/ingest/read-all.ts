import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Table } from '#catalog'
import type { Engine } from '#engine'
import { readOnLanes } from './lanes.ts'
import { showOnce } from './once.ts'
import type { TableRead } from './read.ts'
import { openAccount } from './read-table.ts'
import { attachTables, sqlTable, tablePath, writeEmptyTable } from './tables.ts'
import { memberOf, type Work } from './work.ts'

/** How far the reading of a release is, over all its tables. */
export interface Progress {
  done: number
  readonly total: number
  rows: number
}

/** Bytes of text in the files of these tables. */
export function textOf(work: Work, tables: readonly Table[]): number {
  return tables.reduce((sum, table) => sum + (memberOf(work.source, table)?.size ?? 0), 0)
}

/** Tables on their way. */
export interface Reading {
  /** Every table read, and shown to the engine. */
  readonly all: Promise<TableRead[]>
  /** Resolves when these tables are read and shown to the engine; those of an earlier reading are. */
  ready(ids: readonly string[]): Promise<void>
}

/** Reads the files of these tables, the largest first, and gives the engine each that is built as `tables.*` and `once.*`. */
export async function startReading(
  work: Work,
  engine: Engine,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  progress: Progress,
): Promise<Reading> {
  const present = tables.flatMap((table) => {
    const member = memberOf(work.source, table)
    return member === undefined ? [] : [{ table, member }]
  })
  await mkdir(join(work.folder, 'tables'), { recursive: true })
  for (const table of tables) {
    if (memberOf(work.source, table) !== undefined) continue
    writeEmptyTable(table, join(work.folder, tablePath(table)))
    await show(engine, work.folder, table, new BigInt64Array())
  }
  const shown = new Map(present.map(({ table }) => [table.id, Promise.withResolvers<void>()]))
  // Whoever waits for one of them, or for all, hears of an error.
  for (const { promise } of shown.values()) promise.catch(() => undefined)
  const reading = readOnLanes({
    input: work.input,
    folder: work.folder,
    lanes: work.threads ?? 2,
    tasks: present
      .toSorted((a, b) => b.member.size - a.member.size)
      .map(({ table, member }) => ({ table, member: member.path })),
    onTask: ({ member }) => work.say({ stage: 'read', about: member }),
    onProgress: (bytes, more) => {
      progress.done += bytes
      progress.rows += more
      work.say({ stage: 'progress', ...progress })
    },
    onRead: (read) => {
      read.account.rows_expected = counts.get(read.table.file.toLowerCase()) ?? null
      const waiting = shown.get(read.table.id)
      showRead(engine, work.folder, read).then(waiting?.resolve, waiting?.reject)
    },
    signal: work.signal,
  })
  reading.catch((error: unknown) => {
    for (const { reject } of shown.values()) reject(error)
  })
  const all = Promise.all([reading, ...[...shown.values()].map(({ promise }) => promise)]).then(([reads]) => reads)
  all.catch(() => undefined)
  return {
    all,
    ready: async (ids) => {
      await Promise.all(ids.map((id) => shown.get(id)?.promise))
    },
  }
}

async function showRead(engine: Engine, folder: string, read: TableRead): Promise<void> {
  await show(engine, folder, read.table, read.repeatedKeys)
  await checkAccount(engine, read)
}

async function show(engine: Engine, folder: string, table: Table, repeated: BigInt64Array | undefined): Promise<void> {
  await attachTables(engine, folder, [table])
  await showOnce(engine, [table], () => repeated)
}

/** The engine, which reads by its own code, must find as many rows as we counted. */
async function checkAccount(engine: Engine, { table, account }: TableRead): Promise<void> {
  const [row] = await engine.query(`SELECT count(*) AS n FROM ${sqlTable(table)}`)
  if (row?.['n'] !== account.rows_loaded) throw openAccount(account.file)
}
