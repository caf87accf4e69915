import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Catalog, type FateCounts, fates, type LedgerPart, type LedgerTable, type Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import { DataError } from '#errors'
import { type Differing, differingRows } from './differing.ts'
import { type Build, fileSql, hasFile, quoted, rowsOf, type Shared, type Side, sharedColumns, sideOf } from './side.ts'
import { Walker } from './walk.ts'

/** What went before the earlier release of a comparison. */
export interface Past {
  /** Id of the first release of the series: rows of which no comparison saw the beginning were there then, or before. */
  readonly first: string
  /** Folders of the comparisons that lead to the earlier release, oldest first, each with the id of its later release. */
  readonly steps: readonly { readonly folder: string; readonly later: string }[]
}

export interface Comparing {
  readonly engine: Engine
  readonly catalog: Catalog
  readonly builds: readonly [Build, Build]
  readonly ids: readonly [earlier: string, later: string]
  readonly past: Past
  /** Where the comparison is written. */
  readonly folder: string
  /** Rows held at a time; smaller in tests. */
  readonly rowsAtOnce?: number | undefined
  readonly signal?: AbortSignal | undefined
}

const none: FateCounts = { added: 0, changed: 0, vanished: 0, returned: 0 }

/** Where the rows of a table that met a fate lie in the folder of a comparison. */
export function changesPath(folder: string, table: string): string {
  return join(folder, 'changes', `${table}.parquet`)
}

/** Where the keys lie that were in a release once and are in the later one no longer. */
function gonePath(folder: string, table: string): string {
  return join(folder, 'gone', `${table}.parquet`)
}

/** SQL of the court and the month of a row. */
function placeOf(table: Table, columns: readonly string[]): { court: string; month: string; by: string } {
  const has = (name: string | undefined): name is string => name !== undefined && columns.includes(name)
  const dates = (table.happened ?? []).filter(has).map(quoted)
  return {
    court: has(table.court) ? `CAST(${quoted(table.court)} AS VARCHAR)` : 'CAST(NULL AS VARCHAR)',
    month: dates.length === 0 ? 'CAST(NULL AS VARCHAR)' : dialect.month(`coalesce(${dates.join(', ')})`),
    by: has(table.courtBy?.column) ? quoted(table.courtBy.column) : 'CAST(NULL AS BIGINT)',
  }
}

function cell(shared: Shared, name: string): string {
  return shared.asText.has(name) ? `CAST(${quoted(name)} AS VARCHAR) AS ${quoted(name)}` : quoted(name)
}

/** Puts the rows between two keys that met a fate into `change`. */
async function keepChanges(
  engine: Engine,
  table: Table,
  shared: Shared,
  sides: readonly [Side, Side],
  { columns, masked, rows, old, range }: Differing,
): Promise<void> {
  if (rows === 0) return
  const { court, month, by } = placeOf(table, [...shared.compared, ...table.key])
  const fields = [
    ...(masked ? [] : columns.map((name) => cell(shared, name))),
    `${court} AS court_`,
    `${month} AS month_`,
    `${by} AS by_`,
  ]
  for (const [side, name, fate] of [
    [sides[0], 'old_row', 'added'],
    [sides[1], 'new_row', 'vanished'],
  ] as const) {
    await engine.execute(`CREATE OR REPLACE TEMP TABLE ${name} AS
      SELECT r.* FROM (${rowsOf(side, fields, name === 'old_row' && old === 0 ? 'false' : range)}) r JOIN differing d ON d.k = r.k WHERE d.fate <> '${fate}'`)
  }
  const differs = (name: string): string =>
    masked
      ? `d.mask & ${2n ** BigInt(shared.compared.indexOf(name))} <> 0`
      : `a.${quoted(name)} IS DISTINCT FROM b.${quoted(name)}`
  const differing = columns.map((name) => `CASE WHEN ${differs(name)} THEN ${dialect.text(name)} END`)
  const changed = differing.length === 0 ? 'NULL' : `concat_ws(',', ${differing.join(', ')})`
  await engine.execute(`INSERT INTO change
    SELECT d.k, d.fate, coalesce(b.court_, a.court_), coalesce(b.month_, a.month_), coalesce(b.by_, a.by_),
      CASE WHEN d.fate = 'changed' THEN ${changed} END, NULL, NULL
    FROM differing d LEFT JOIN old_row a ON a.k = d.k LEFT JOIN new_row b ON b.k = d.k`)
  await engine.execute('DROP TABLE old_row; DROP TABLE new_row; DROP TABLE differing')
}

