import type { Catalog } from '#catalog'
import {
  type CountRequest,
  type Cubes,
  type SpanRequest,
  type SpanTally,
  spanNumbers,
  type Tally,
} from '../cubes/index.ts'
import { bucketsOf, codeFilters, keyAt } from './as-codes.ts'
import type { Statement } from './compile.ts'
import { type Counts, keyOf } from './counts.ts'
import type { RowDays } from './row-count.ts'

/** Durations as requests to the cubes. */
export interface DaysAsked {
  readonly days: RowDays
  readonly periods: readonly string[]
  /** One for each measure. */
  readonly requests: readonly SpanRequest[]
  /** Rows by period alone, where they tell in which period the answer begins. */
  readonly rows: CountRequest | undefined
  readonly why: string
}

/** Turns durations into requests, or says why only the engine can answer them. */
export async function askDays(days: RowDays, catalog: Catalog, cubes: Cubes): Promise<DaysAsked | string> {
  const firstMonth = await cubes.firstMonth(days.fact)
  if (firstMonth === undefined) return 'no cube was built for this fact'
  const filters = codeFilters(days.filters, catalog)
  if (typeof filters === 'string') return filters
  const { grain, moment, keys, fact } = days
  const buckets = grain === undefined ? undefined : bucketsOf(grain, firstMonth, moment)
  const periods = buckets?.periods ?? ['']
  const ends = days.ends === undefined ? undefined : periods.map((period) => days.ends?.get(period))
  const requests = days.measures.map(
    ({ where, start }): SpanRequest => ({
      moment,
      filters,
      keys,
      buckets: buckets?.request,
      condition: where ?? 'true',
      start,
      ends,
    }),
  )
  const rows =
    buckets === undefined || !days.fromFirst
      ? undefined
      : { moment, filters, keys: [], buckets: buckets.request, conditions: ['true'] }
  const plans = await Promise.all(requests.map((r) => cubes.planSpans(fact, r)))
  const ofRows = rows === undefined ? undefined : await cubes.plan(fact, rows)
  const none = [...plans, ofRows].find((p) => p?.by === 'none')
  if (none?.by === 'none') return none.why
  const read = plans.reduce((n, p) => n + (p.by === 'scan' ? p.rows : 0), 0)
  const why = `collects the days of up to ${read} rows of ${fact}; mean, median and 90th percentile are exact`
  return { days, periods, requests, rows, why }
}

type Values = Map<string, Map<string, Record<string, number | null>>>

/** Counts durations as they were asked. */
export async function countsOfDays(statement: Statement, asked: DaysAsked, cubes: Cubes): Promise<Counts> {
  const { days, periods, requests, rows } = asked
  const [tallies, ofRows] = await Promise.all([
    Promise.all(requests.map((r) => cubes.spans(days.fact, r))),
    rows === undefined ? undefined : cubes.count(days.fact, rows),
  ])
  const values: Values = new Map()
  const nothing = Object.fromEntries(statement.columns.map((c) => [c, c.endsWith('_n') ? 0 : null]))
  const recordAt = (key: string, period: string): Record<string, number | null> => {
    const ofKey = values.get(key) ?? new Map<string, Record<string, number | null>>()
    values.set(key, ofKey)
    const record = ofKey.get(period) ?? { ...nothing }
    ofKey.set(period, record)
    return record
  }
  const noKey = keyOf(days.keys.map(() => ''))
  if (statement.keys.length === 0) recordAt(noKey, '')
  // Rows without days have no place in an answer, but time begins with them.
  const first = ofRows === undefined ? undefined : firstPeriod(ofRows, periods, days.ends)
  if (first !== undefined) recordAt(noKey, first)
  days.measures.forEach(({ id }, i) => {
    const tally = tallies[i]
    if (tally === undefined) throw new Error(`days that were planned were not counted: ${days.fact}`)
    addDays(tally, id, periods, recordAt)
  })
  return { statement, dimensions: days.keys, values }
}

/** The first period in which anything happened; of spells, at whose end any is open. */
function firstPeriod({ values }: Tally, periods: readonly string[], ends: RowDays['ends']): string | undefined {
  let rows = 0
  return periods.find((period, bucket) => {
    rows += values[bucket * 2] ?? 0
    return rows > 0 && (ends === undefined || ends.has(period))
  })
}

function addDays(
  { codes, buckets, places, values }: SpanTally,
  id: string,
  periods: readonly string[],
  recordAt: (key: string, period: string) => Record<string, number | null>,
): void {
  const suffixes = spanNumbers.map((number) => (number === 'mean' ? id : `${id}_${number}`))
  places.forEach((place, i) => {
    const record = recordAt(keyAt(codes, Math.floor(place / buckets)), periods[place % buckets] ?? '')
    suffixes.forEach((column, number) => {
      record[column] = values[i * suffixes.length + number] ?? null
    })
  })
}
