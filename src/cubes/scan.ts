import { arenaAt, room, type ScanKernel } from './kernel.ts'
import { PaneCounts, type PlacedPane } from './pane-counts.ts'
import { flagBytes, type PlacedFilter, Rows } from './rows.ts'
import { type Collected, readSpans, type SpanJob, type SpanRoom, type SpanSide, scratchOf } from './spans.ts'

/** Rows whose code is one of those listed. */
export interface ScanFilter {
  readonly column: number
  /** A byte a code, 1 = passes; for dates, which have a single range, nothing. */
  readonly listed: Uint8Array
  /** Least code and span of each range of codes that pass. */
  readonly ranges: Uint16Array
}

/** A part of where a row is counted: the number of its code in a column. */
export interface ScanTerm {
  readonly column: number
  /** The number of each code; absent: the code times `step`. */
  readonly numbers?: Uint32Array
  /** The code that the first number belongs to; absent = 0. No lower code occurs. */
  readonly first?: number
  readonly step: number
}

/** Counts over the selected rows, at the sum of the terms' numbers. The last term may be without numbers. */
export interface ScanPane {
  readonly terms: readonly ScanTerm[]
  readonly size: number
  /** Only rows count that have ended. */
  readonly ended?: boolean
}

/** When rows end: the column of the day, and the last day on which they may have. */
export interface ScanEnd {
  readonly column: number
  readonly last: number
}

/** A fact as threads know it. */
export interface ScanFact {
  readonly rows: number
  /** Bytes a row of each column. */
  readonly widths: readonly (1 | 2)[]
  /** Least and greatest code of each block, column by column. */
  readonly zones: Uint16Array
}

/** Rows that filters leave, and what they are counted by. */
export interface Scan {
  /** Its filters, by their places in the list of the job; those that leave fewest rows come first. */
  readonly filters: readonly number[]
  readonly blocks: Uint32Array
  /** For each block a bit for each filter that it must be put through; the others hold for all of it. */
  readonly needed: Uint16Array
  readonly panes: readonly ScanPane[]
  /** What panes of rows that have ended go by. */
  readonly end?: ScanEnd | undefined
}

/** Scans of a fact that are done block by block together: what they share is read and looked at once. */
export interface ScanJob {
  /** Where the columns that are used lie. */
  readonly addresses: ReadonlyMap<number, number>
  readonly filters: readonly ScanFilter[]
  readonly scans: readonly Scan[]
}

/** The filters of scans, each once. */
export class FilterList {
  readonly filters: ScanFilter[] = []
  readonly #known = new Map<string, number>()

  /** The place of a filter in the list. */
  numberOf(filter: ScanFilter): number {
    const key = `${filter.column} ${filter.ranges.join()}`
    const number = this.#known.get(key) ?? this.filters.push(filter) - 1
    this.#known.set(key, number)
    return number
  }
}

/** Bytes that the lists of a filter take, and its flags. */
export function filterBytes({ listed, ranges }: ScanFilter): number {
  return padded(listed.length) + padded(ranges.length * 2) + padded(flagBytes) + 128
}

function padded(bytes: number): number {
  return (bytes + 31) & ~15
}

/** Bytes that the numbers of terms take. */
export function termBytes(terms: readonly ScanTerm[]): number {
  return terms.reduce((n, t) => n + padded((t.numbers?.length ?? 0) * 4), 0)
}

/** Bytes that the lists and counts of a job take. */
export function jobBytes(filters: readonly ScanFilter[], panes: readonly ScanPane[]): number {
  const ofFilters = filters.reduce((n, f) => n + filterBytes(f), 0)
  return panes.reduce((n, p) => n + padded(p.size * 4) + termBytes(p.terms), ofFilters)
}

export const jobRoom = room - arenaAt - 4096

/** A scan whose lists and counts are in memory. */
interface PlacedScan {
  readonly scan: Scan
  readonly filters: readonly PlacedFilter[]
  readonly begun: readonly PlacedPane[]
  readonly ended: readonly PlacedPane[]
}

/** Tells the blocks of scans in their order, each for every scan that has it: the number of the scan, the place in its blocks. */
function eachBlock(scans: readonly Scan[], use: (block: number, scan: number, at: number) => void): void {
  const places = scans.map(() => 0)
  const next = (scan: number): number => scans[scan]?.blocks[places[scan] ?? 0] ?? Number.POSITIVE_INFINITY
  for (;;) {
    const block = scans.reduce((least, _, i) => Math.min(least, next(i)), Number.POSITIVE_INFINITY)
    if (block === Number.POSITIVE_INFINITY) return
    for (let i = 0; i < scans.length; i++) {
      if (next(i) !== block) continue
      const at = places[i] ?? 0
      places[i] = at + 1
      use(block, i, at)
    }
  }
}