/** Rows that name a row of another table stand at its court: as the later release has it, else the earlier one. */
async function placeByOther(work: Comparing, table: Table): Promise<void> {
  const other = table.courtBy === undefined ? undefined : work.catalog.tables.get(table.courtBy.table)
  const [key] = other?.key ?? []
  if (other?.court === undefined || key === undefined) return
  const [k, court] = [quoted(key), quoted(other.court)]
  for (const build of work.builds.toReversed()) {
    const open = await work.engine.query('SELECT 1 AS one FROM change WHERE court IS NULL LIMIT 1')
    if (open.length === 0 || !hasFile(build, other)) continue
    await work.engine.execute(`UPDATE change SET court = o.court FROM (
      SELECT ${k} AS k, any_value(${court}) AS court FROM ${fileSql(build, other)}
      WHERE ${k} IN (SELECT court_by FROM change WHERE court IS NULL) GROUP BY 1) o
      WHERE change.court IS NULL AND change.court_by = o.k`)
  }
}

async function exists(engine: Engine, path: string): Promise<boolean> {
  return (await engine.query(`SELECT 1 AS one FROM glob(${dialect.text(path)})`)).length > 0
}

/** Finds out which of the added rows were there before, and since when and until when each row was. */
async function remember(work: Comparing, table: Table): Promise<void> {
  const { engine, past, ids } = work
  const before = past.steps.at(-1)
  const gone = before === undefined ? undefined : gonePath(before.folder, table.id)
  if (gone !== undefined && (await exists(engine, gone))) {
    await engine.execute(`UPDATE change SET fate = 'returned', last = g.last FROM read_parquet(${dialect.text(gone)}) g
      WHERE change.fate = 'added' AND g.k = change.k`)
  }
  await engine.execute(`UPDATE change SET last = ${dialect.text(ids[0])} WHERE fate = 'vanished'`)
  for (const step of past.steps) {
    const path = changesPath(step.folder, table.id)
    if (!(await exists(engine, path))) continue
    await engine.execute(`UPDATE change SET first = ${dialect.text(step.later)} FROM read_parquet(${dialect.text(path)}) s
      WHERE s.fate = 'added' AND change.fate IN ('vanished', 'returned') AND s.k = change.k`)
  }
  await engine.execute(
    `UPDATE change SET first = ${dialect.text(past.first)} WHERE first IS NULL AND fate IN ('vanished', 'returned')`,
  )
}

/** Writes what became of the rows, and the keys that are gone now. */
async function keep(work: Comparing, table: Table): Promise<void> {
  const { engine, folder, past } = work
  const zstd = '(FORMAT parquet, COMPRESSION zstd)'
  await engine.execute(`COPY (SELECT k, fate, court, month, columns, first, last FROM change ORDER BY fate, k)
    TO ${dialect.text(changesPath(folder, table.id))} ${zstd}`)
  const step = past.steps.at(-1)
  const before = step === undefined ? undefined : gonePath(step.folder, table.id)
  const still =
    before !== undefined && (await exists(engine, before))
      ? `SELECT k, last FROM read_parquet(${dialect.text(before)}) WHERE k NOT IN (SELECT k FROM change WHERE fate = 'returned') UNION ALL `
      : ''
  await engine.execute(`COPY (${still}SELECT k, last FROM change WHERE fate = 'vanished')
    TO ${dialect.text(gonePath(folder, table.id))} ${zstd}`)
}

