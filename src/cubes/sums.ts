import { loadKernel } from '../kernel/index.ts'
import { monthsOfDays, never } from './days.ts'
import { blockRows } from './format.ts'
import { sharedMemory } from './kernel.ts'
import type { Codes } from './order.ts'

/** What `src/wasm/cube.ts` exports. */
interface SumKernel {
  zone1(column: number, rows: number): number
  zone2(column: number, rows: number): number
  countRows1(column: number, rows: number, counts: number): void
  countRows2(column: number, rows: number, counts: number): void
  countMonths1(...places: readonly number[]): void
  countMonths2(...places: readonly number[]): void
}

function isSumKernel(exports: unknown): exports is SumKernel {
  return typeof exports === 'object' && exports !== null && 'countMonths2' in exports && 'zone2' in exports
}

/** Blocks of three columns, the months of days, conditions of sets; then counts. */
const blockAt = 65_536
const blockBytes = blockRows * 2 + 64
const monthsAt = blockAt + 3 * blockBytes
const listsAt = monthsAt + (never + 1) * 2
const countsAt = 2 ** 20

/** Changes by month: rows that begin count one, rows that end count minus one. */
export interface MonthSource {
  readonly column: Codes
  /** Codes of the column. */
  readonly size: number
  /** Bits of the conditions that each row meets, by the code of another column. */
  readonly bits: { readonly column: Codes; readonly of: readonly number[] }
  /** Day on which a row counts, and for intervals the day on which it stops. */
  readonly begin: Codes
  readonly end?: Codes
  readonly first: number
  readonly count: number
  readonly conditions: number
}

/** Sums over whole columns. */
export class Sums {
  readonly #kernel: SumKernel
  #bytes: Uint8Array
  #words: Int32Array

  /** `most` is how many counts it must hold at once. */
  static async make(most: number): Promise<Sums> {
    const module = await loadKernel('cube.ts')
    const memory = sharedMemory(countsAt + most * 4 + 64)
    const abort = (): never => {
      throw new Error('the summing kernel stopped')
    }
    const { exports } = new WebAssembly.Instance(module, { env: { memory, abort } })
    if (!isSumKernel(exports)) throw new Error('src/wasm/cube.ts exports something else than expected')
    return new Sums(exports, memory)
  }

  private constructor(kernel: SumKernel, memory: WebAssembly.Memory) {
    this.#kernel = kernel
    this.#bytes = new Uint8Array(memory.buffer)
    this.#words = new Int32Array(memory.buffer)
  }

  /** Least and greatest code of each block. */
  zones(column: Codes): Uint16Array {
    const zone = column instanceof Uint8Array ? this.#kernel.zone1 : this.#kernel.zone2
    const zones = new Uint16Array(Math.ceil(column.length / blockRows) * 2)
    this.#blocks(column.length, (from, rows, block) => {
      const least = zone(this.#put(0, column, from, rows), rows) >>> 0
      zones[2 * block] = least & 0xffff
      zones[2 * block + 1] = least >>> 16
    })
    return zones
  }

  /** Rows of each code. */
  rows(column: Codes, size: number): number[] {
    const count = column instanceof Uint8Array ? this.#kernel.countRows1 : this.#kernel.countRows2
    const at = countsAt / 4
    this.#words.fill(0, at, at + size)
    this.#blocks(column.length, (from, rows) => count(this.#put(0, column, from, rows), rows, countsAt))
    return [...this.#words.subarray(at, at + size)]
  }

  /** For each condition: month × code → rows, less those that ended; for intervals, last, all rows that began. */
  months(source: MonthSource): Int32Array<ArrayBuffer>[] {
    const { size, count, conditions, end } = source
    const counts = conditions + (end === undefined ? 0 : 1)
    const cells = size * count
    const at = countsAt / 4
    this.#words.fill(0, at, at + cells * counts)
    const months = monthsOfDays().map((m) => Math.max(0, m - source.first))
    this.#bytes.set(new Uint8Array(months.buffer), monthsAt)
    this.#putLists(source, end === undefined ? undefined : conditions)
    this.#addMonths(source, source.begin, 1)
    if (end !== undefined) {
      this.#putLists(source, undefined)
      this.#addMonths(source, end, -1)
    }
    return Array.from({ length: counts }, (_, c) => this.#words.slice(at + c * cells, at + (c + 1) * cells))
  }

  /** The conditions of each set, and with `also` one more for every set. */
  #putLists({ bits, conditions }: MonthSource, also: number | undefined): void {
    bits.of.forEach((set, code) => {
      const met = Array.from({ length: conditions }, (_, i) => i).filter((i) => (set >>> i) & 1)
      if (also !== undefined) met.push(also)
      this.#bytes.set([met.length, ...met], listsAt + code * 32)
    })
  }

  #addMonths(source: MonthSource, days: Codes, by: 1 | -1): void {
    const { column, size, bits, count } = source
    const add = column instanceof Uint8Array ? this.#kernel.countMonths1 : this.#kernel.countMonths2
    const setsWide = bits.column instanceof Uint8Array ? 0 : 1
    this.#blocks(column.length, (from, rows) => {
      const own = this.#put(0, column, from, rows)
      const sets = this.#put(1, bits.column, from, rows)
      const dates = this.#put(2, days, from, rows)
      add(own, sets, setsWide, dates, rows, monthsAt, listsAt, countsAt, size, size * count * 4, by)
    })
  }

  #blocks(rows: number, take: (from: number, rows: number, block: number) => void): void {
    for (let from = 0, block = 0; from < rows; from += blockRows, block++)
      take(from, Math.min(blockRows, rows - from), block)
  }

  /** Puts a block of a column into a place of its own; returns the address. */
  #put(place: number, column: Codes, from: number, rows: number): number {
    const width = column.BYTES_PER_ELEMENT
    const at = blockAt + place * blockBytes
    this.#bytes.set(new Uint8Array(column.buffer, column.byteOffset + from * width, rows * width), at)
    return at
  }
}

/** Counts that the sums of a column by month take. */
export function monthCells({ size, count, conditions }: Pick<MonthSource, 'size' | 'count' | 'conditions'>): number {
  return size * count * (conditions + 1)
}
