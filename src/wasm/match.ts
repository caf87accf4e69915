import { mark, release, take } from './memory.ts'
import { allOrNone, delta, dictionary, numbers, unpack } from './unpack.ts'

/**
 * Walks through two files of a table row by row, in the order in which their rows stand, and tells which rows differ. A row
 * is known by its key and told apart by the sum of the hashes of its cells, 64 bits; an empty cell adds nothing.
 */

/** Most rows of a row group. */
const mostRows: u32 = 131072
/** A row that stands further away than this is looked for by the host, among those that were left over. */
const lookAhead: u32 = 64
/** The code of an empty cell; its hash is 0. */
const missing: u16 = 0xffff

/** What a cell holds. The numbers are shared with `src/ingest/ledger/walk.ts`. */
const bytes: u32 = 0
const int64: u32 = 1
const int32: u32 = 2
const double: u32 = 3

/** The cells of a column in a row group: hashes by code, or one for each row. */
@unmanaged
class Cells {
  empty: bool
  plain: bool
  /** Eight bytes a code, or a row. */
  hashes: usize
  codes: usize
}

/** The row group of a side. */
@unmanaged
class Side {
  rows: u32
  at: u32
  keys: usize
  /** A byte a row: 1 where there is no key. */
  keyless: usize
  sums: usize
  cells: usize
  leftCount: u32
  leftKeys: usize
  leftSums: usize
}

const codesAfter: u32 = 65536 * 8
const sides: usize = take(2 * offsetof<Side>())
const present: usize = take(mostRows * 2)
const dense: usize = take(mostRows * 2)
const changed: usize = take(mostRows * 8)
const masks: usize = take(mostRows * 8)
const doubts: usize = take(8192)
let changedCount: u32 = 0
let columnCount: u32 = 0

@inline
function sideAt(index: u32): Side {
  return changetype<Side>(sides + index * offsetof<Side>())
}

for (let i: u32 = 0; i < 2; i++) {
  const side = sideAt(i)
  side.keys = take(mostRows * 8)
  side.keyless = take(mostRows)
  side.sums = take(mostRows * 8)
  side.leftKeys = take(mostRows * 8)
  side.leftSums = take(mostRows * 8)
}
const ground: usize = mark()
let pages: usize = ground

@inline
function cellsAt(side: Side, column: u32): Cells {
  return changetype<Cells>(side.cells + column * offsetof<Cells>())
}

/** Begins a table with so many columns that are compared, at most 64. */
export function begin(columns: u32): void {
  release(ground)
  columnCount = columns
  memory.fill(doubts, 0, 8192)
  for (let s: u32 = 0; s < 2; s++) {
    const side = sideAt(s)
    side.rows = 0
    side.at = 0
    side.leftCount = 0
    side.cells = take(columns * offsetof<Cells>())
    for (let i: u32 = 0; i < columns; i++) {
      const cells = cellsAt(side, i)
      cells.hashes = take(mostRows * 8)
      cells.codes = cells.hashes + codesAfter
    }
  }
  pages = mark()
}

/** Begins the next row group of a side. */
export function beginGroup(index: u32, rows: u32): void {
  const side = sideAt(index)
  side.rows = rows
  side.at = 0
  memory.fill(side.sums, 0, rows * 8)
}

/** Room for a page; `clearPages` takes all of it back. */
export function pageRoom(size: u32): usize {
  return take(size)
}

export function clearPages(): void {
  release(pages)
}

@inline
function mixed(value: u64): u64 {
  let h = (value ^ (value >> 33)) * 0xff51afd7ed558ccd
  h = (h ^ (h >> 33)) * 0xc4ceb9fe1a85ec53
  return h ^ (h >> 33)
}

/** The hash of bytes; those up to eight behind them must be readable. */
function textHash(at: usize, length: u32, seed: u64): u64 {
  let h = seed ^ (u64(length) * 0x9e3779b97f4a7c15)
  let left = length
  for (; left >= 8; left -= 8, at += 8) h = rotl(h ^ (load<u64>(at) * 0xbf58476d1ce4e5b9), 29) * 0x94d049bb133111eb
  if (left > 0) {
    const last = load<u64>(at) & ((u64(1) << (left * 8)) - 1)
    h = rotl(h ^ (last * 0xbf58476d1ce4e5b9), 29) * 0x94d049bb133111eb
  }
  return mixed(h)
}

/** Bytes of the value that was hashed last. */
let width: u32 = 0

