import { blockRows } from './format.ts'
import { arenaAt, placesAt, room, type ScanKernel, selectionAt, tableAt } from './kernel.ts'
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
}

/** A fact as threads know it. */
export interface ScanFact {
  readonly rows: number
  /** Bytes a row of each column. */
  readonly widths: readonly (1 | 2)[]
  /** Least and greatest code of each block, column by column. */
  readonly zones: Uint16Array
}

export interface ScanJob {
  /** Where the columns that are used lie. */
  readonly addresses: ReadonlyMap<number, number>
  readonly blocks: Uint32Array
  /** For each block a bit for each filter that it must be put through; the others hold for all of it. */
  readonly needed: Uint8Array
  readonly filters: readonly ScanFilter[]
  readonly panes: readonly ScanPane[]
}

/** Ranges up to this many are compared one by one, eight rows at a time; more are looked up. */
const mostRanges = 4

interface PlacedFilter {
  readonly filter: ScanFilter
  readonly listed: number
  readonly ranges: number
}

interface PlacedPane {
  readonly pane: ScanPane
  readonly numbers: readonly number[]
  readonly counts: number
}

/** Bytes that the lists and counts of a job take. */
export function jobBytes(filters: readonly ScanFilter[], panes: readonly ScanPane[]): number {
  const padded = (n: number): number => (n + 31) & ~15
  const ofFilters = filters.reduce((n, f) => n + padded(f.listed.length) + padded(f.ranges.length * 2), 0)
  const ofPane = (p: ScanPane): number =>
    padded(p.size * 4) + p.terms.reduce((n, t) => n + padded((t.numbers?.length ?? 0) * 4), 0)
  return panes.reduce((n, p) => n + ofPane(p), ofFilters)
}

export const jobRoom = room - arenaAt - 4096

const none: ScanFact = { rows: 0, widths: [], zones: new Uint16Array() }

/** Counts rows of facts in the room of one thread. */
export class Scanner {
  readonly #kernel: ScanKernel
  readonly #room: number
  readonly #bytes: Uint8Array
  readonly #words: Uint32Array
  #fact = none
  #addresses: ScanJob['addresses'] = new Map()
  #free = 0

