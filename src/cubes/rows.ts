import { blockRows } from './format.ts'
import { flagsAt, placesAt, type ScanKernel, selectionAt, tableAt } from './kernel.ts'
import type { ScanEnd, ScanFact, ScanFilter, ScanJob, ScanTerm } from './scan.ts'

/** Ranges up to this many are compared one by one, eight rows at a time; more are looked up. */
const mostRanges = 4
/** Lists of up to so many codes are looked up sixteen rows at a time, a bit a code. */
const mostBits = 512
/** So few rows of a block are looked at one by one; of more, all of the block are, sixteen at a time. */
const fewRows = 512

/** A filter whose lists are in memory. */
export interface PlacedFilter {
  readonly filter: ScanFilter
  readonly listed: number
  readonly ranges: number
  /** A bit a code; 0 where there are too many codes. */
  readonly bits: number
  /** Flags of the rows that pass, of one block: several scans may ask for them. */
  readonly flags: number
  /** Which block that is, and how many rows pass; -1: of none yet. */
  readonly of: { block: number; passing: number }
}

/** Bytes of the flags of a block, and a few to write beyond. */
export const flagBytes = blockRows / 8 + 16

const none: ScanFact = { rows: 0, widths: [], zones: new Uint16Array() }

/**
 * Selects rows of a fact, a block at a time, and says where they are counted. The lists of a job lie behind one another
 * from a byte on that whoever begins it gives; the selection is that of one thread.
 */
export class Rows {
  readonly words: Uint32Array
  /** Where the selected rows of a block stand. */
  readonly selection: number
  /** Where the places of the selected rows stand; as much room again lies behind. */
  readonly places: number
  readonly #kernel: ScanKernel
  readonly #bytes: Uint8Array
  readonly #table: number
  readonly #flags: number
  #fact = none
  #addresses: ScanJob['addresses'] = new Map()
  #free = 0

