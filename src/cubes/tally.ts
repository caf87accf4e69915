import type { FactCube } from './cube.ts'
import { monthNumber } from './days.ts'
import type { Kept } from './kept.ts'
import type { MeaningfulPane, Parts } from './plan.ts'
import type { CountRequest, Tally } from './request.ts'

export function emptyTally(parts: Parts): Tally {
  const cells = parts.keys * parts.buckets * (parts.conditions.length + 1)
  return { codes: parts.codes, buckets: parts.buckets, values: new Float64Array(cells) }
}

/** Adds rows that stand at a place and meet these conditions. */
function add(
  tally: Tally,
  conditions: readonly number[],
  place: number,
  bits: number,
  rows: number,
  any: number,
): void {
  const at = place * (conditions.length + 1)
  const { values } = tally
  conditions.forEach((c, i) => {
    if (c === 0 || (bits >>> c) & 1) values[at + i] = (values[at + i] ?? 0) + rows
  })
  values[at + conditions.length] = (values[at + conditions.length] ?? 0) + any
}

/** Puts the counts of a pane where the request wants them; `any` is what they do to the number that tells whether any row was there. */
export function addPane(
  tally: Tally,
  parts: Parts,
  { terms }: MeaningfulPane,
  counts: Uint32Array,
  { sign, any }: { readonly sign: 1 | -1; readonly any: 1 | 0 | -1 },
): void {
  const sizes = terms.map((t) => t.places.length)
  counts.forEach((rows, cell) => {
    if (rows === 0) return
    let [rest, place, bits] = [cell, 0, 0]
    terms.forEach((term, i) => {
      const size = sizes[i] ?? 1
      const number = rest % size
      rest = (rest - number) / size
      place += term.places[number] ?? 0
      bits |= term.bits?.[number] ?? 0
    })
    add(tally, parts.conditions, place, bits, rows * sign, rows * any)
  })
}

interface MonthSpan {
  /** Places in the counts: the month before the first one (-1 = none) and the last one. */
  readonly before: number
  readonly last: number
}

function spanOf(fact: FactCube, { moment }: CountRequest): MonthSpan {
  const { first, count } = fact.cube.months
  const end = moment.kind === 'open' ? moment.on : moment.to
  const from = moment.kind === 'events' ? moment.from : undefined
  const last = Math.min(monthNumber(end) - first, count - 1)
  return { before: from === undefined ? -1 : Math.min(Math.max(monthNumber(from) - first - 1, -1), last), last }
}

/** Codes of a column that count, where each is counted, and in which conditions it is read. */
interface Wanted {
  readonly codes: Uint32Array
  readonly places: Uint32Array
  readonly size: number
}

function wantedOf(fact: FactCube, parts: Parts, column: number): Wanted {
  const size = fact.sizeOf(column)
  const listed = parts.listed.get(column)
  const places = parts.columns.find((c) => c.column === column)?.places ?? new Uint32Array(size)
  const codes = Uint32Array.from({ length: size }, (_, i) => i).filter((c) => listed === undefined || listed[c] === 1)
  return { codes, places, size }
}

/** Levels at the ends of months, or their differences: `at` is the number of the condition in the tally. */
function addMonths(
  tally: Tally,
  request: CountRequest,
  { codes, places, size }: Wanted,
  months: Int32Array,
  { before, last }: MonthSpan,
  firstMonth: number,
  at: number,
  width: number,
): void {
  const { values } = tally
  const level = (month: number, code: number): number => (month < 0 ? 0 : (months[month * size + code] ?? 0))
  const put = (place: number, rows: number): void => {
    if (rows !== 0) values[place * width + at] = (values[place * width + at] ?? 0) + rows
  }
  const { buckets } = request
  if (buckets === undefined) {
    for (const code of codes) put(places[code] ?? 0, level(last, code) - level(before, code))
    return
  }
  for (let month = before + 1; month <= last; month++) {
    const bucket = buckets.ofMonth[firstMonth + month] ?? -1
    if (bucket < 0) continue
    for (const code of codes) put((places[code] ?? 0) + bucket, level(month, code) - level(month - 1, code))
  }
}

/** Answers a request from the counts by month of one column. */
export async function tallyMonths(
  fact: FactCube,
  request: CountRequest,
  parts: Parts,
  column: number,
  kept: Kept<Int32Array>,
): Promise<Tally> {
  const { cube } = fact
  const span = spanOf(fact, request)
  const wanted = wantedOf(fact, parts, column)
  const width = parts.conditions.length + 1
  // Whether anything was there: of changes, what began; else every row.
  const any = request.moment.kind === 'changes' ? cube.conditions.sql.length : 0
  const sources = [...parts.conditions, any]
  const months = await Promise.all(sources.map((c) => fact.months(column, c, kept)))
  const tally = emptyTally(parts)
  months.forEach((counts, i) => {
    if (counts === undefined) throw new Error(`a cube without counts by month: ${cube.fact}`)
    addMonths(tally, request, wanted, counts, span, cube.months.first, i, width)
  })
  return tally
}
