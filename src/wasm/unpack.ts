import { take } from './memory.ts'

/** Reads what `page.ts` writes: runs and packed bits, and numbers by their differences. */

/** Encodings of the Parquet format; 0 is plain. */
export const delta: u32 = 5
export const dictionary: u32 = 8

/** Most rows of a row group. */
const mostRows: u32 = 131072
const unpacked: usize = take(mostRows * 8)

/** Where the next byte is read. */
let next: usize = 0

function varint(): u64 {
  let value: u64 = 0
  let shift: u64 = 0
  let byte: u64 = 128
  while (byte > 127) {
    byte = load<u8>(next++)
    value |= (byte & 127) << shift
    shift += 7
  }
  return value
}

/** Four values of `width` ≤ 16 bits, as four u16. */
@inline
function four(bits: u64, width: u64, mask: u64): u64 {
  return (bits & mask) | (((bits >> width) & mask) << 16) | (((bits >> (2 * width)) & mask) << 32) | (((bits >> (3 * width)) & mask) << 48)
}

/** Widens packed values, eight at a time. */
function widen(from: usize, width: u32, to: usize, end: usize): void {
  if (width === 1) {
    const bits = i16x8(1, 2, 4, 8, 16, 32, 64, 128)
    const one = i16x8.splat(1)
    for (; to < end; to += 16, from++)
      v128.store(to, v128.and(one, i16x8.eq(v128.and(i16x8.splat(load<u8>(from)), bits), bits)))
  } else if (width === 8) {
    for (; to < end; to += 16, from += 8) v128.store(to, i16x8.extend_low_i8x16_u(v128.load64_zero(from)))
  } else if (width === 16) {
    memory.copy(to, from, end - to)
  } else {
    const mask: u64 = (1 << width) - 1
    const odd: u64 = width & 1 ? 4 : 0
    for (; to < end; to += 16, from += width) {
      store<u64>(to, four(load<u64>(from), width, mask))
      store<u64>(to, four(load<u64>(from + (width >>> 1)) >> odd, width, mask), 8)
    }
  }
}

/**
 * Reads so many values of at most `width` ≤ 16 bits, written as runs and packed bits, into u16. Up to seven more may be
 * written behind them.
 */
export function unpack(at: usize, width: u32, count: u32, to: usize): void {
  const end = to + count * 2
  next = at
  while (to < end) {
    const header = u32(varint())
    if (header & 1) {
      const stop = min(to + (header >>> 1) * 16, end)
      widen(next, width, to, stop)
      next += (header >>> 1) * width
      to = stop
    } else {
      const stop = min(to + (header >>> 1) * 2, end)
      const value = (width > 8 ? u64(load<u16>(next)) : u64(load<u8>(next))) * 0x0001000100010001
      for (; to < stop; to += 8) store<u64>(to, value)
      next += width > 8 ? 2 : 1
      to = stop
    }
  }
}

/** How many of so many rows have a value, where that can be told at a glance: all of them, or none; else -1. */
export function allOrNone(at: usize, rows: u32): i32 {
  next = at
  const header = u32(varint())
  if (header & 1 || header >>> 1 < rows) return -1
  return load<u8>(next) !== 0 ? rows : 0
}

@inline
function zigzag(): i64 {
  const value = varint()
  return i64(value >> 1) ^ -i64(value & 1)
}

/** A value of `width` ≤ 64 bits, nought where there are none. */
@inline
function bitsAt(at: usize, bit: u32, width: u32): u64 {
  const from = at + (bit >>> 3)
  const shift = u64(bit & 7)
  let value = load<u64>(from) >> shift
  if (u64(width) + shift > 64) value |= u64(load<u8>(from + 8)) << (64 - shift)
  return width === 64 ? value : value & ((u64(1) << width) - 1)
}

/** Reads numbers that are written by their differences; returns where they stand, eight bytes each. */
export function numbers(at: usize, count: u32): usize {
  next = at
  const blockSize = u32(varint())
  const minis = u32(varint())
  varint()
  const perMini = blockSize / minis
  let value = zigzag()
  store<i64>(unpacked, value)
  let done: u32 = 1
  while (done < count) {
    const least = zigzag()
    const widths = next
    next += minis
    for (let mini: u32 = 0; mini < minis && done < count; mini++) {
      const width: u32 = load<u8>(widths + mini)
      const values = min(perMini, count - done)
      let to = unpacked + done * 8
      done += values
      for (let i: u32 = 0, bit: u32 = 0; i < values; i++, bit += width, to += 8) {
        value += least + i64(bitsAt(next, bit, width))
        store<i64>(to, value)
      }
      next += (perMini * width) >>> 3
    }
  }
  return unpacked
}