  constructor(kernel: ScanKernel, memory: WebAssembly.Memory, room: number) {
    this.words = new Uint32Array(memory.buffer)
    this.selection = room + selectionAt
    this.places = room + placesAt
    this.#kernel = kernel
    this.#bytes = new Uint8Array(memory.buffer)
    this.#table = room + tableAt
    this.#flags = room + flagsAt
    kernel.fillTable(this.#table)
  }

  /** Begins a job; its lists are put from `free` on. */
  begin(fact: ScanFact, addresses: ScanJob['addresses'], free: number): void {
    this.#fact = fact
    this.#addresses = addresses
    this.#free = free
  }

  take(bytes: number): number {
    const at = (this.#free + 15) & ~15
    this.#free = at + bytes
    return at
  }

  put(data: Uint8Array | Uint16Array | Uint32Array): number {
    const at = this.take(data.byteLength)
    this.#bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at)
    return at
  }

  placeFilter(filter: ScanFilter): PlacedFilter {
    const bits = filter.listed.length > mostBits ? 0 : this.put(bitsOf(filter.listed))
    const [listed, ranges] = [this.put(filter.listed), this.put(filter.ranges)]
    return { filter, listed, ranges, bits, flags: this.take(flagBytes), of: { block: -1, passing: 0 } }
  }

  /** Puts the numbers of a term; returns where that of code 0 would stand. */
  numbersOf({ numbers, first }: Pick<ScanTerm, 'numbers' | 'first'>): number {
    return numbers === undefined ? 0 : this.put(numbers) - 4 * (first ?? 0)
  }

  /** Rows of a block. */
  rowsOf(block: number): number {
    return Math.min(blockRows, this.#fact.rows - block * blockRows)
  }

  at(block: number, column: number): { address: number; wide: boolean } {
    const width = this.#fact.widths[column] ?? 1
    const address = this.#addresses.get(column)
    if (address === undefined) throw new Error(`a column that is not in memory: ${column}`)
    return { address: address + block * blockRows * width, wide: width === 2 }
  }

  /** Least code of a column in a block, and the greatest. */
  zone(block: number, column: number): readonly [least: number, greatest: number] {
    const zone = 2 * (column * Math.ceil(this.#fact.rows / blockRows) + block)
    return [this.#fact.zones[zone] ?? 0, this.#fact.zones[zone + 1] ?? 0]
  }

  /** Selects the rows of a block that pass; returns how many. `needed` has a bit for each filter that not all rows pass. */
  select(block: number, filters: readonly PlacedFilter[], needed: number): number {
    const rows = this.rowsOf(block)
    const wanted = filters.filter((_, i) => (needed & (1 << i)) !== 0)
    let [n, flags, at] = [rows, 0, 0]
    for (; at < wanted.length && n > 0; at++) {
      const placed = wanted[at]
      if (placed === undefined || (n <= fewRows && placed.of.block !== block)) break
      this.#mark(block, rows, placed)
      n = flags === 0 ? placed.of.passing : this.#kernel.markBoth(rows, flags, placed.flags, this.#flags)
      flags = flags === 0 ? placed.flags : this.#flags
    }
    if (n === 0) return 0
    if (flags === 0) this.#kernel.selectAll(rows, this.selection)
    else this.#kernel.selectMarked(rows, flags, this.selection, this.#table)
    for (const placed of wanted.slice(at)) n = n === 0 ? 0 : this.#keep(block, n, placed)
    return n
  }

  /** Flags the rows of a block that pass a filter, once. */
  #mark(block: number, rows: number, placed: PlacedFilter): void {
    if (placed.of.block === block) return
    placed.of.block = block
    placed.of.passing = this.#passing(block, rows, placed)
  }

  #passing(block: number, rows: number, { filter, listed, ranges, bits, flags }: PlacedFilter): number {
    const { address, wide } = this.at(block, filter.column)
    const count = filter.ranges.length / 2
    const k = this.#kernel
    if (count <= mostRanges || filter.listed.length === 0)
      return (wide ? k.markRanges2 : k.markRanges1)(address, rows, ranges, count, flags)
    if (bits !== 0) return (wide ? k.markBits2 : k.markBits1)(address, rows, bits, flags)
    return k.markListed2(address, rows, listed, flags)
  }

  #keep(block: number, n: number, { filter, listed }: PlacedFilter): number {
    const { address, wide } = this.at(block, filter.column)
    const k = this.#kernel
    const [least = 0, span = 0] = filter.ranges
    if (filter.ranges.length === 2) return (wide ? k.keepRange2 : k.keepRange1)(address, n, least, span, this.selection)
    return (wide ? k.keepListed2 : k.keepListed1)(address, n, listed, this.selection)
  }

  /** Keeps of the selected rows those that have ended. */
  keepEnded(block: number, n: number, { column, last }: ScanEnd): number {
    const [least, greatest] = this.zone(block, column)
    if (least > last) return 0
    if (greatest <= last) return n
    return this.#kernel.keepRange2(this.at(block, column).address, n, 0, last, this.selection)
  }

  /** Gives each selected row the number of its code, added to what stands at `before` (0 = nothing). */
  place(
    block: number,
    n: number,
    { column }: Pick<ScanTerm, 'column'>,
    numbers: number,
    before: number,
    out: number,
  ): void {
    const [least, greatest] = this.zone(block, column)
    if (least === greatest) {
      this.#kernel.placeAll(n, this.words[numbers / 4 + least] ?? 0, before, out)
      return
    }
    const { address, wide } = this.at(block, column)
    const place = wide ? this.#kernel.place2 : this.#kernel.place1
    place(address, n, numbers, this.selection, before, out)
  }
}

function bitsOf(listed: Uint8Array): Uint8Array {
  const bits = new Uint8Array(mostBits / 8)
  listed.forEach((passes, code) => {
    bits[code >>> 3] = (bits[code >>> 3] ?? 0) | (passes << (code & 7))
  })
  return bits
}
