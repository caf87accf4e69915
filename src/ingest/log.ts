import { closeSync, openSync, writeSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dialect, type Engine } from '#engine'
import type { Check } from './checks.ts'
import { repeatedSql } from './once.ts'
import type { RowLog, TableRead } from './read.ts'

/** A row longer than this is kept up to here; its length is in the reason. */
const keepRaw = 64 * 1024

/** Files of the log, one of each for every lane, in the folder of the build until they are loaded. */
const kinds = {
  repairs: {
    columns: "'table': 'VARCHAR', line: 'BIGINT', repair: 'VARCHAR', raw: 'VARCHAR', mended: 'VARCHAR'",
    select: '"table", line, repair, from_base64(raw), mended',
    order: '"table", line',
  },
  rejects: {
    columns: "'table': 'VARCHAR', line: 'BIGINT', reason: 'VARCHAR', raw: 'VARCHAR'",
    select: '"table", line, reason, from_base64(raw)',
    order: '"table", line',
  },
  cells: {
    columns: "file: 'VARCHAR', row_number: 'BIGINT', \"column\": 'VARCHAR', raw: 'VARCHAR'",
    select: 'file, row_number, "column", raw',
    order: 'file, row_number',
  },
} as const
type Kind = keyof typeof kinds

function isKind(name: string): name is Kind {
  return name in kinds
}

/** The log of one lane, written beside the release while it is read. */
export class LaneLog implements RowLog {
  readonly #files: Readonly<Record<Kind, number>>

  constructor(folder: string, lane: number) {
    const file = (kind: Kind): number => openSync(join(folder, `${kind}.${lane}.ndjson`), 'w')
    this.#files = { repairs: file('repairs'), rejects: file('rejects'), cells: file('cells') }
  }

  repaired(entry: { table: string; line: number; repair: string; raw: Buffer; fields: readonly string[] }): void {
    const { table, line, repair, raw, fields } = entry
    this.#write('repairs', { table, line, repair, raw: kept(raw), mended: fields.join('\t') })
  }

  rejected(entry: { table: string; line: number; reason: string; raw: Buffer }): void {
    this.#write('rejects', { ...entry, raw: kept(entry.raw) })
  }

  unreadable(entry: { file: string; row: number; column: string; raw: string }): void {
    const { file, row, column, raw } = entry
    this.#write('cells', { file, row_number: row, column, raw })
  }

  #write(kind: Kind, line: Readonly<Record<string, string | number>>): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    // A disk that is nearly full takes a part of it and says so by the number alone.
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#files[kind], bytes, at)
  }

  close(): void {
    for (const file of Object.values(this.#files)) closeSync(file)
  }
}

function kept(raw: Buffer): string {
  return raw.subarray(0, keepRaw).toString('base64')
}

/** Fills `log.repairs`, `log.rejects` and `log.cells` from what the lanes wrote, and takes their files away. */
export async function loadLaneLogs(engine: Engine, folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ndjson'))
  for (const kind of Object.keys(kinds).filter(isKind)) {
    const paths = files.filter((name) => name.startsWith(`${kind}.`)).map((name) => dialect.text(join(folder, name)))
    if (paths.length === 0) continue
    const { columns, select, order } = kinds[kind]
    await engine.execute(`INSERT INTO log.${kind} SELECT ${select} FROM read_json([${paths.join(', ')}],
      format = 'newline_delimited', maximum_object_size = 16777216, columns = {${columns}}) ORDER BY ${order}`)
  }
  for (const name of files) await rm(join(folder, name))
}

/** The schemas of a built release beside its tables and facts: `reference` is ours, `log` accounts. What only the building needs (`work`) stays out of it. */
export const schemaSql = `
ATTACH ':memory:' AS work;
ATTACH ':memory:' AS codes;
${repeatedSql}CREATE SCHEMA reference; CREATE SCHEMA log;
CREATE TABLE log.release (id VARCHAR, as_of DATE, synthetic BOOLEAN, sha256 VARCHAR);
CREATE TABLE log.accounts ("table" VARCHAR, file VARCHAR, rows_in BIGINT, rows_loaded BIGINT, rows_repaired BIGINT, rows_rejected BIGINT, rows_expected BIGINT, lines_in BIGINT);
CREATE TABLE log.cleaning ("table" VARCHAR, nul BIGINT, control BIGINT, decoded BIGINT);
CREATE TABLE log.headers ("table" VARCHAR, position INTEGER, released VARCHAR, name VARCHAR);
CREATE TABLE log.repairs ("table" VARCHAR, line BIGINT, repair VARCHAR, raw BLOB, mended VARCHAR);
CREATE TABLE log.rejects ("table" VARCHAR, line BIGINT, reason VARCHAR, raw BLOB);
CREATE TABLE log.cells (file VARCHAR, row_number BIGINT, "column" VARCHAR, raw VARCHAR);
CREATE TABLE log.duplicates ("table" VARCHAR, "key" VARCHAR, times BIGINT);
CREATE TABLE log.checks (id VARCHAR, "table" VARCHAR, level VARCHAR, message VARCHAR, value BIGINT);
`

function literal(value: string | number | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'number' ? String(value) : dialect.text(value)
}

async function insert(
  engine: Engine,
  table: string,
  rows: readonly (readonly (string | number | null)[])[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += 500) {
    const values = rows.slice(at, at + 500).map((row) => `(${row.map(literal).join(', ')})`)
    await engine.execute(`INSERT INTO ${table} VALUES ${values.join(',\n')}`)
  }
}

/** Writes accounts, headers and cleaning of every table read. */
export async function logReads(engine: Engine, reads: readonly TableRead[]): Promise<void> {
  await insert(
    engine,
    'log.accounts',
    reads.map(({ table, account: a }) => [
      table.file,
      a.file,
      a.rows_in,
      a.rows_loaded,
      a.rows_repaired,
      a.rows_rejected,
      a.rows_expected,
      a.lines_in,
    ]),
  )
  await insert(
    engine,
    'log.cleaning',
    reads.map(({ table, cleaning: c }) => [table.file, c.nul, c.control, c.decoded]),
  )
  await insert(
    engine,
    'log.headers',
    reads.flatMap(({ table, header }) =>
      header.columns.map((c, i) => [table.file, i + 1, c.released, c.column?.name ?? null]),
    ),
  )
}

/** Writes the checks, in place of those before. */
export async function logChecks(engine: Engine, checks: readonly Check[]): Promise<void> {
  await engine.execute('DELETE FROM log.checks')
  await insert(
    engine,
    'log.checks',
    checks.map((c) => [c.id, c.table, c.level, c.message, c.value]),
  )
}

/** Loads the small tables of our own that a release lacks. */
export async function loadReferences(
  engine: Engine,
  references: ReadonlyMap<string, readonly (readonly string[])[]>,
): Promise<void> {
  for (const [id, [header = [], ...rows]] of references) {
    await engine.execute(`CREATE TABLE reference."${id}" (${header.map((h) => `"${h}" VARCHAR`).join(', ')})`)
    await insert(
      engine,
      `reference."${id}"`,
      rows.map((row) => header.map((_, i) => row[i] ?? null)),
    )
  }
}