@inline
function valueHash(kind: u32, at: usize, seed: u64): u64 {
  if (kind === bytes) {
    const length = load<u32>(at)
    width = length + 4
    return textHash(at + 4, length, seed)
  }
  width = kind === int32 ? 4 : 8
  let value: u64 = kind === int32 ? u64(i64(load<i32>(at))) : load<u64>(at)
  // Nought is nought, whatever its sign.
  if (kind === double && value === 0x8000000000000000) value = 0
  return mixed((value ^ seed) * 0x9e3779b97f4a7c15)
}

/** How many rows have a value; unless all or none do, `present` says of each row whether it has one, as 1 or 0. */
function levels(page: usize, rows: u32): u32 {
  const known = allOrNone(page + 4, rows)
  if (known >= 0) return known
  unpack(page + 4, 1, rows, present)
  let filled: u32 = 0
  for (let row: u32 = 0; row < rows; row++) filled += load<u16>(present + row * 2)
  return filled
}

/** Adds the hashes of cells that are codes. */
function addCodes(side: Side, cells: Cells): void {
  const hashes = cells.hashes
  const end = side.sums + side.rows * 8
  for (let sum = side.sums, code = cells.codes; sum < end; sum += 8, code += 2)
    store<u64>(sum, load<u64>(sum) + load<u64>(hashes + u32(load<u16>(code)) * 8))
}

/** Spreads codes of the rows that have one over all rows, and adds the hashes of their cells. */
function addSpread(side: Side, cells: Cells): void {
  const hashes = cells.hashes
  const end = side.sums + side.rows * 8
  let from = dense
  for (let sum = side.sums, code = cells.codes, there = present; sum < end; sum += 8, code += 2, there += 2) {
    const filled = u32(load<u16>(there))
    const value = select<u32>(load<u16>(from), missing, filled)
    from += filled * 2
    store<u16>(code, value)
    store<u64>(sum, load<u64>(sum) + load<u64>(hashes + value * 8))
  }
}

/** Hashes plain cells, one for each row that has one, and adds the hashes. */
function addPlain(side: Side, cells: Cells, kind: u32, from: usize, seed: u64, filled: u32): void {
  let at = from
  for (let row: u32 = 0; row < side.rows; row++) {
    const there = filled === side.rows || load<u16>(present + row * 2) !== 0
    const hash = there ? valueHash(kind, at, seed) : 0
    if (there) at += width
    store<u64>(cells.hashes + row * 8, hash)
    store<u64>(side.sums + row * 8, load<u64>(side.sums + row * 8) + hash)
  }
}

/** Takes the page of a column of a side's row group; `values` is its dictionary with `entries`, if it has one. */
export function addColumn(s: u32, index: u32, kind: u32, encoding: u32, page: usize, values: usize, entries: u32): void {
  const side = sideAt(s)
  const rows = side.rows
  const cells = cellsAt(side, index)
  const filled = levels(page, rows)
  cells.empty = filled === 0
  cells.plain = encoding !== dictionary
  if (filled === 0) return
  const seed = mixed(u64(index) + 1)
  const at = page + 4 + load<u32>(page)
  if (encoding === delta) addPlain(side, cells, kind, numbers(at, filled), seed, filled)
  else if (encoding !== dictionary) addPlain(side, cells, kind, at, seed, filled)
  else {
    for (let i: u32 = 0, entry = values; i < entries; i++, entry += width)
      store<u64>(cells.hashes + i * 8, valueHash(kind, entry, seed))
    store<u64>(cells.hashes + u32(missing) * 8, 0)
    unpack(at + 1, load<u8>(at), filled, filled === rows ? cells.codes : dense)
    if (filled === rows) addCodes(side, cells)
    else addSpread(side, cells)
  }
}

/** Takes the page of the keys of a side's row group. */
export function addKeys(s: u32, encoding: u32, page: usize, values: usize): void {
  const side = sideAt(s)
  const filled = levels(page, side.rows)
  let at = page + 4 + load<u32>(page)
  if (encoding === dictionary && filled > 0) unpack(at + 1, load<u8>(at), filled, dense)
  else if (encoding === delta && filled > 0) at = numbers(at, filled)
  let n: u32 = 0
  for (let row: u32 = 0; row < side.rows; row++) {
    const there = filled === side.rows || (filled > 0 && load<u16>(present + row * 2) !== 0)
    store<u8>(side.keyless + row, u8(!there))
    if (!there) continue
    const from = encoding === dictionary ? values + u32(load<u16>(dense + n * 2)) * 8 : at + n * 8
    store<i64>(side.keys + row * 8, load<i64>(from))
    n++
  }
}

