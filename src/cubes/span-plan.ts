import type { Wanted } from './arena.ts'
import type { FactCube } from './cube.ts'
import { type DayTask, listBytes } from './day-counts.ts'
import { dayLists, mostCells as mostDayCells, rowDays } from './day-kernel.ts'
import { dayNumber } from './days.ts'
import { blockRows } from './format.ts'
import { type MeaningfulPane, type Parts, paneOf, partsOf, type Side, sidesOf } from './plan.ts'
import { type CountRequest, type SpanRequest, type SpanTally, spanNumbers } from './request.ts'
import type { ScanEnd, ScanPane } from './scan.ts'
import { select } from './select.ts'
import { type SpanJob, type SpanSide, scratchBytes } from './spans.ts'
import type { Threads } from './threads.ts'

/** More cells than this are left to the engine. */
const mostCells = 1_000_000

/** A request for days, ready to be counted. */
export interface ReadySpans {
  readonly parts: Parts
  readonly terms: MeaningfulPane['terms']
  /** Without what is only known once there is memory for it. */
  readonly job: Omit<SpanJob, 'addresses' | 'scratch'>
  readonly columns: readonly number[]
  /** The columns; where it is not counted with others, then what the job may write to. */
  readonly wanted: readonly Wanted[]
  /** What requests have in common that scan the same rows. */
  readonly scan: string
  /** What requests have in common whose days are counted from and until the same. */
  readonly span: string
  /** What requests have in common that are counted by the same cells. */
  readonly cells: string
  /** What is counted by days; absent where its cells are too many. */
  readonly task: DayTask | undefined
}

let next = 0

/** What a request needs of rows: which of them, where they are counted, from when and until when their days are. */
export function prepareSpans(fact: FactCube, request: SpanRequest): ReadySpans | string {
  const { cube } = fact
  const place = cube.dates.indexOf(request.start)
  if (place === -1) return `${request.start} is not in the cube`
  const condition = cube.conditions.sql.indexOf(request.condition)
  if (condition === -1) return `the cube was not built for this condition: ${request.condition}`
  const { moment, filters, keys, buckets } = request
  const count: CountRequest = { moment, filters, keys, buckets, conditions: [] }
  const parts = partsOf(fact, count)
  if (typeof parts === 'string') return parts
  const asked = sidesOf(fact, moment)
  if (typeof asked === 'string') return asked
  const start = fact.columnNumber(`d${place}`)
  const bits = condition === 0 ? 0 : 1 << condition
  const prepared = sidesFor(fact, { count, parts, asked, bits })
  if (typeof prepared === 'string') return prepared
  const { sides, terms, size, signature } = prepared
  const job = { sides, size, start, ...until(fact, request) }
  const task = taskOf(fact, job)
  const about = {
    parts,
    terms,
    scan: scanKey(fact, signature, task?.over?.end),
    span: `${start} ${job.until ?? ''} ${job.day} ${job.periods?.join(',') ?? ''}`,
    cells: `${keys.join(',')} ${buckets?.id ?? ''}`,
  }
  if (task !== undefined) {
    const columns = usedColumns(job)
    return { ...about, job, columns, wanted: columns.map((c) => fact.wanted(c)), task }
  }
  const spanning = sidesFor(fact, { count, parts, asked: asked.map((s) => spanningSide(s, moment, start)), bits })
  if (typeof spanning === 'string') return spanning
  const collected = { ...job, sides: spanning.sides }
  const columns = usedColumns(collected)
  const wanted = [...columns.map((c) => fact.wanted(c)), scratchOf(fact, collected)]
  return { ...about, job: collected, columns, wanted, task }
}

/** What tells scans of the same rows from others. */
export function scanKey({ number }: FactCube, signature: string, end: ScanEnd | undefined): string {
  return `${number} ${signature} ${end === undefined ? '' : `${end.column} ${end.last}`}`
}

interface SidesAsked {
  readonly count: CountRequest
  readonly parts: Parts
  readonly asked: readonly Side[]
  /** The condition that rows must meet. */
  readonly bits: number
}

interface Sides {
  readonly sides: readonly SpanSide[]
  readonly terms: MeaningfulPane['terms']
  readonly size: number
  /** That of the first selection. */
  readonly signature: string
}

function sidesFor(fact: FactCube, { count, parts, asked, bits }: SidesAsked): Sides | string {
  let found: Sides | undefined
  for (const side of asked) {
    const selection = select(fact, parts, side, bits)
    if (typeof selection === 'string') return selection
    const { pane, terms } = paneFor(fact, count, parts, side)
    if (pane === undefined) return 'too many cells'
    const { filters, blocks, needed } = selection
    const own = { filters, blocks, needed, terms: pane.terms }
    const signature = found?.signature ?? selection.signature
    found = { sides: [...(found?.sides ?? []), own], terms, size: pane.size, signature }
  }
  return found ?? 'nothing is asked'
}

function paneFor(
  fact: FactCube,
  count: CountRequest,
  parts: Parts,
  side: Side,
): { readonly pane: ScanPane | undefined; readonly terms: MeaningfulPane['terms'] } {
  const found = paneOf(fact, count, parts, side, 0)
  if (typeof found === 'string' || found.pane.size > mostCells) return { pane: undefined, terms: [] }
  return found
}

