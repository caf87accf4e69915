import type { Catalog } from '#catalog'
import type { Engine } from '#engine'
import type { CountRequest, Cubes, Tally } from '../cubes/index.ts'
import { bucketsOf, codeFilters, keyAt } from './as-codes.ts'
import type { Statement } from './compile.ts'
import { type Counts, count } from './counts.ts'
import { askDays, countsOfDays, type DaysAsked } from './days.ts'
import type { RowCount, RowCountPart } from './row-count.ts'

/** How a statement was answered, and why so. */
export interface Step {
  readonly by: 'months' | 'scan' | 'duckdb'
  readonly why: string
}

/** What counts can be made with. */
export interface Counter {
  readonly catalog: Catalog
  readonly engine: Engine
  /** Absent: everything is asked of the engine. */
  readonly cubes?: Cubes | undefined
}

interface Asked {
  readonly part: RowCountPart
  readonly request: CountRequest
  readonly periods: readonly string[]
}

/** The one place that chooses: what only counts rows or their days, and all of whose parts the cubes can count, goes there; all else to the engine. */
export async function planOf(
  statement: Statement,
  counter: Counter,
): Promise<Step & { readonly asked?: readonly Asked[]; readonly days?: DaysAsked }> {
  const { cubes } = counter
  if (cubes === undefined) return { by: 'duckdb', why: 'fast paths are off' }
  if (statement.days !== undefined) {
    const days = await askDays(statement.days, counter.catalog, cubes)
    return typeof days === 'string' ? { by: 'duckdb', why: days } : { by: 'scan', why: days.why, days }
  }
  if (statement.rows === undefined) return { by: 'duckdb', why: 'it needs values of rows, not only their number' }
  const asked = await requestsOf(statement.rows, counter.catalog, cubes)
  if (typeof asked === 'string') return { by: 'duckdb', why: asked }
  const { fact } = statement.rows
  const plans = await Promise.all(asked.map((a) => cubes.plan(fact, a.request)))
  const none = plans.find((p) => p.by === 'none')
  if (none?.by === 'none') return { by: 'duckdb', why: none.why }
  const scans = plans.filter((p) => p.by === 'scan')
  if (scans.length === 0) return { by: 'months', why: 'sums by month of one column hold all that is asked', asked }
  const rows = scans.reduce((n, p) => n + (p.by === 'scan' ? p.rows : 0), 0)
  const others = scans.some((p) => p.by === 'scan' && p.others)
  const which = others
    ? 'that the filters leave out, and takes them from sums by month'
    : 'that filters and period leave'
  return { by: 'scan', why: `counts up to ${rows} rows of ${fact} ${which}`, asked }
}

/** Counts a statement by the plan that was chosen. */
export async function countBy(
  statement: Statement,
  counter: Counter,
): Promise<{ statement: Statement; counts: Counts; step: Step }> {
  const { asked, days, by, why } = await planOf(statement, counter)
  const { cubes } = counter
  if (days !== undefined && cubes !== undefined)
    return { statement, counts: await countsOfDays(statement, days, cubes), step: { by, why } }
  if (asked === undefined || cubes === undefined || statement.rows === undefined)
    return { statement, counts: await count(counter.engine, statement), step: { by, why } }
  const { fact } = statement.rows
  const tallies = await Promise.all(asked.map(({ request }) => cubes.count(fact, request)))
  return { statement, counts: countsOf(statement, statement.rows, asked, tallies), step: { by, why } }
}

async function requestsOf(rows: RowCount, catalog: Catalog, cubes: Cubes): Promise<Asked[] | string> {
  const firstMonth = await cubes.firstMonth(rows.fact)
  if (firstMonth === undefined) return 'no cube was built for this fact'
  const filters = codeFilters(rows.filters, catalog)
  if (typeof filters === 'string') return filters
  return rows.parts.map((part) => {
    const buckets = rows.grain === undefined ? undefined : bucketsOf(rows.grain, firstMonth, part.moment)
    const conditions = part.columns.map((c) => c.where ?? 'true')
    const request = { moment: part.moment, filters, keys: rows.keys, buckets: buckets?.request, conditions }
    return { part, request, periods: buckets?.periods ?? [''] }
  })
}

type Values = Map<string, Map<string, Record<string, number | null>>>

function countsOf(
  statement: Statement,
  rows: RowCount,
  asked: readonly Asked[],
  tallies: readonly (Tally | undefined)[],
): Counts {
  const values: Values = new Map()
  const zeros = Object.fromEntries(statement.columns.map((c) => [c, 0]))
  const recordAt = (key: string, period: string): Record<string, number | null> => {
    const periods = values.get(key) ?? new Map<string, Record<string, number | null>>()
    values.set(key, periods)
    const record = periods.get(period) ?? { ...zeros }
    periods.set(period, record)
    return record
  }
  if (statement.keys.length === 0) recordAt('', '')
  asked.forEach((each, i) => {
    const tally = tallies[i]
    if (tally === undefined) throw new Error(`a count that was planned was not made: ${rows.fact}`)
    addTally(tally, each.part.columns, each.periods, recordAt)
  })
  return { statement, dimensions: rows.keys, values }
}

/** Puts every cell of a tally that holds anything into the counts. */
function addTally(
  { codes, buckets, values }: Tally,
  columns: RowCountPart['columns'],
  periods: readonly string[],
  recordAt: (key: string, period: string) => Record<string, number | null>,
): void {
  const width = columns.length + 1
  for (let at = 0; at < values.length; at += width) {
    let anything = false
    for (let i = 0; i < width && !anything; i++) anything = values[at + i] !== 0
    if (!anything) continue
    const cell = at / width
    const period = periods[cell % buckets] ?? ''
    const record = recordAt(keyAt(codes, Math.floor(cell / buckets)), period)
    columns.forEach((c, i) => {
      record[c.id] = values[at + i] ?? 0
    })
  }
}
