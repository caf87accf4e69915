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

/** Reads the files of these tables, the largest first, and gives the engine the built ones as `tables.*` and `once.*`. */
export async function readTables(
  work: Work,
  engine: Engine,
  tables: readonly Table[],
  counts: ReadonlyMap<string, number>,
  progress: Progress,
): Promise<TableRead[]> {
  const present = tables.flatMap((table) => {
    const member = memberOf(work.source, table)
    return member === undefined ? [] : [{ table, member }]
  })
  await mkdir(join(work.folder, 'tables'), { recursive: true })
  const reads = await readOnLanes({
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
    signal: work.signal,
  })
  for (const read of reads) read.account.rows_expected = counts.get(read.table.file.toLowerCase()) ?? null
  for (const table of tables)
    if (memberOf(work.source, table) === undefined) writeEmptyTable(table, join(work.folder, tablePath(table)))
  await attachTables(engine, work.folder, tables)
  await checkAccounts(engine, reads)
  const late = new Map(reads.map((read) => [read.table.id, read.lateKeys]))
  await showOnce(engine, tables, (table) => late.get(table.id))
  return reads
}

/** The engine, which reads by its own code, must find as many rows as we counted. */
async function checkAccounts(engine: Engine, reads: readonly TableRead[]): Promise<void> {
  for (const { table, account } of reads) {
    const [row] = await engine.query(`SELECT count(*) AS n FROM ${sqlTable(table)}`)
    if (row?.['n'] !== account.rows_loaded) throw openAccount(account.file)
  }
}
