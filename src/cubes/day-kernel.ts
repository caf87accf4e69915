import { blockRows } from './format.ts'

/** What `src/wasm/days.ts` exports. */
export interface DayKernel {
  daysOf(n: number, selection: number, starts: number, ends: number, day: number, out: number): number
  daysOfAll(rows: number, starts: number, ends: number, day: number, out: number): number
  addCodes1(...places: AddCodes): void
  addCodes2(...places: AddCodes): void
  addPlaces(
    n: number,
    places: number,
    base: number,
    selection: number,
    days: number,
    counts: number,
    flags: number,
    by: number,
  ): void
  addAll(n: number, base: number, selection: number, days: number, counts: number, flags: number, by: number): void
  wipe(counts: number, flags: number, blocks: number): void
  take(counts: number, flags: number, blocks: number, total: number): number
  join(total: number, into: number, blocks: number): void
  clear(total: number, blocks: number): void
  read(total: number, blocks: number, less: number, out: number): void
}

type AddCodes = readonly [
  column: number,
  n: number,
  numbers: number,
  selection: number,
  days: number,
  counts: number,
  flags: number,
  by: number,
]

/** A kernel over shared memory. */
export function startDayKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): DayKernel {
  const abort = (): never => {
    throw new Error('the kernel that counts days stopped')
  }
  const { exports } = new WebAssembly.Instance(module, { env: { memory, abort } })
  if (!isDayKernel(exports)) throw new Error('src/wasm/days.ts exports something else than expected')
  return exports
}

function isDayKernel(exports: unknown): exports is DayKernel {
  return typeof exports === 'object' && exports !== null && 'daysOfAll' in exports && 'addPlaces' in exports
}

const megabyte = 2 ** 20

/** Days of a block of counts, which has one flag. */
export const blockDays = 64
/** Rows of counts are as long as so many days, or a multiple: flags are read eight at a time. */
const fewestDays = 8 * blockDays
const mostDays = 65_536
/** Bytes of a total: a number for each day; rows and days of each block. */
const totalBytes = mostDays * 4 + (mostDays / blockDays) * 12

/** Bytes for numbers of distributions. */
const outBytes = 2 * megabyte
/** Bytes of a distribution. */
export const cellBytes = 32
/** Bytes for lists of codes. */
export const dayLists = 4 * megabyte
/** Bytes for rows of counts. Untouched pages take no memory. */
const countBytes = 128 * megabyte

/** A thread's room for counting days: what is next, distributions, the days of a block, two totals, flags, lists, rows of counts. */
export const nextAt = 0
export const outAt = 64
export const daysAt = outAt + outBytes
export const totalAt = daysAt + blockRows * 2 + 64
export const wholeAt = totalAt + totalBytes
export const flagsAt = wholeAt + totalBytes
export const flagBytes = countBytes / (4 * blockDays)
export const listsAt = flagsAt + flagBytes
export const countsAt = listsAt + dayLists
export const dayRoom = countsAt + countBytes

/** The length of a row of counts for days below `most`. */
export function rowDays(most: number): number {
  return Math.max(1, Math.ceil(most / fewestDays)) * fewestDays
}

/** Cells that rows of counts of this length can be counted for at once. */
export function mostCells(days: number): number {
  return Math.min(countBytes / (4 * days), outBytes / cellBytes)
}