/** A job by days, where there is room for its cells: rows that end are among those that began. */
function taskOf(fact: FactCube, job: ReadySpans['job']): DayTask | undefined {
  const [begun, ended] = job.sides
  if (begun === undefined) return undefined
  const { filters, blocks, needed, terms } = begun
  const { size, start, until: end, day, periods } = job
  const days = rowDays(mostDays(fact, job))
  const over = periods === undefined ? undefined : { periods, end: { column: fact.columnNumber('d1'), last: day } }
  const pane = { terms, size, ...(ended !== undefined && { ended: ended.terms }) }
  if (size > mostDayCells(days) || listBytes(filters, [pane]) > dayLists) return undefined
  const span = { start, ...(end !== undefined && { until: end }), day, days, ...(over && { over }) }
  return { filters, blocks, needed, pane, ...span }
}

/** Blocks → columns and day from which days are counted → most days. */
const mostDaysKnown = new WeakMap<Uint32Array, Map<string, number>>()

/** More days than any row of a job has, as far as zones tell. */
function mostDays(fact: FactCube, job: ReadySpans['job']): number {
  const blocks = job.sides[0]?.blocks ?? new Uint32Array()
  const known = mostDaysKnown.get(blocks) ?? new Map<string, number>()
  mostDaysKnown.set(blocks, known)
  const between = `${job.start} ${job.until ?? ''} ${job.day}`
  const most = known.get(between) ?? mostDaysIn(fact, job, blocks)
  known.set(between, most)
  return most
}

function mostDaysIn(
  { rows, zones }: FactCube,
  { start, until: end, day }: ReadySpans['job'],
  blocks: Uint32Array,
): number {
  const count = Math.ceil(rows / blockRows)
  const least = (column: number, block: number): number => zones[2 * (column * count + block)] ?? 0
  const greatest = (column: number, block: number): number => zones[2 * (column * count + block) + 1] ?? 0
  let most = 0
  for (const block of blocks) {
    const last = end === undefined ? day : greatest(end, block)
    most = Math.max(most, last - least(start, block))
  }
  return most + 1
}

/** Memory of its own for each time that a job is done. */
function scratchOf(fact: FactCube, job: ReadySpans['job']): Wanted {
  return { key: `${fact.key}days ${next++}`, bytes: scratchBytes(job), fill: async () => {} }
}

/** Rows that have a start, and none that lies after the last day; of events, the rows themselves tell. */
function spanningSide(side: Side, moment: SpanRequest['moment'], start: number): Side {
  if (moment.kind === 'events') return side
  const last = dayNumber(moment.kind === 'open' ? moment.on : moment.to)
  return { ...side, days: [...side.days, { column: start, first: 0, last }] }
}

/** Up to when days are counted. */
function until(fact: FactCube, { moment, buckets, ends }: SpanRequest): Pick<SpanJob, 'until' | 'day' | 'periods'> {
  if (moment.kind === 'events') return { until: fact.columnNumber('d0'), day: 0 }
  if (moment.kind === 'open') return { day: dayNumber(moment.on) }
  const day = dayNumber(moment.to)
  const before = (end: string | undefined): number => (end === undefined ? -1 : day - dayNumber(end))
  return { day, periods: Int32Array.from({ length: buckets?.count ?? 1 }, (_, bucket) => before(ends?.[bucket])) }
}

function usedColumns({ sides, start, until: end }: ReadySpans['job']): number[] {
  const used = sides.flatMap((s) => [...s.filters.map((f) => f.column), ...s.terms.map((t) => t.column)])
  return [...new Set([...used, start, ...(end === undefined ? [] : [end])])]
}

/** Counts the days of a request whose cells are too many to be counted by days: collects them, in one thread. */
export async function collectSpans(
  fact: FactCube,
  { job, columns, wanted }: ReadySpans,
  threads: Threads,
  fewBlocks: number,
): Promise<Float64Array> {
  const counted = (run: (job: SpanJob) => Promise<Float64Array>): Promise<Float64Array> =>
    inMemory(fact, { job, columns, wanted }, threads, run)
  return blocksOf(job) <= fewBlocks ? counted((own) => threads.spansHere(fact, own)) : threads.spans(fact, counted)
}

/** Blocks that a request reads. */
export function blocksOf({ sides }: ReadySpans['job']): number {
  return sides.reduce((n, s) => n + s.blocks.length, 0)
}

/** Does a job once its columns are in memory, and memory is there that it may write to. */
async function inMemory(
  fact: FactCube,
  { job, columns, wanted }: Pick<ReadySpans, 'job' | 'columns' | 'wanted'>,
  { arena }: Threads,
  run: (job: SpanJob) => Promise<Float64Array>,
): Promise<Float64Array> {
  const scratch = scratchOf(fact, job)
  try {
    return await arena.using([...wanted.slice(0, -1), scratch], (found) => {
      const addresses = new Map(columns.map((c, i) => [c, found[i] ?? 0]))
      return run({ ...job, addresses, scratch: found[columns.length] ?? 0 })
    })
  } finally {
    arena.forget(scratch.key)
  }
}

/** Puts what the cells amount to where the request wants it. */
export function tallyOf({ parts, terms }: ReadySpans, cells: Float64Array): SpanTally {
  const { codes, buckets } = parts
  const width = spanNumbers.length
  const places: number[] = []
  const held: number[] = []
  for (let at = 0; at < cells.length; at += width) {
    if (cells[at + width - 1] === 0) continue
    let [rest, place] = [at / width, 0]
    for (const { places: own } of terms) {
      const number = rest % own.length
      rest = (rest - number) / own.length
      place += own[number] ?? 0
    }
    places.push(place)
    held.push(at)
  }
  const values = new Float64Array(held.length * width)
  held.forEach((at, i) => {
    values.set(cells.subarray(at, at + width), i * width)
  })
  return { codes, buckets, places: Uint32Array.from(places), values }
}