@inline
function doubtOf(key: i64): u32 {
  return u32((u64(key) * 0x9e3779b97f4a7c15) >> 48)
}

/** Rows with this key are left over, on both sides: it stands on several. */
export function doubt(key: i64): void {
  const bit = doubtOf(key)
  const byte: u32 = load<u8>(doubts + (bit >>> 3))
  store<u8>(doubts + (bit >>> 3), byte | (1 << (bit & 7)))
}

@inline
function isDoubtful(key: i64): bool {
  const bit = doubtOf(key)
  const byte: u32 = load<u8>(doubts + (bit >>> 3))
  return (byte & (1 << (bit & 7))) !== 0
}

@inline
function keyAt(side: Side, row: u32): i64 {
  return load<i64>(side.keys + row * 8)
}

@inline
function isKeyless(side: Side, row: u32): bool {
  return load<u8>(side.keyless + row) !== 0
}

@inline
function hashAt(cells: Cells, row: u32): u64 {
  if (cells.empty) return 0
  return load<u64>(cells.hashes + (cells.plain ? row : u32(load<u16>(cells.codes + row * 2))) * 8)
}

/** Leaves the next row of a side over, unless it has no key. */
function leave(side: Side): void {
  const row = side.at++
  if (isKeyless(side, row)) return
  store<i64>(side.leftKeys + side.leftCount * 8, keyAt(side, row))
  store<u64>(side.leftSums + side.leftCount * 8, load<u64>(side.sums + row * 8))
  side.leftCount++
}

/** Compares the next rows of both sides, which have the same key. */
function pair(a: Side, b: Side, key: i64): void {
  if (load<u64>(a.sums + a.at * 8) !== load<u64>(b.sums + b.at * 8)) {
    let mask: u64 = 0
    for (let i: u32 = 0; i < columnCount; i++)
      mask |= u64(hashAt(cellsAt(a, i), a.at) !== hashAt(cellsAt(b, i), b.at)) << i
    store<i64>(changed + changedCount * 8, key)
    store<u64>(masks + changedCount * 8, mask)
    changedCount++
  }
  a.at++
  b.at++
}

/** Whether a key stands so many rows ahead on a side. */
function ahead(side: Side, key: i64, by: u32): bool {
  const row = side.at + by
  return row < side.rows && !isKeyless(side, row) && keyAt(side, row) === key
}

/** Brings both sides to the same key again. */
function catchUp(a: Side, b: Side, keyA: i64, keyB: i64): void {
  for (let by: u32 = 1; by <= lookAhead; by++) {
    if (ahead(b, keyA, by)) {
      for (let i: u32 = 0; i < by; i++) leave(b)
      return
    }
    if (ahead(a, keyB, by)) {
      for (let i: u32 = 0; i < by; i++) leave(a)
      return
    }
  }
  leave(keyA < keyB ? a : b)
}

/** Goes on until the row group of a side has ended. What was found before is forgotten. */
export function walk(): void {
  const a = sideAt(0)
  const b = sideAt(1)
  forget()
  while (a.at < a.rows && b.at < b.rows) {
    if (isKeyless(a, a.at)) a.at++
    else if (isKeyless(b, b.at)) b.at++
    else {
      const keyA = keyAt(a, a.at)
      const keyB = keyAt(b, b.at)
      if (keyA !== keyB) catchUp(a, b, keyA, keyB)
      else if (isDoubtful(keyA)) {
        leave(a)
        leave(b)
      } else pair(a, b, keyA)
    }
  }
}

function forget(): void {
  changedCount = 0
  sideAt(0).leftCount = 0
  sideAt(1).leftCount = 0
}

/** Leaves over what is left of the row group of a side, whose other side has ended. */
export function leaveRest(s: u32): void {
  const side = sideAt(s)
  forget()
  while (side.at < side.rows) leave(side)
}

/** Whether the row group of a side has been gone through. */
export function hasEnded(s: u32): bool {
  return sideAt(s).at === sideAt(s).rows
}

export function changedAt(): usize {
  return changed
}
/** A bit a column: 1 where the cells of a changed row differ. */
export function masksAt(): usize {
  return masks
}
export function changedRows(): u32 {
  return changedCount
}
export function leftKeysAt(s: u32): usize {
  return sideAt(s).leftKeys
}
export function leftSumsAt(s: u32): usize {
  return sideAt(s).leftSums
}
export function leftRows(s: u32): u32 {
  return sideAt(s).leftCount
}