async function counted(engine: Engine, by: string): Promise<LedgerPart[]> {
  const counts = fates.map((fate) => `count(*) FILTER (WHERE fate = '${fate}') AS ${fate}`)
  const rows = await engine.query(
    `SELECT coalesce(${by}, 'none') AS part, ${counts.join(', ')} FROM change GROUP BY 1 ORDER BY 1`,
  )
  return rows.map((row) => ({
    part: String(row['part']),
    added: Number(row['added']),
    changed: Number(row['changed']),
    vanished: Number(row['vanished']),
    returned: Number(row['returned']),
  }))
}

async function changedColumns(engine: Engine): Promise<Record<string, number>> {
  const rows = await engine.query(
    `SELECT c, count(*) AS n FROM (SELECT unnest(string_split(columns, ',')) AS c FROM change WHERE fate = 'changed' AND columns <> '')
     GROUP BY c ORDER BY n DESC, c`,
  )
  return Object.fromEntries(rows.map((row) => [String(row['c']), Number(row['n'])]))
}

function checkBalance(entry: LedgerTable): void {
  const { before, after, rows, file } = entry
  if (before + rows.added + rows.returned - rows.vanished === after) return
  throw new DataError(
    `the ledger of ${file} does not close: ${before} keys before, ${rows.added} added, ${rows.returned} returned, ${rows.vanished} vanished, ${after} after`,
    { code: 'ledger-open', value: file, hint: 'the release stays published; please report this' },
  )
}

/** Adds the parts of a table's totals. */
export function sumOf(parts: readonly FateCounts[]): FateCounts {
  const sum = (fate: keyof FateCounts): number => parts.reduce((total, part) => total + part[fate], 0)
  return { added: sum('added'), changed: sum('changed'), vanished: sum('vanished'), returned: sum('returned') }
}

/** Compares a table of two builds by key and writes what became of its rows. */
async function compareTable(work: Comparing, table: Table, walker: Walker): Promise<LedgerTable | undefined> {
  const { engine, builds } = work
  if (!builds.every((build) => hasFile(build, table))) return undefined
  const shared = await sharedColumns(engine, table, builds)
  if (shared === undefined) return undefined
  const sides = [
    await sideOf(engine, table, builds[0], shared.key),
    await sideOf(engine, table, builds[1], shared.key),
  ] as const
  const compared = table.key.length === 0 ? { ...shared, compared: [] } : shared
  await engine.execute(`CREATE OR REPLACE TEMP TABLE change AS SELECT ${shared.key} AS k, '' AS fate, '' AS court, '' AS month,
    0::BIGINT AS court_by, '' AS columns, '' AS first, '' AS last FROM ${sides[1].from} LIMIT 0`)
  for await (const differing of differingRows({ ...work, walker }, table, compared, sides))
    await keepChanges(engine, table, compared, sides, differing)
  await placeByOther(work, table)
  await remember(work, table)
  await keep(work, table)
  const courts = await counted(engine, 'court')
  const entry: LedgerTable = {
    table: table.id,
    file: table.file,
    key: table.key,
    before: sides[0].keys,
    after: sides[1].keys,
    rows: courts.length === 0 ? none : sumOf(courts),
    columns: await changedColumns(engine),
    not_compared: shared.notCompared,
    courts,
    months: await counted(engine, 'month'),
  }
  await engine.execute('DROP TABLE change')
  checkBalance(entry)
  return entry
}

/** Compares the core tables of two builds. */
export async function compareTables(work: Comparing): Promise<LedgerTable[]> {
  for (const name of ['changes', 'gone']) await mkdir(join(work.folder, name), { recursive: true })
  const entries: LedgerTable[] = []
  const walker = new Walker()
  for (const table of work.catalog.tables.values()) {
    work.signal?.throwIfAborted()
    const entry = table.kind === 'core' ? await compareTable(work, table, walker) : undefined
    if (entry !== undefined) entries.push(entry)
  }
  return entries
}
