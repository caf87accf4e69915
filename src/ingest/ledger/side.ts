import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import { tablePath } from '../tables.ts'

/** One of the two builds that are compared: its folder, and the name under which its database is attached. */
export interface Build {
  readonly folder: string
  readonly as: 'earlier' | 'later'
}

/** A table of a build as the comparison reads it. */
export interface Side {
  readonly build: Build
  /** A `FROM` item. */
  readonly from: string
  /** SQL of the key, one value for each row. */
  readonly key: string
  /** The table of keys that stand on several rows; undefined when there is none. */
  readonly twice: string | undefined
  /** Distinct keys. */
  readonly keys: number
}

/** The columns that two files of a table share, and those that only one of them has. */
export interface Shared {
  readonly compared: readonly string[]
  /** Columns of another type in each file; they are compared as text. */
  readonly asText: ReadonlySet<string>
  readonly notCompared: readonly string[]
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Where a build's file of a table lies. */
export function tableFile(build: Build, table: Table): string {
  return join(build.folder, tablePath(table))
}

export function hasFile(build: Build, table: Table): boolean {
  return existsSync(tableFile(build, table))
}

/** A build's file of a table as a `FROM` item. */
export function fileSql(build: Build, table: Table): string {
  return `read_parquet(${dialect.text(tableFile(build, table))}, file_row_number = true)`
}

async function number(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.query(sql)
  return Number(row?.['n'] ?? 0)
}

/** The key of a table: one column as it is, several as text, none: the whole row. */
function keySql(table: Table, columns: readonly string[]): string {
  const [only, another] = table.key
  if (only !== undefined && another === undefined) return quoted(only)
  const parts = table.key.length > 0 ? table.key : columns
  return `concat_ws(',', ${parts.map((name) => `coalesce(CAST(${quoted(name)} AS VARCHAR), '')`).join(', ')})`
}

/** Columns of a build's file and their types, those left out that the release did not have. */
async function columnsOf(engine: Engine, build: Build, table: Table): Promise<Map<string, string>> {
  const described = await engine.query(`DESCRIBE SELECT * FROM read_parquet(${dialect.text(tableFile(build, table))})`)
  const released = await engine.query(
    `SELECT coalesce(name, released) AS name FROM ${build.as}.log.headers WHERE "table" = ${dialect.text(table.file)}`,
  )
  const has = new Set(released.map((row) => String(row['name']).toLowerCase()))
  const known = new Set(table.columns.map((c) => c.name.toLowerCase()))
  const columns = described.map((row) => [String(row['column_name']), String(row['column_type'])] as const)
  return new Map(columns.filter(([name]) => has.has(name.toLowerCase()) || !known.has(name.toLowerCase())))
}

/** What can be compared between two files of a table; undefined: it has no key, and they have no column in common. */
export async function sharedColumns(
  engine: Engine,
  table: Table,
  builds: readonly [Build, Build],
): Promise<(Shared & { readonly key: string }) | undefined> {
  const [earlier, later] = [await columnsOf(engine, builds[0], table), await columnsOf(engine, builds[1], table)]
  const both = [...later.keys()].filter((name) => earlier.has(name))
  const all = [...new Set([...earlier.keys(), ...later.keys()])]
  if (table.key.length === 0 && both.length === 0) return undefined
  return {
    key: keySql(table, both),
    compared: both.filter((name) => !table.key.includes(name)),
    asText: new Set(both.filter((name) => earlier.get(name) !== later.get(name))),
    notCompared: all.filter((name) => !both.includes(name)),
  }
}

/**
 * Opens a table of a build for the comparison. Keys that stand on several rows go into a table of their own, so that
 * only their rows have to be put in order.
 */
export async function sideOf(engine: Engine, table: Table, build: Build, key: string): Promise<Side> {
  const from = fileSql(build, table)
  if (table.key.length === 0) {
    const keys = await number(engine, `SELECT count(DISTINCT ${key}) AS n FROM ${from}`)
    return { build, from: `(SELECT DISTINCT ON (${key}) * FROM ${from})`, key, twice: undefined, keys }
  }
  const rows = await number(engine, `SELECT count(*) AS n FROM ${from}`)
  const sure = table.key.every((name) => table.required.includes(name))
  const without = sure ? 0 : await number(engine, `SELECT count(*) AS n FROM ${from} WHERE ${key} IS NULL`)
  const twice = `twice_${build.as}`
  await engine.execute(`CREATE OR REPLACE TEMP TABLE ${twice} AS SELECT ${key} AS k, 0::BIGINT AS times FROM ${from} LIMIT 0;
    INSERT INTO ${twice} SELECT "key", times FROM ${build.as}.log.duplicates WHERE "table" = ${dialect.text(table.file)} AND "key" <> ''`)
  const surplus = await number(engine, `SELECT coalesce(sum(times - 1), 0)::BIGINT AS n FROM ${twice}`)
  return { build, from, key, twice: surplus > 0 ? twice : undefined, keys: rows - without - surplus }
}

/** The rows of a side between two keys, each key once: the first row of a key that stands on several. */
export function rowsOf(side: Side, fields: readonly string[], range: string): string {
  const { from, key, twice } = side
  const select = `SELECT ${[`${key} AS k`, ...fields].join(', ')} FROM ${from} WHERE ${key} IS NOT NULL AND ${range}`
  if (twice === undefined) return select
  const among = `${key} IN (SELECT k FROM ${twice})`
  return `${select} AND ${key} NOT IN (SELECT k FROM ${twice}) UNION ALL (SELECT * EXCLUDE (place_) FROM (
    SELECT DISTINCT ON (k) * FROM (SELECT ${[`${key} AS k`, 'file_row_number AS place_', ...fields].join(', ')}
      FROM ${from} WHERE ${among} AND ${range}) ORDER BY k, place_))`
}