  constructor(kernel: ScanKernel, memory: WebAssembly.Memory, ownRoom: number) {
    this.#kernel = kernel
    this.#room = ownRoom
    this.#bytes = new Uint8Array(memory.buffer)
    this.#words = new Uint32Array(memory.buffer)
    kernel.fillTable(this.#room + tableAt)
  }

  /** The counts of each pane. */
  run(fact: ScanFact, job: ScanJob): Uint32Array<ArrayBuffer>[] {
    this.#begin(fact, job.addresses)
    const filters = job.filters.map((f) => this.#placeFilter(f))
    const panes = job.panes.map((p) => this.#placePane(p))
    job.blocks.forEach((block, i) => {
      const n = this.#select(block, filters, job.needed[i] ?? 0)
      if (n > 0) this.#count(block, n, panes)
    })
    return panes.map(({ pane, counts }) => this.#words.slice(counts / 4, counts / 4 + pane.size))
  }

  /** The days of each cell: mean, median, 90th percentile, number. */
  spans(fact: ScanFact, job: SpanJob): Float64Array<ArrayBuffer> {
    this.#begin(fact, job.addresses)
    const scratch = scratchOf(job)
    const collected = job.sides.map((side, i) => this.#collect(side, job, scratch.sides[i] ?? scratch.none))
    return readSpans(this.#kernel, this.#words, job, scratch.counts, collected)
  }

  #begin(fact: ScanFact, addresses: ScanJob['addresses']): void {
    this.#fact = fact
    this.#addresses = addresses
    this.#free = this.#room + arenaAt
  }

  /** Collects the days of the rows of a side, those of a cell together: counts the rows of each cell, then puts them there. */
  #collect(side: SpanSide, job: SpanJob, { cursors, spans }: SpanRoom): Collected {
    const filters = side.filters.map((f) => this.#placeFilter(f))
    const numbers = side.terms.map((t) => this.#numbersOf(t))
    const [k, words, at] = [this.#kernel, this.#words, cursors / 4]
    words.fill(0, at, at + job.size)
    const each = (use: (block: number, n: number, places: number) => void): void => {
      side.blocks.forEach((block, i) => {
        const n = this.#spanning(block, this.#select(block, filters, side.needed[i] ?? 0), job)
        if (n > 0) use(block, n, this.#placesOf(block, n, side.terms, numbers))
      })
    }
    each((_, n, places) => k.countPlaces(n, places, cursors))
    const ends = new Uint32Array(job.size)
    for (let cell = 0, sum = 0; cell < job.size; cell++) {
      const rows = words[at + cell] ?? 0
      words[at + cell] = sum
      sum += rows
      ends[cell] = sum
    }
    each((block, n, places) => {
      const starts = this.#at(block, job.start).address
      const until = job.until === undefined ? 0 : this.#at(block, job.until).address
      k.putSpans(n, places, cursors, starts, until, job.day, this.#room + selectionAt, spans)
    })
    return { spans, ends }
  }

  /** Keeps of the selected rows those that end no earlier than they start; of days up to one day, filters see to that. */
  #spanning(block: number, n: number, { start, until }: SpanJob): number {
    if (until === undefined || n === 0) return n
    const [starts, ends] = [this.#at(block, start).address, this.#at(block, until).address]
    return this.#kernel.keepNotAfter(starts, ends, n, this.#room + selectionAt)
  }

  /** Where the cells of the selected rows stand. */
  #placesOf(block: number, n: number, terms: readonly ScanTerm[], numbers: readonly number[]): number {
    const out = this.#room + placesAt
    if (terms.length === 0) this.#words.fill(0, out / 4, out / 4 + n)
    terms.forEach((term, i) => {
      this.#place(block, n, term, numbers[i] ?? 0, i === 0 ? 0 : out, out)
    })
    return out
  }

  #numbersOf({ numbers, first }: ScanTerm): number {
    return numbers === undefined ? 0 : this.#put(numbers) - 4 * (first ?? 0)
  }

  #take(bytes: number): number {
    const at = (this.#free + 15) & ~15
    this.#free = at + bytes
    return at
  }

  #put(data: Uint8Array | Uint16Array | Uint32Array): number {
    const at = this.#take(data.byteLength)
    this.#bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at)
    return at
  }

  #placeFilter(filter: ScanFilter): PlacedFilter {
    return { filter, listed: this.#put(filter.listed), ranges: this.#put(filter.ranges) }
  }

  #placePane(pane: ScanPane): PlacedPane {
    const numbers = pane.terms.map((t) => this.#numbersOf(t))
    const counts = this.#take(pane.size * 4)
    this.#words.fill(0, counts / 4, counts / 4 + pane.size)
    return { pane, numbers, counts }
  }

  #at(block: number, column: number): { address: number; wide: boolean } {
    const width = this.#fact.widths[column] ?? 1
    const address = this.#addresses.get(column)
    if (address === undefined) throw new Error(`a column that is not in memory: ${column}`)
    return { address: address + block * blockRows * width, wide: width === 2 }
  }

  /** Selects the rows of a block that pass; returns how many. */
  #select(block: number, filters: readonly PlacedFilter[], needed: number): number {
    const rows = Math.min(blockRows, this.#fact.rows - block * blockRows)
    const selection = this.#room + selectionAt
    let n = -1
    filters.forEach((placed, i) => {
      if ((needed & (1 << i)) === 0 || n === 0) return
      n = n === -1 ? this.#first(block, rows, placed) : this.#next(block, n, placed)
    })
    if (n !== -1) return n
    this.#kernel.selectAll(rows, selection)
    return rows
  }

  #first(block: number, rows: number, { filter, listed, ranges }: PlacedFilter): number {
    const { address, wide } = this.#at(block, filter.column)
    const [selection, table] = [this.#room + selectionAt, this.#room + tableAt]
    const count = filter.ranges.length / 2
    const k = this.#kernel
    if (count <= mostRanges || filter.listed.length === 0) {
      const select = wide ? k.selectRanges2 : k.selectRanges1
      return select(address, rows, ranges, count, selection, table)
    }
    return (wide ? k.selectListed2 : k.selectListed1)(address, rows, listed, selection)
  }

  #next(block: number, n: number, { filter, listed }: PlacedFilter): number {
    const { address, wide } = this.#at(block, filter.column)
    const selection = this.#room + selectionAt
    const k = this.#kernel
    const [least = 0, span = 0] = filter.ranges
    if (filter.ranges.length === 2) return (wide ? k.keepRange2 : k.keepRange1)(address, n, least, span, selection)
    return (wide ? k.keepListed2 : k.keepListed1)(address, n, listed, selection)
  }

  #count(block: number, n: number, panes: readonly PlacedPane[]): void {
    let placed: ScanTerm | undefined
    const [first, second] = [this.#room + placesAt, this.#room + placesAt + blockRows * 4]
    for (const { pane, numbers, counts } of panes) {
      const { terms } = pane
      const last = terms.at(-1)
      if (last === undefined) {
        this.#words[counts / 4] = (this.#words[counts / 4] ?? 0) + n
        continue
      }
      const inner = last.numbers === undefined ? terms.slice(0, -1) : terms
      let before = 0
      inner.forEach((term, i) => {
        if (i === 0 && term.numbers === placed?.numbers && term.column === placed?.column) {
          before = first
          return
        }
        const out = i === 0 ? first : second
        this.#place(block, n, term, numbers[i] ?? 0, before, out)
        if (i === 0) placed = term
        before = out
      })
      if (last.numbers === undefined) this.#countCodes(block, n, last, before, counts)
      else this.#kernel.countPlaces(n, before, counts)
    }
  }

  #place(block: number, n: number, term: ScanTerm, numbers: number, before: number, out: number): void {
    const { address, wide } = this.#at(block, term.column)
    const place = wide ? this.#kernel.place2 : this.#kernel.place1
    place(address, n, numbers, this.#room + selectionAt, before, out)
  }

  #countCodes(block: number, n: number, term: ScanTerm, before: number, counts: number): void {
    const zone = 2 * (term.column * Math.ceil(this.#fact.rows / blockRows) + block)
    const least = this.#fact.zones[zone] ?? 0
    if (before === 0 && least === this.#fact.zones[zone + 1]) {
      const at = counts / 4 + least * term.step
      this.#words[at] = (this.#words[at] ?? 0) + n
      return
    }
    const { address, wide } = this.#at(block, term.column)
    const count = wide ? this.#kernel.countCodes2 : this.#kernel.countCodes1
    count(address, n, term.step, this.#room + selectionAt, before, counts)
  }
}
