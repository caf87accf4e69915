import { Column, code, date, groupRows, missing, text, tiny } from './column.ts'
import { take } from './memory.ts'

/** Encodes a column of a row group as Parquet's data page (version 1) and dictionary page. */

let out: usize = 0

function varint(value: u32): void {
  while (value > 127) {
    store<u8>(out++, (value & 127) | 128)
    value >>>= 7
  }
  store<u8>(out++, value)
}

/** Packs codes into `width` bits each, eight at a time. */
function packed(from: usize, count: u32, width: u32): void {
  if (count === 0) return
  const groups = (count + 7) >>> 3
  varint((groups << 1) | 1)
  let bits: u64 = 0
  let held: u32 = 0
  for (let i: u32 = 0; i < groups * 8; i++) {
    const value: u64 = i < count ? load<u16>(from + i * 2) : 0
    bits |= value << held
    held += width
    if (held >= 32) {
      store<u32>(out, u32(bits))
      out += 4
      bits >>>= 32
      held -= 32
    }
  }
  for (; held > 0; held = held > 8 ? held - 8 : 0) {
    store<u8>(out++, u8(bits))
    bits >>>= 8
  }
}

function repeated(value: u32, count: u32, width: u32): void {
  varint(count << 1)
  store<u8>(out++, value)
  if (width > 8) store<u8>(out++, value >>> 8)
}

function runLength(from: usize, at: u32, count: u32): u32 {
  const value = load<u16>(from + at * 2)
  let end = at + 1
  while (end < count && load<u16>(from + end * 2) === value) end++
  return end - at
}

/** Parquet's hybrid of runs and packed bits, for u16 values of at most `width` bits. */
function hybrid(from: usize, count: u32, width: u32): void {
  let begun: u32 = 0
  let at: u32 = 0
  while (at < count) {
    const run = runLength(from, at, count)
    if (run >= 16) {
      packed(from + begun * 2, at - begun, width)
      repeated(load<u16>(from + at * 2), run, width)
      at += run
      begun = at
    } else {
      at += 8
    }
  }
  packed(from + begun * 2, count - begun, width)
}

let scratch: usize = 0

/** Says of each row whether it holds a value. */
function levels(column: Column, rows: u32): void {
  const start = out
  out += 4
  for (let row: u32 = 0; row < rows; row++) {
    store<u16>(scratch + row * 2, u16(load<u16>(column.codes + row * 2) !== missing))
  }
  hybrid(scratch, rows, 1)
  store<u32>(start, u32(out - start - 4))
}

function codes(column: Column, rows: u32): void {
  let count: u32 = 0
  for (let row: u32 = 0; row < rows; row++) {
    const value = load<u16>(column.codes + row * 2)
    store<u16>(scratch + count * 2, value)
    count += u32(value !== missing)
  }
  const width = max<u32>(1, 32 - clz<u32>(column.valueCount - 1))
  store<u8>(out++, width)
  hybrid(scratch, count, width)
}

export let pageAt: usize = 0
export let pageBytes: u32 = 0
export let dictionaryBytes: u32 = 0
export let least: i64 = 0
export let most: i64 = 0

/** Sets `least` and `most`, and closes ranks where a value takes four bytes in Parquet. */
function finishNumbers(column: Column): void {
  const short = column.kind === date || column.kind === tiny
  least = i64.MAX_VALUE
  most = i64.MIN_VALUE
  for (let i: u32 = 0; i < column.valueCount; i++) {
    const value = load<i64>(column.values + i * 8)
    least = min(least, value)
    most = max(most, value)
    if (short) store<i32>(column.values + i * 4, i32(value))
  }
  if (short) column.valuesUsed /= 2
}

/** Encodes a column; what comes of it stands at `pageAt` and, for a dictionary, at `column.values`. */
export function encode(column: Column, rows: u32): void {
  if (scratch === 0) scratch = take(groupRows * 2)
  if (column.kind !== text && column.kind !== code) finishNumbers(column)
  const plain = column.plain || column.filled === 0
  pageAt = take(rows * 4 + 1024 + (plain ? column.valuesUsed : 0))
  out = pageAt
  levels(column, rows)
  dictionaryBytes = plain ? 0 : column.valuesUsed
  if (!plain) codes(column, rows)
  else if (column.filled > 0) {
    memory.copy(out, column.values, column.valuesUsed)
    out += column.valuesUsed
  }
  pageBytes = u32(out - pageAt)
}

/** Takes the memory that every row group needs; called before any group begins. */
export function prepare(): void {
  if (scratch === 0) scratch = take(groupRows * 2)
}
