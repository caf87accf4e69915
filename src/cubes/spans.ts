import { blockRows } from './format.ts'
import type { ScanKernel } from './kernel.ts'
import { spanNumbers } from './request.ts'
import type { ScanFilter, ScanJob, ScanTerm } from './scan.ts'

/** Rows whose days are collected. Every term has numbers. */
export interface SpanSide {
  readonly filters: readonly ScanFilter[]
  readonly blocks: Uint32Array
  readonly needed: Uint16Array
  readonly terms: readonly ScanTerm[]
}

/** Days of rows by cell, counted in one thread. */
export interface SpanJob {
  readonly addresses: ScanJob['addresses']
  /** Rows that count; over periods, those that begin, then those that end. */
  readonly sides: readonly SpanSide[]
  readonly size: number
  /** Column of the day from which is counted. */
  readonly start: number
  /** Column of the day up to which is counted; absent: up to `day`. */
  readonly until?: number
  readonly day: number
  /** Over periods, the first factor of a cell: days from the last day of each to `day`; -1: it is not asked for. */
  readonly periods?: Int32Array
  /** First byte of the memory that the job may write to, `scratchBytes` long. */
  readonly scratch: number
}

/** Where the days of a side are collected. */
export interface SpanRoom {
  readonly cursors: number
  readonly spans: number
}

/** The days of a side, cell after cell, and how many there are up to the end of each cell. */
export interface Collected {
  readonly spans: number
  readonly ends: Uint32Array
}

const mostDays = 65_536
const blockDays = 256
const blocks = mostDays / blockDays
const countBytes = (mostDays + blocks) * 4

function padded(bytes: number): number {
  return (bytes + 63) & ~63
}

/** Lays out the memory of a job: counts of days, then cursors and days of each side. */
export function scratchOf({ scratch, sides, size }: Pick<SpanJob, 'scratch' | 'sides' | 'size'>): {
  readonly counts: number
  readonly sides: readonly SpanRoom[]
  readonly none: SpanRoom
  readonly end: number
} {
  let at = scratch + padded(countBytes)
  const rooms = sides.map((side) => {
    const cursors = at
    const spans = cursors + padded(size * 4)
    at = spans + padded(side.blocks.length * blockRows * 2)
    return { cursors, spans }
  })
  return { counts: scratch, sides: rooms, none: { cursors: at, spans: at }, end: at }
}

/** Bytes of memory that a job needs beside its columns. */
export function scratchBytes(job: Pick<SpanJob, 'sides' | 'size'>): number {
  return scratchOf({ ...job, scratch: 0 }).end
}

/** Spans counted by their days, from which a distribution is read. */
class Histogram {
  readonly #kernel: ScanKernel
  readonly #words: Uint32Array
  readonly #counts: number
  #rows = 0
  #sum = 0

  constructor(kernel: ScanKernel, words: Uint32Array, counts: number) {
    this.#kernel = kernel
    this.#words = words
    this.#counts = counts
    this.#wipe()
  }

  /** Adds the spans of cells from one to another, or takes them away. */
  add({ spans, ends }: Collected, from: number, to: number, by: 1 | -1): void {
    const begin = from === 0 ? 0 : (ends[from - 1] ?? 0)
    const rows = (ends[to - 1] ?? 0) - begin
    if (rows === 0) return
    const sum = this.#kernel.addSpans(spans + begin * 2, rows, this.#counts, this.#counts + mostDays * 4, by)
    this.#rows += by * rows
    this.#sum += by * sum
  }

  clear(): void {
    if (this.#rows > 0) this.#wipe()
    this.#rows = 0
    this.#sum = 0
  }

  /** Writes mean, median, 90th percentile and number of the spans, each shorter by `less` days; those shorter than that are left out. */
  read(less: number, out: Float64Array, at: number): void {
    const below = this.#below(less)
    const n = this.#rows - below.rows
    if (n === 0) return
    out[at] = (this.#sum - below.sum - n * less) / n
    out[at + 1] = this.#quantile(0.5, n, below.rows, less)
    out[at + 2] = this.#quantile(0.9, n, below.rows, less)
    out[at + 3] = n
  }

  #wipe(): void {
    this.#words.fill(0, this.#counts / 4, this.#counts / 4 + mostDays + blocks)
  }

  #block(block: number): number {
    return this.#words[this.#counts / 4 + mostDays + block] ?? 0
  }

  #at(days: number): number {
    return this.#words[this.#counts / 4 + days] ?? 0
  }

  #below(less: number): { rows: number; sum: number } {
    let [rows, sum] = [0, 0]
    for (let block = 0; block * blockDays < less; block++) {
      if (this.#block(block) === 0) continue
      for (let days = block * blockDays; days < Math.min(less, (block + 1) * blockDays); days++) {
        rows += this.#at(days)
        sum += this.#at(days) * days
      }
    }
    return { rows, sum }
  }

  /** Interpolated between neighbours as the engine does it, to the last bit. */
  #quantile(q: number, n: number, below: number, less: number): number {
    const place = (n - 1) * q
    const [low, high] = [Math.floor(place), Math.ceil(place)]
    const lower = this.#ranked(below + low) - less
    if (low === high) return lower
    const part = place - low
    return lower * (1 - part) + (this.#ranked(below + high) - less) * part
  }

  /** The days of the span at a place in the order of days. */
  #ranked(rank: number): number {
    let left = rank
    let block = 0
    while (block < blocks && left >= this.#block(block)) left -= this.#block(block++)
    let days = block * blockDays
    while (days < mostDays && left >= this.#at(days)) left -= this.#at(days++)
    return days
  }
}

/** Reads off the distribution of each cell; the days of a cell are taken away again after it. */
export function readSpans(
  kernel: ScanKernel,
  words: Uint32Array,
  { size, periods }: SpanJob,
  counts: number,
  [rows, ended]: readonly Collected[],
): Float64Array<ArrayBuffer> {
  const width = spanNumbers.length
  const out = new Float64Array(size * width)
  if (rows === undefined) return out
  const histogram = new Histogram(kernel, words, counts)
  if (periods === undefined || ended === undefined) {
    for (let cell = 0; cell < size; cell++) {
      if (rows.ends[cell] === (cell === 0 ? 0 : rows.ends[cell - 1])) continue
      histogram.add(rows, cell, cell + 1, 1)
      histogram.read(0, out, cell * width)
      histogram.add(rows, cell, cell + 1, -1)
    }
    return out
  }
  for (let key = 0; key < size; key += periods.length) {
    periods.forEach((less, period) => {
      const cell = key + period
      histogram.add(rows, cell, cell + 1, 1)
      histogram.add(ended, cell, cell + 1, -1)
      if (less >= 0) histogram.read(less, out, cell * width)
    })
    histogram.clear()
  }
  return out
}
