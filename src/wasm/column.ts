import { grown, take } from './memory.ts'

/** Most rows of a row group. */
export const groupRows: u32 = 131072
/** The code of an empty cell. */
export const missing: u16 = 0xffff

/** What the cells of a column become. The numbers are shared with `src/ingest/kernel.ts`. */
export const text: u32 = 0
export const code: u32 = 1
export const integer: u32 = 2
export const timestamp: u32 = 3
export const date: u32 = 4
export const tiny: u32 = 5
export const decimal: u32 = 6

/**
 * A column of the row group being read. While it has few values its cells are codes into a dictionary (`values`);
 * with many it is `plain`, and `values` holds a value for each cell that is not empty.
 */
@unmanaged
export class Column {
  kind: u32
  index: u32
  plain: bool
  /** Whether the next row group begins plain: a dictionary did not pay in this one. */
  plainNext: bool
  /** A u16 a row: the dictionary's code, 0 in a plain column, or `missing`. */
  codes: usize
  /** Cells that are not empty. */
  filled: u32
  /** Open-addressed table of u32: 0, or the number of an entry plus one. */
  slots: usize
  slotMask: u32
  entries: usize
  entryRoom: u32
  entryCount: u32
  /** Texts of entries longer than eight bytes. */
  keys: usize
  keysRoom: u32
  keysUsed: u32
  /** Eight bytes a number; length and bytes for a text, as Parquet writes it. */
  values: usize
  valuesRoom: u32
  valuesUsed: u32
  valueCount: u32
  /** Whether its values, each of four bytes, have closed ranks. */
  closed: bool
  /** Whether its numbers are the keys of the rows; such a column is plain throughout. */
  key: bool
  /** The last cell that was looked up: neighbours are often alike. */
  lastWord: u64
  lastLength: u32
  lastValue: i32
}

/** How a text that stood in a cell was understood. */
@unmanaged
export class Entry {
  word: u64
  hash: u32
  length: u32
  key: u32
  /** The code of its value; `unreadable` when it has none. */
  value: i32
}

export const unreadable: i32 = -1

/** Begins a row group. */
export function clear(column: Column): void {
  column.plain = column.plainNext
  column.filled = 0
  column.codes = take(groupRows * 2)
  column.valuesRoom = 16384
  column.values = take(column.valuesRoom)
  column.valuesUsed = 0
  column.valueCount = 0
  column.closed = false
  column.entryCount = 0
  column.keysUsed = 0
  column.lastLength = 0
  if (column.plain) return
  column.slotMask = 511
  column.slots = take(512 * 4)
  memory.fill(column.slots, 0, 512 * 4)
  column.entryRoom = 256
  column.entries = take(256 * offsetof<Entry>())
  column.keysRoom = 1024
  column.keys = take(column.keysRoom)
}

export function entryAt(column: Column, at: u32): Entry {
  return changetype<Entry>(column.entries + at * offsetof<Entry>())
}

/** Makes room for so many more bytes of values. */
function makeRoom(column: Column, bytes: u32): void {
  if (column.valuesUsed + bytes <= column.valuesRoom) return
  column.valuesRoom = max(column.valuesRoom * 2, column.valuesUsed + bytes)
  column.values = grown(column.values, column.valuesUsed, column.valuesRoom)
}

export function addNumber(column: Column, value: i64): i32 {
  makeRoom(column, 8)
  store<i64>(column.values + column.valuesUsed, value)
  column.valuesUsed += 8
  return column.valueCount++
}

export function addText(column: Column, from: usize, length: u32): i32 {
  makeRoom(column, length + 4)
  const at = column.values + column.valuesUsed
  store<u32>(at, length)
  memory.copy(at + 4, from, length)
  column.valuesUsed += length + 4
  return column.valueCount++
}

function rehash(column: Column): void {
  const size = (column.slotMask + 1) * 4
  column.slotMask = size - 1
  column.slots = take(size * 4)
  memory.fill(column.slots, 0, size * 4)
  for (let i: u32 = 0; i < column.entryCount; i++) place(column, entryAt(column, i).hash, i + 1)
}

function place(column: Column, hash: u32, entry: u32): void {
  let slot = hash & column.slotMask
  while (load<u32>(column.slots + slot * 4) !== 0) slot = (slot + 1) & column.slotMask
  store<u32>(column.slots + slot * 4, entry)
}

/** Remembers how a text is understood. */
export function remember(column: Column, from: usize, length: u32, word: u64, hash: u32, value: i32): void {
  if (column.entryCount === column.entryRoom) {
    column.entryRoom *= 2
    const size = u32(offsetof<Entry>())
    column.entries = grown(column.entries, column.entryCount * size, column.entryRoom * size)
  }
  if (length > 8) {
    if (column.keysUsed + length > column.keysRoom) {
      column.keysRoom = max(column.keysRoom * 2, column.keysUsed + length)
      column.keys = grown(column.keys, column.keysUsed, column.keysRoom)
    }
    memory.copy(column.keys + column.keysUsed, from, length)
  }
  const entry = entryAt(column, column.entryCount++)
  entry.word = word
  entry.hash = hash
  entry.length = length
  entry.key = column.keysUsed
  entry.value = value
  if (length > 8) column.keysUsed += length
  if (column.entryCount * 2 > column.slotMask) rehash(column)
  else place(column, hash, column.entryCount)
}