/** Counts rows of facts in the room of one thread. */
export class Scanner {
  readonly rows: Rows
  readonly #counts: PaneCounts
  readonly #kernel: ScanKernel
  readonly #room: number

  constructor(kernel: ScanKernel, memory: WebAssembly.Memory, ownRoom: number) {
    this.rows = new Rows(kernel, memory, ownRoom)
    this.#counts = new PaneCounts(kernel, this.rows)
    this.#kernel = kernel
    this.#room = ownRoom
  }

  /** The counts of each pane of each scan. */
  run(fact: ScanFact, { addresses, filters, scans }: ScanJob): Uint32Array<ArrayBuffer>[] {
    this.rows.begin(fact, addresses, this.#room + arenaAt)
    const placed = filters.map((f) => this.rows.placeFilter(f))
    const all = scans.map((scan) => {
      const panes = this.#counts.place(scan.panes)
      const [begun, ended] = [panes.filter((p) => p.pane.ended !== true), panes.filter((p) => p.pane.ended === true)]
      return { scan, filters: scan.filters.flatMap((f) => placed[f] ?? []), panes, begun, ended }
    })
    eachBlock(scans, (block, scan, at) => {
      const own = all[scan]
      if (own !== undefined) this.#count(block, at, own)
    })
    return all.flatMap(({ panes }) => this.#counts.read(panes))
  }

  #count(block: number, at: number, { scan, filters, begun, ended }: PlacedScan): void {
    const n = this.rows.select(block, filters, scan.needed[at] ?? 0)
    if (n > 0) this.#counts.add(block, n, begun)
    if (n === 0 || scan.end === undefined || ended.length === 0) return
    const left = this.rows.keepEnded(block, n, scan.end)
    if (left > 0) this.#counts.add(block, left, ended)
  }

  /** The days of each cell: mean, median, 90th percentile, number. */
  spans(fact: ScanFact, job: SpanJob): Float64Array<ArrayBuffer> {
    this.rows.begin(fact, job.addresses, this.#room + arenaAt)
    const scratch = scratchOf(job)
    const collected = job.sides.map((side, i) => this.#collect(side, job, scratch.sides[i] ?? scratch.none))
    return readSpans(this.#kernel, this.rows.words, job, scratch.counts, collected)
  }

  /** Collects the days of the rows of a side, those of a cell together: counts the rows of each cell, then puts them there. */
  #collect(side: SpanSide, job: SpanJob, { cursors, spans }: SpanRoom): Collected {
    const { rows } = this
    const filters = side.filters.map((f) => rows.placeFilter(f))
    const numbers = side.terms.map((t) => rows.numbersOf(t))
    const [k, words, at] = [this.#kernel, rows.words, cursors / 4]
    words.fill(0, at, at + job.size)
    const each = (use: (block: number, n: number, places: number) => void): void => {
      side.blocks.forEach((block, i) => {
        const n = this.#spanning(block, rows.select(block, filters, side.needed[i] ?? 0), job)
        if (n > 0) use(block, n, this.#placesOf(block, n, side.terms, numbers))
      })
    }
    each((_, n, places) => k.countPlaces(n, places, cursors))
    const ends = new Uint32Array(job.size)
    for (let cell = 0, sum = 0; cell < job.size; cell++) {
      const held = words[at + cell] ?? 0
      words[at + cell] = sum
      sum += held
      ends[cell] = sum
    }
    each((block, n, places) => {
      const starts = rows.at(block, job.start).address
      const until = job.until === undefined ? 0 : rows.at(block, job.until).address
      k.putSpans(n, places, cursors, starts, until, job.day, rows.selection, spans)
    })
    return { spans, ends }
  }

  /** Keeps of the selected rows those that end no earlier than they start; of days up to one day, filters see to that. */
  #spanning(block: number, n: number, { start, until }: SpanJob): number {
    if (until === undefined || n === 0) return n
    const [starts, ends] = [this.rows.at(block, start).address, this.rows.at(block, until).address]
    return this.#kernel.keepNotAfter(starts, ends, n, this.rows.selection)
  }

  /** Where the cells of the selected rows stand. */
  #placesOf(block: number, n: number, terms: readonly ScanTerm[], numbers: readonly number[]): number {
    const { rows } = this
    const out = rows.places
    if (terms.length === 0) rows.words.fill(0, out / 4, out / 4 + n)
    terms.forEach((term, i) => {
      rows.place(block, n, term, numbers[i] ?? 0, i === 0 ? 0 : out, out)
    })
    return out
  }
}
