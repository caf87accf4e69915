import { take } from './memory.ts'

/** Which numbers of a key a file has had so far: a bit each, in pages that are taken into use where numbers are. */

/** Numbers of a page, as a power of two: 8 KiB of bits. */
const pageShift: u32 = 16
const pageBytes: u32 = (1 << pageShift) >> 3
/** Greater numbers are not followed. */
const greatest: i64 = 0x7fffffff
const mostPages: u32 = 16384
/** Most numbers kept that came again. */
const mostKept: u32 = 65536

const directory: usize = take((1 << (31 - pageShift)) * 2)
const pages: usize = take(mostPages * pageBytes)
const kept: usize = take(mostKept * 8)

let pagesUsed: u32 = 0
let again: u32 = 0
let lost = false

/** Begins a file. */
export function noneSeen(): void {
  memory.fill(directory, 0, (1 << (31 - pageShift)) * 2)
  pagesUsed = 0
  again = 0
  lost = false
}

/** The bits of a page; 0 when there are as many pages as there may be. */
function pageOf(number: u32): usize {
  const slot = directory + (number >>> pageShift) * 2
  let page: u32 = load<u16>(slot)
  if (page === 0) {
    if (pagesUsed === mostPages) return 0
    page = ++pagesUsed
    store<u16>(slot, u16(page))
    memory.fill(pages + (page - 1) * pageBytes, 0, pageBytes)
  }
  return pages + (page - 1) * pageBytes
}

/** Takes note of the key of a row. */
export function noteKey(value: i64): void {
  if (lost) return
  const page = value < 0 || value > greatest ? 0 : pageOf(u32(value))
  if (page === 0 || again > mostKept) {
    lost = true
    return
  }
  const at = page + ((u32(value) & ((1 << pageShift) - 1)) >>> 3)
  const bit: u32 = 1 << (u32(value) & 7)
  const bits: u32 = load<u8>(at)
  if ((bits & bit) === 0) {
    store<u8>(at, bits | bit)
    return
  }
  if (again < mostKept) store<i64>(kept + again * 8, value)
  again++
}

/** How many rows had a key that stood on an earlier row; -1 when there were too many, or numbers too great or too far apart, to tell. */
export function repeatedKeys(): i32 {
  return lost || again > mostKept ? -1 : i32(again)
}

/** Where their keys are, eight bytes each. */
export function repeatedKeysAt(): usize {
  return kept
}
