import { blockRows } from './format.ts'

/** What `src/wasm/scan.ts` exports. */
export interface ScanKernel {
  fillTable(table: number): void
  selectAll(rows: number, selection: number): void
  selectMarked(rows: number, flags: number, selection: number, table: number): number
  markBoth(rows: number, one: number, other: number, flags: number): number
  markRanges1(column: number, rows: number, ranges: number, count: number, flags: number): number
  markRanges2(column: number, rows: number, ranges: number, count: number, flags: number): number
  markBits1(column: number, rows: number, bits: number, flags: number): number
  markBits2(column: number, rows: number, bits: number, flags: number): number
  markListed2(column: number, rows: number, list: number, flags: number): number
  keepListed1(column: number, n: number, list: number, selection: number): number
  keepListed2(column: number, n: number, list: number, selection: number): number
  keepRange1(column: number, n: number, least: number, span: number, selection: number): number
  keepRange2(column: number, n: number, least: number, span: number, selection: number): number
  place1(column: number, n: number, numbers: number, selection: number, before: number, out: number): void
  place2(column: number, n: number, numbers: number, selection: number, before: number, out: number): void
  placeAll(n: number, number: number, before: number, out: number): void
  countPlaces(n: number, places: number, counts: number): void
  countCodes1(column: number, n: number, step: number, selection: number, before: number, counts: number): void
  countCodes2(column: number, n: number, step: number, selection: number, before: number, counts: number): void
  keepNotAfter(days: number, others: number, n: number, selection: number): number
  putSpans(
    n: number,
    places: number,
    cursors: number,
    starts: number,
    ends: number,
    day: number,
    selection: number,
    out: number,
  ): void
  addSpans(spans: number, n: number, counts: number, blocks: number, by: 1 | -1): number
}

/** A kernel over a fact's memory. */
export function startScanKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): ScanKernel {
  const abort = (): never => {
    throw new Error('the counting kernel stopped')
  }
  const { exports } = new WebAssembly.Instance(module, { env: { memory, abort } })
  if (!isScanKernel(exports)) throw new Error('src/wasm/scan.ts exports something else than expected')
  return exports
}

function isScanKernel(exports: unknown): exports is ScanKernel {
  return (
    typeof exports === 'object' &&
    exports !== null &&
    'fillTable' in exports &&
    'countCodes2' in exports &&
    'markBits2' in exports &&
    'addSpans' in exports
  )
}

const megabyte = 2 ** 20
/** Room of a thread for a question: lists of codes, counts. Untouched pages take no memory. */
export const room = 16 * megabyte
/** At the start of the room: the kernel's table, flags of rows, a selection, the numbers of its rows. */
export const tableAt = 0
export const flagsAt = 4096
export const selectionAt = flagsAt + blockRows / 8 + 64
export const placesAt = selectionAt + blockRows * 2 + 64
export const arenaAt = placesAt + 3 * blockRows * 4

/** Below it nothing is put, so that 0 is no address. */
export const firstRoom = 65_536

const page = 65_536

/** Memory that threads share; pages of it take room only once they are written. */
export function sharedMemory(bytes: number): WebAssembly.Memory {
  const pages = Math.ceil(bytes / page)
  return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
}
