import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import { writeNumbers } from '../parquet.ts'
import { rangesOf } from './ranges.ts'
import { quoted, rowsOf, type Shared, type Side, tableFile } from './side.ts'
import type { Differences, Walker } from './walk.ts'

/** Rows that differ: their keys, fates and masks stand in the engine's table `differing`. */
export interface Differing {
  /** Condition on the key under which they were looked for. */
  readonly range: string
  /** The columns among which the differences are. */
  readonly columns: readonly string[]
  /** Whether `mask` says of each changed row in which columns it differs, by their place; else its cells have to be compared. */
  readonly masked: boolean
  /** Rows that differ, and those of them that the earlier release has. */
  readonly rows: number
  readonly old: number
}

export interface Finding {
  readonly engine: Engine
  readonly walker: Walker
  /** Where something may be put for a while. */
  readonly folder: string
  readonly rowsAtOnce?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** In the engine columns are compared in groups of so many: one hash of 64 bits for each. */
const groupSize = 4

function groupsOf({ compared }: Shared): (readonly string[])[] {
  return Array.from({ length: Math.ceil(compared.length / groupSize) }, (_, i) =>
    compared.slice(i * groupSize, (i + 1) * groupSize),
  )
}

/** The key and the marks of the rows of a side between two keys. */
function markedRows(side: Side, shared: Shared, range: string): string {
  const plain = (name: string): string => (shared.asText.has(name) ? `CAST(${quoted(name)} AS VARCHAR)` : quoted(name))
  const marks = groupsOf(shared).map((group, i) => `hash(${group.map(plain).join(', ')}) AS h${i}`)
  return rowsOf(side, marks, range)
}

/** Lets the engine put the keys between two keys whose rows differ into `differing`. */
async function byHashes(
  engine: Engine,
  shared: Shared,
  sides: readonly [Side, Side],
  range: string,
): Promise<Differing> {
  const groups = groupsOf(shared)
  const mask = groups.map((_, i) => `CASE WHEN a.h${i} <> b.h${i} THEN ${2 ** i} ELSE 0 END`)
  const unlike = ['a.k IS NULL', 'b.k IS NULL', ...groups.map((_, i) => `a.h${i} <> b.h${i}`)]
  await engine.execute(`CREATE OR REPLACE TEMP TABLE differing AS
    SELECT coalesce(b.k, a.k) AS k, CASE WHEN a.k IS NULL THEN 'added' WHEN b.k IS NULL THEN 'vanished' ELSE 'changed' END AS fate,
      CAST(${['0', ...mask].join(' + ')} AS BIGINT) AS mask
    FROM (${markedRows(sides[0], shared, range)}) a FULL JOIN (${markedRows(sides[1], shared, range)}) b ON b.k = a.k
    WHERE ${unlike.join(' OR ')}`)
  const [row] = await engine.query(
    `SELECT coalesce(bit_or(mask), 0) AS mask, count(*) FILTER (WHERE fate <> 'added') AS old, count(*) AS rows FROM differing`,
  )
  const found = BigInt(Number(row?.['mask'] ?? 0))
  const columns = groups.flatMap((group, i) => ((found >> BigInt(i)) & 1n ? group : []))
  return { range, columns, masked: false, rows: Number(row?.['rows'] ?? 0), old: Number(row?.['old'] ?? 0) }
}

/** Keys that stand on several rows of a side. */
async function keysTwice(engine: Engine, sides: readonly Side[]): Promise<Set<bigint>> {
  const tables = sides.flatMap(({ twice }) =>
    twice === undefined ? [] : [`SELECT CAST(k AS VARCHAR) AS k FROM ${twice}`],
  )
  const rows = tables.length === 0 ? [] : await engine.query(tables.join(' UNION '))
  return new Set(rows.map((row) => BigInt(String(row['k']))))
}

/** Walks through both files; undefined where they are not made for it. */
async function walked(
  { engine, walker, signal }: Finding,
  table: Table,
  shared: Shared,
  sides: readonly [Side, Side],
): Promise<Differences | undefined> {
  const [key, another] = table.key
  const isNumber = table.columns.some(({ name, type }) => name === key && type === 'integer')
  if (key === undefined || another !== undefined || !isNumber || shared.asText.size > 0) return undefined
  return walker.walk({
    paths: [tableFile(sides[0].build, table), tableFile(sides[1].build, table)],
    key,
    columns: shared.compared,
    twice: await keysTwice(engine, sides),
    signal,
  })
}

/** Puts rows into `differing`, by fate: with the mask of each that changed, or without any. */
async function putDiffering(
  { engine, folder }: Finding,
  name: string,
  rows: Pick<Differences, 'added' | 'vanished' | 'changed' | 'masks'>,
): Promise<void> {
  const { added, vanished, changed, masks } = rows
  const fates = [added.map(() => 0n), vanished.map(() => 1n), changed.map(() => 2n)].flat()
  const none = Array.from({ length: fates.length - masks.length }, () => 0n)
  const path = join(folder, `${name}.parquet`)
  writeNumbers(path, { k: [...added, ...vanished, ...changed], fate: fates, mask: [...none, ...masks] })
  await engine.execute(`CREATE OR REPLACE TEMP TABLE differing AS
    SELECT k, ['added', 'vanished', 'changed'][fate + 1] AS fate, mask FROM read_parquet(${dialect.text(path)})`)
  await rm(path)
}

/** Up to so many rows are looked for by their keys. */
const fewRows = 1000

/** What a walk found: the rows whose differing columns are known, then those whose are not. */
async function* walkedRows(
  finding: Finding,
  table: Table,
  shared: Shared,
  found: Differences,
): AsyncGenerator<Differing> {
  const { added, vanished, changed, masks, unsure } = found
  const any = masks.reduce((all, mask) => all | mask, 0n)
  const columns = shared.compared.filter((_, at) => (any >> BigInt(at)) & 1n)
  const old = vanished.length + changed.length
  // Each file has a name of its own: the engine remembers footers by name.
  await putDiffering(finding, `differing-${table.id}`, found)
  yield { range: 'true', columns, masked: true, rows: added.length + old, old }
  if (unsure.length === 0) return
  await putDiffering(finding, `unsure-${table.id}`, { added: [], vanished: [], changed: unsure, masks: [] })
  const [key = ''] = table.key
  const range = unsure.length > fewRows ? 'true' : `${quoted(key)} IN (${unsure.join(', ')})`
  yield { range, columns: shared.compared, masked: false, rows: unsure.length, old: unsure.length }
}

/**
 * Finds the rows that differ between two sides of a table, piece by piece. Files that the ingest wrote are walked through
 * side by side; what is in no such order, of another key or of another type in the two, the engine joins.
 */
export async function* differingRows(
  finding: Finding,
  table: Table,
  shared: Shared,
  sides: readonly [Side, Side],
): AsyncGenerator<Differing> {
  const found = await walked(finding, table, shared, sides)
  if (found !== undefined) yield* walkedRows(finding, table, shared, found)
  else
    for (const range of await rangesOf(finding.engine, table, sides, finding.rowsAtOnce))
      yield await byHashes(finding.engine, shared, sides, range)
}
