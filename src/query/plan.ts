import type { Catalog } from '#catalog'
import type { Engine } from '#engine'
import type { CodeFilter, CountRequest, Cubes, Tally } from '../cubes/index.ts'
import type { Statement } from './compile.ts'
import { type Counts, count, keyOf } from './counts.ts'
import { type Grain, periodsBetween } from './period.ts'
import type { Filter } from './query.ts'
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
}

/** The one place that chooses: what only counts rows, and all of whose parts the cubes can count, goes there; all else to the engine. */
export async function planOf(
  statement: Statement,
  counter: Counter,
): Promise<Step & { readonly asked?: readonly Asked[] }> {
  const { cubes } = counter
  if (cubes === undefined) return { by: 'duckdb', why: 'fast paths are off' }
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
  return { by: 'scan', why: `counts up to ${rows} rows of ${fact} that filters and period leave`, asked }
}

/** Counts a statement by the plan that was chosen. */
export async function countBy(
  statement: Statement,
  counter: Counter,
): Promise<{ statement: Statement; counts: Counts; step: Step }> {
  const { asked, by, why } = await planOf(statement, counter)
  const { cubes } = counter
  if (asked === undefined || cubes === undefined || statement.rows === undefined)
    return { statement, counts: await count(counter.engine, statement), step: { by, why } }
  const { fact } = statement.rows
  const tallies = await Promise.all(asked.map(({ request }) => cubes.count(fact, request)))
  return { statement, counts: countsOf(statement, statement.rows, asked, tallies), step: { by, why } }
}

/** Whether a filter keeps a code; undefined when only the engine can tell. */
function passes(filter: Filter, wildcard: boolean): CodeFilter['passes'] | undefined {
  const exact = new Set(filter.values.filter((v) => !wildcard || !v.startsWith('*')))
  const ends = filter.values.filter((v) => wildcard && v.startsWith('*')).map((v) => v.slice(1))
  // In SQL these stand for any character.
  if (ends.some((end) => /[%_]/.test(end))) return undefined
  return (code) => (exact.has(code) || ends.some((end) => code.endsWith(end))) !== filter.exclude
}

interface Buckets {
  readonly periods: readonly string[]
  readonly request: NonNullable<CountRequest['buckets']>
}

const mostMonths = 3000

function firstDay(month: number): string {
  return `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** Periods from the first month of a fact, or from the day on which the count begins, to its end. */
function bucketsOf(grain: Grain, firstMonth: number, from: string | undefined, to: string): Buckets {
  const first = firstDay(firstMonth)
  const begin = from !== undefined && from > first ? from : first
  const periods = begin > to ? [] : periodsBetween(begin, to, grain)
  const place = new Map(periods.map((period, i) => [period, i]))
  const ofMonth = new Int32Array(mostMonths).fill(-1)
  const monthOf = (day: string): number => (Number(day.slice(0, 4)) - 1900) * 12 + Number(day.slice(5, 7)) - 1
  for (let month = monthOf(begin); month <= monthOf(to) && month < mostMonths; month++) {
    const [period] = periodsBetween(firstDay(month), firstDay(month), grain)
    ofMonth[month] = place.get(period ?? '') ?? -1
  }
  return { periods, request: { id: `${grain} ${begin} ${to}`, ofMonth, count: Math.max(1, periods.length) } }
}

function periodOfPart({ moment }: RowCountPart): { from: string | undefined; to: string } {
  if (moment.kind === 'open') return { from: undefined, to: moment.on }
  return { from: moment.kind === 'events' ? moment.from : undefined, to: moment.to }
}

async function requestsOf(rows: RowCount, catalog: Catalog, cubes: Cubes): Promise<Asked[] | string> {
  const firstMonth = await cubes.firstMonth(rows.fact)
  if (firstMonth === undefined) return 'no cube was built for this fact'
  const filters: CodeFilter[] = []
  for (const filter of rows.filters) {
    const test = passes(filter, catalog.dimensions.get(filter.dimension)?.wildcard === true)
    if (test === undefined) return `a wildcard of ${filter.dimension} that only the engine reads`
    filters.push({ dimension: filter.dimension, passes: test })
  }
  return rows.parts.map((part) => {
    const { from, to } = periodOfPart(part)
    const buckets = rows.grain === undefined ? undefined : bucketsOf(rows.grain, firstMonth, from, to)
    const conditions = part.columns.map((c) => c.where ?? 'true')
    return { part, request: { moment: part.moment, filters, keys: rows.keys, buckets: buckets?.request, conditions } }
  })
}

function periodsOf({ part, request }: Asked, rows: RowCount): readonly string[] {
  if (rows.grain === undefined || request.buckets === undefined) return ['']
  const { to } = periodOfPart(part)
  const [, begin = to] = request.buckets.id.split(' ')
  return begin > to ? [] : periodsBetween(begin, to, rows.grain)
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
    addTally(tally, each.part.columns, periodsOf(each, rows), recordAt)
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

/** The codes of a key by its number; the last dimension runs fastest. */
function keyAt(codes: Tally['codes'], number: number): string {
  const found: string[] = []
  let rest = number
  for (const own of codes.toReversed()) {
    found.unshift(own[rest % own.length] ?? '')
    rest = Math.floor(rest / own.length)
  }
  return keyOf(found)
}
