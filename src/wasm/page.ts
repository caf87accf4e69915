import { Column, code, date, groupRows, integer, missing, text, timestamp, tiny } from './column.ts'
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

/** So many bits, or a few more: what fills bytes, or parts of them, evenly is compressed better afterwards. */
@inline
function evenly(bits: u64): u64 {
  return bits <= 2 ? bits : bits <= 4 ? 4 : (bits + 7) & ~7
}

function codes(column: Column, rows: u32, prepared: bool): void {
  let count: u32 = 0
  for (let row: u32 = 0; row < rows; row++) {
    const value = load<u16>(column.codes + row * 2)
    store<u16>(scratch + count * 2, value)
    count += u32(value !== missing)
  }
  const narrow = max<u32>(1, 32 - clz<u32>(column.valueCount - 1))
  const width = prepared ? u32(evenly(narrow)) : narrow
  store<u8>(out++, width)
  hybrid(scratch, count, width)
}

function varint64(value: u64): void {
  while (value > 127) {
    store<u8>(out++, u8(value & 127) | 128)
    value >>>= 7
  }
  store<u8>(out++, u8(value))
}

@inline
function zigzag(value: i64): void {
  varint64(u64(value << 1) ^ u64(value >> 63))
}

/** Numbers of a block of differences, and of the parts of it that are as wide as their widest. */
const blockSize: u32 = 128
const partSize: u32 = 32
const differences: usize = take(blockSize * 8)

/** Packs the differences of a part, less the least of them, into `width` bits each: 1, 2, 4 or whole bytes. */
function packPart(from: usize, count: u32, width: u32, less: i64): void {
  const end = out + width * (partSize >>> 3)
  if (width >= 8) {
    for (let i: u32 = 0; i < count; i++, out += width >>> 3) store<u64>(out, u64(load<i64>(from + i * 8) - less))
    memory.fill(out, 0, end - out)
  } else {
    memory.fill(out, 0, end - out)
    for (let i: u32 = 0, bit: u32 = 0; i < count; i++, bit += width) {
      const at = out + (bit >>> 3)
      store<u8>(at, load<u8>(at) | u8(u32(load<i64>(from + i * 8) - less) << (bit & 7)))
    }
  }
  out = end
}

/** Writes the next numbers of a block, at most `blockSize`; the one before them stands before them. */
function block(from: usize, count: u32): void {
  let less = i64.MAX_VALUE
  for (let i: u32 = 0; i < count; i++) {
    const value = load<i64>(from + i * 8) - load<i64>(from + i * 8 - 8)
    store<i64>(differences + i * 8, value)
    less = min(less, value)
  }
  zigzag(less)
  let widths = out
  out += blockSize / partSize
  for (let begun: u32 = 0; begun < blockSize; begun += partSize) {
    const part = differences + begun * 8
    const size = begun < count ? min(partSize, count - begun) : 0
    let any: u64 = 0
    for (let i: u32 = 0; i < size; i++) any |= u64(load<i64>(part + i * 8) - less)
    const width = u32(evenly(64 - clz<u64>(any)))
    store<u8>(widths++, u8(width))
    if (width > 0) packPart(part, size, width, less)
  }
}

/** Writes numbers by their differences: Parquet's DELTA_BINARY_PACKED. */
function deltas(values: usize, count: u32): void {
  varint(blockSize)
  varint(blockSize / partSize)
  varint(count)
  zigzag(load<i64>(values))
  for (let at: u32 = 1; at < count; at += blockSize) block(values + at * 8, min(blockSize, count - at))
}

/** Most bytes of so many numbers written by their differences. */
function mostDeltas(count: u32): u32 {
  return count * 8 + (count / blockSize + 2) * 16 + 32
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
    const value = column.closed ? i64(load<i32>(column.values + i * 4)) : load<i64>(column.values + i * 8)
    least = min(least, value)
    most = max(most, value)
    if (short) store<i32>(column.values + i * 4, i32(value))
  }
  if (short && !column.closed) column.valuesUsed /= 2
  column.closed = short
}

/**
 * Encodes a column; what comes of it stands at `pageAt` and, for a dictionary, at `column.values`. It can be prepared for
 * being compressed: codes evenly wide, whole numbers of eight bytes by their differences. Which is smaller in the end
 * depends on the column.
 */
export function encode(column: Column, rows: u32, prepared: bool): void {
  if (scratch === 0) scratch = take(groupRows * 2)
  if (column.kind !== text && column.kind !== code) finishNumbers(column)
  const plain = column.plain || column.filled === 0
  const byDifferences = prepared && plain && (column.kind === integer || column.kind === timestamp)
  pageAt = take(rows * 4 + 1024 + (byDifferences ? mostDeltas(column.valueCount) : plain ? column.valuesUsed : 0))
  out = pageAt
  levels(column, rows)
  dictionaryBytes = plain ? 0 : column.valuesUsed
  if (!plain) codes(column, rows, prepared)
  else if (column.filled > 0) {
    if (byDifferences) deltas(column.values, column.valueCount)
    else {
      memory.copy(out, column.values, column.valuesUsed)
      out += column.valuesUsed
    }
  }
  pageBytes = u32(out - pageAt)
}

/** Takes the memory that every row group needs; called before any group begins. */
export function prepare(): void {
  if (scratch === 0) scratch = take(groupRows * 2)
}
