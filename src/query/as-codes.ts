import type { Catalog } from '#catalog'
import type { CodeFilter, CountRequest, Moment, Tally } from '../cubes/index.ts'
import { keyOf } from './counts.ts'
import { type Grain, periodsBetween } from './period.ts'
import type { Filter } from './query.ts'

/** Whether a filter keeps a code; undefined when only the engine can tell. */
function passes(filter: Filter, wildcard: boolean): CodeFilter['passes'] | undefined {
  const exact = new Set(filter.values.filter((v) => !wildcard || !v.startsWith('*')))
  const ends = filter.values.filter((v) => wildcard && v.startsWith('*')).map((v) => v.slice(1))
  // In SQL these stand for any character.
  if (ends.some((end) => /[%_]/.test(end))) return undefined
  return (code) => (exact.has(code) || ends.some((end) => code.endsWith(end))) !== filter.exclude
}

/** Periods, and which of them each month belongs to. */
export interface Buckets {
  readonly periods: readonly string[]
  readonly request: NonNullable<CountRequest['buckets']>
}

const mostMonths = 3000

function firstDay(month: number): string {
  return `${1900 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** Filters by codes, or why only the engine can tell what they keep. */
export function codeFilters(filters: readonly Filter[], catalog: Catalog): CodeFilter[] | string {
  const found: CodeFilter[] = []
  for (const filter of filters) {
    const test = passes(filter, catalog.dimensions.get(filter.dimension)?.wildcard === true)
    if (test === undefined) return `a wildcard of ${filter.dimension} that only the engine reads`
    found.push({ dimension: filter.dimension, passes: test })
  }
  return found
}

/**
 * Periods from the first month of a fact, or from that in which the count begins, to its end. Of changes, all that lies before
 * the first period that is asked for belongs to it.
 */
export function bucketsOf(grain: Grain, firstMonth: number, moment: Moment): Buckets {
  const [from, to] = spanOf(moment)
  const first = firstDay(firstMonth)
  const begin = from !== undefined && from > first ? from : first
  const periods = begin > to ? [] : periodsBetween(begin, to, grain)
  const place = new Map(periods.map((period, i) => [period, i]))
  const ofMonth = new Int32Array(mostMonths).fill(-1)
  if (moment.kind === 'changes') ofMonth.fill(0, 0, monthOf(begin))
  for (let month = monthOf(begin); month <= monthOf(to) && month < mostMonths; month++) {
    const [period] = periodsBetween(firstDay(month), firstDay(month), grain)
    ofMonth[month] = place.get(period ?? '') ?? -1
  }
  return { periods, request: { id: `${grain} ${begin} ${to}`, ofMonth, count: Math.max(1, periods.length) } }
}

function monthOf(day: string): number {
  return (Number(day.slice(0, 4)) - 1900) * 12 + Number(day.slice(5, 7)) - 1
}

/** The days between which periods are told apart. */
function spanOf(moment: Moment): readonly [from: string | undefined, to: string] {
  if (moment.kind === 'open') return [undefined, moment.on]
  return [moment.kind === 'events' ? moment.from : moment.after, moment.to]
}

/** The codes of a key by its number; the last dimension runs fastest. */
export function keyAt(codes: Tally['codes'], number: number): string {
  const found: string[] = []
  let rest = number
  for (const own of codes.toReversed()) {
    found.unshift(own[rest % own.length] ?? '')
    rest = Math.floor(rest / own.length)
  }
  return keyOf(found)
}
