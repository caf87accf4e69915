import type { Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import type { Side } from './side.ts'
import { quoted } from './side.ts'

/** About so many rows are held at a time. */
const rowsAtOnce = 4_000_000
/** Where files are so little sorted that ranges would read them this many times over, all is compared at once. */
const mostReading = 1.5

interface Group {
  readonly rows: number
  readonly least: number
  readonly most: number
}

async function groupsOf(engine: Engine, side: Side, column: string): Promise<Group[] | undefined> {
  const path = /read_parquet\(('(?:[^']|'')*')/.exec(side.from)?.[1]
  if (path === undefined) return undefined
  const rows = await engine.query(
    `SELECT row_group_num_rows AS n, TRY_CAST(stats_min_value AS BIGINT) AS least, TRY_CAST(stats_max_value AS BIGINT) AS most
     FROM parquet_metadata(${path}) WHERE lower(path_in_schema) = ${dialect.text(column.toLowerCase())}`,
  )
  const groups = rows.map((r) => ({ rows: Number(r['n']), least: r['least'], most: r['most'] }))
  if (groups.some((g) => g.least === null || g.most === null)) return undefined
  return groups.map((g) => ({ rows: g.rows, least: Number(g.least), most: Number(g.most) }))
}

/** Keys at which one range ends and the next begins. */
function borders(groups: readonly Group[], size: number): number[] {
  const ends: number[] = []
  let rows = 0
  for (const group of groups.toSorted((a, b) => a.most - b.most)) {
    rows += group.rows
    if (rows < size) continue
    ends.push(group.most)
    rows = 0
  }
  return [...new Set(ends)]
}

/** How often a row is read, on average, when every row group is read for each range that it reaches into. */
function reading(groups: readonly Group[], ends: readonly number[]): number {
  const total = groups.reduce((sum, g) => sum + g.rows, 0)
  const read = groups.reduce((sum, g) => sum + g.rows * (1 + ends.filter((e) => e >= g.least && e < g.most).length), 0)
  return total === 0 ? 1 : read / total
}

/**
 * Conditions on the key that part the rows of both sides, so that few are held at a time. Files that are sorted by key, as
 * released ones are, are read once; an unsorted one is compared in one piece, and the engine puts on disk what is too much.
 */
export async function rangesOf(
  engine: Engine,
  table: Table,
  sides: readonly [Side, Side],
  size = rowsAtOnce,
): Promise<string[]> {
  const [column, another] = table.key
  const whole = ['true']
  if (column === undefined || another !== undefined) return whole
  if (table.columns.find((c) => c.name === column)?.type !== 'integer') return whole
  const [earlier, later] = [await groupsOf(engine, sides[0], column), await groupsOf(engine, sides[1], column)]
  if (earlier === undefined || later === undefined) return whole
  const ends = borders(later, size)
  if (reading(earlier, ends) > mostReading || reading(later, ends) > mostReading) return whole
  const key = quoted(column)
  const [first] = ends
  if (first === undefined) return whole
  return [
    `${key} <= ${first}`,
    ...ends.slice(1).map((end, i) => `${key} > ${ends[i]} AND ${key} <= ${end}`),
    `${key} > ${ends.at(-1)}`,
  ]
}
