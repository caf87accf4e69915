import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { dialect, type Engine } from '#engine'
import type { Check } from './checks.ts'
import type { RowLog, TableRead } from './read.ts'

/** A row longer than this is kept up to here; its length is in the reason. */
const keepRaw = 64 * 1024

/** The log of one ingest, written beside the release while it is read and loaded into `log.*` at its end. */
export class IngestLog implements RowLog {
  readonly #repairsPath: string
  readonly #rejectsPath: string
  readonly #repairs: number
  readonly #rejects: number

  constructor(folder: string) {
    this.#repairsPath = join(folder, 'repairs.ndjson')
    this.#rejectsPath = join(folder, 'rejects.ndjson')
    this.#repairs = openSync(this.#repairsPath, 'w')
    this.#rejects = openSync(this.#rejectsPath, 'w')
  }

  repaired(entry: { table: string; line: number; repair: string; raw: Buffer; fields: readonly string[] }): void {
    const { table, line, repair, raw, fields } = entry
    writeSync(
      this.#repairs,
      `${JSON.stringify({ table, line, repair, raw: raw.subarray(0, keepRaw).toString('base64'), mended: fields.join('\t') })}\n`,
    )
  }

  rejected(entry: { table: string; line: number; reason: string; raw: Buffer }): void {
    const { table, line, reason, raw } = entry
    writeSync(
      this.#rejects,
      `${JSON.stringify({ table, line, reason, raw: raw.subarray(0, keepRaw).toString('base64') })}\n`,
    )
  }

  close(): void {
    closeSync(this.#repairs)
    closeSync(this.#rejects)
  }

  /** Fills `log.repairs` and `log.rejects`; raw rows are bytes, as they stood in the file. */
  async load(engine: Engine): Promise<void> {
    const json = (path: string, columns: string): string =>
      `read_json(${dialect.text(path)}, format = 'newline_delimited', maximum_object_size = 16777216, columns = {${columns}})`
    await engine.execute(`INSERT INTO log.repairs SELECT "table", line, repair, from_base64(raw), mended
      FROM ${json(this.#repairsPath, "'table': 'VARCHAR', line: 'BIGINT', repair: 'VARCHAR', raw: 'VARCHAR', mended: 'VARCHAR'")}`)
    await engine.execute(`INSERT INTO log.rejects SELECT "table", line, reason, from_base64(raw)
      FROM ${json(this.#rejectsPath, "'table': 'VARCHAR', line: 'BIGINT', reason: 'VARCHAR', raw: 'VARCHAR'")}`)
  }
}

/** The schemas of a built release: `tables` mirrors the release, `facts` judges, `reference` is ours, `log` accounts. */
export const schemaSql = `
CREATE SCHEMA tables; CREATE SCHEMA work; CREATE SCHEMA facts; CREATE SCHEMA reference; CREATE SCHEMA log;
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

export async function logChecks(engine: Engine, checks: readonly Check[]): Promise<void> {
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
