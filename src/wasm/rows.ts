import { addCell, answer, longestRow } from './cell.ts'
import { clear, Column, groupRows } from './column.ts'
import { mark, release, take } from './memory.ts'
import { dictionaryBytes, encode, least, most, pageAt, pageBytes, prepare } from './page.ts'
import { noneSeen, repeatedKeys, repeatedKeysAt } from './seen.ts'

export { repeatedKeys, repeatedKeysAt }

/** Splits bytes into rows and plain rows into cells; every row that is not plain is handed to the host. */

const TAB: u32 = 9
const LF: u32 = 10
const CR: u32 = 13

/** A row group is closed at so many bytes of text, whatever its rows. */
const mostText: u32 = 64 << 20
const mostColumns: u32 = 1024
export const windowBytes: u32 = 4 << 20

const window: usize = take(windowBytes)
/** Where the host puts a row that it mended; decoding can make three bytes of one, and a short row gets its tabs. */
const mended: usize = take(3 * longestRow + mostColumns)
const columns: usize = take(mostColumns * offsetof<Column>())
const tabs: usize = take(mostColumns * 4)
prepare()
const ground: usize = mark()

let columnCount: u32 = 0
let width: u32 = 0
let trailing: u32 = 0
let keys: i32 = -1
let crlf: bool = false
let rowsInGroup: u32 = 0
let textInGroup: u32 = 0

/** Where the row that was handed to the host begins and ends, and its first physical line. */
export let rowStart: usize = 0
export let rowEnd: usize = 0
export let rowLine: f64 = 0
/** Where the next row begins. */
export let next: usize = 0
/** Plain rows taken since the last question. */
export let taken: u32 = 0
/** Line ends seen so far, and the physical line on which the next row begins. */
export let lines: f64 = 0
let line: f64 = 1

export function windowAt(): usize {
  return window
}

export function mendedAt(): usize {
  return mended
}

export function answerAt(): usize {
  return answer
}

function columnAt(index: u32): Column {
  return changetype<Column>(columns + index * offsetof<Column>())
}

/** Begins a file. Rows are handed over until `begin` says what they look like. */
export function open(ends: bool): void {
  crlf = ends
  keys = -1
  lines = 0
  line = 1
  columnCount = 0
  rowsInGroup = 0
  noneSeen()
}

export function setColumn(index: u32, kind: u32, plain: bool, key: bool): void {
  const column = columnAt(index)
  column.kind = kind
  column.index = index
  column.plainNext = plain
  column.key = key
}

/** Rows have `fields` cells, or `more` beyond them; their first `keyFields` hold digits (-1: no row is plain). */
export function begin(count: u32, fields: u32, more: u32, keyFields: i32): void {
  columnCount = count
  width = fields
  trailing = more
  keys = keyFields
  newGroup()
}

export function newGroup(): void {
  release(ground)
  rowsInGroup = 0
  textInGroup = 0
  for (let i: u32 = 0; i < columnCount; i++) clear(columnAt(i))
}

export function groupSize(): u32 {
  return rowsInGroup
}

function isFull(): bool {
  return rowsInGroup === groupRows || textInGroup >= mostText
}

function tabAt(index: u32): usize {
  return load<u32>(tabs + index * 4)
}

function hasDigits(from: usize, to: usize): bool {
  if (to === from || to - from > 18) return false
  for (; from < to; from++) if (u32(load<u8>(from) - 48) > 9) return false
  return true
}

/** Whether a row of clean bytes has a right number of cells and digits in its keys. */
function isPlain(from: usize, to: usize, seen: u32): bool {
  if (keys < 0 || from === to || to - from > longestRow) return false
  if (seen + 1 !== width && seen + 1 !== width + trailing) return false
  for (let i: i32 = 0; i < keys; i++) {
    const start = i === 0 ? from : tabAt(i - 1) + 1
    if (!hasDigits(start, u32(i) < seen ? tabAt(i) : to)) return false
  }
  return true
}

function addRow(from: usize, to: usize, seen: u32): void {
  let start = from
  for (let i: u32 = 0; i < columnCount; i++) {
    const end = i < seen ? tabAt(i) : to
    if (i > seen) addCell(columnAt(i), to, to, rowsInGroup)
    else addCell(columnAt(i), start, end, rowsInGroup)
    start = end + 1
  }
  rowsInGroup++
  textInGroup += u32(to - from)
}

/**
 * Reads rows from one place to another. 0: all whole rows are taken, the rest begins at `next`. 1: the row between
 * `rowStart` and `rowEnd` is the host's. 2: the row group is full. With `each` every row is the host's.
 */
export function scan(from: usize, to: usize, each: bool): i32 {
  let start = from
  let seen: u32 = 0
  let odd = each
  let inside: u32 = 0
  taken = 0
  for (let base = from; base < to; base += 16) {
    const bytes = v128.load(base)
    let marks: u32 = i8x16.bitmask(v128.or(i8x16.lt_s(bytes, i8x16.splat(32)), i8x16.eq(bytes, i8x16.splat(127))))
    if (to - base < 16) marks &= (1 << u32(to - base)) - 1
    while (marks !== 0) {
      const at = base + ctz(marks)
      marks &= marks - 1
      const byte: u32 = load<u8>(at)
      if (byte === TAB) {
        if (seen < mostColumns) store<u32>(tabs + seen * 4, u32(at))
        seen++
      } else if (byte === LF) {
        const ended = at > start && load<u8>(at - 1) === CR
        if (crlf && !ended) {
          odd = true
          inside++
          continue
        }
        const end = ended ? at - 1 : at
        lines += f64(inside + 1)
        rowLine = line
        line += f64(inside + 1)
        if (odd || !isPlain(start, end, seen)) {
          rowStart = start
          rowEnd = end
          next = at + 1
          return 1
        }
        addRow(start, end, seen)
        taken++
        start = at + 1
        seen = 0
        inside = 0
        if (isFull()) {
          next = start
          return 2
        }
      } else if (byte !== CR || at + 1 >= to || load<u8>(at + 1) !== LF) odd = true
    }
  }
  next = start
  return 0
}

/** Finds the tabs of one row; says whether all its bytes are clean. */
function findTabs(from: usize, to: usize): bool {
  let clean = true
  found = 0
  for (let at = from; at < to; at++) {
    const byte: u32 = load<u8>(at)
    if (byte === TAB) {
      if (found < mostColumns) store<u32>(tabs + found * 4, u32(at))
      found++
    } else if (byte < 32 || byte > 126) clean = false
  }
  return clean
}

let found: u32 = 0

/** Whether a row that was handed to the host is plain; if it is, `addRowAt` may follow. */
export function isPlainAt(from: usize, to: usize): bool {
  return findTabs(from, to) && isPlain(from, to, found)
}

/** Adds a row that the host has judged; true when the row group is full. */
export function addRowAt(from: usize, to: usize): bool {
  findTabs(from, to)
  addRow(from, to, found)
  return isFull()
}

/** Encodes a column of the group; what comes of it is told by the functions below. */
export function encodeColumn(index: u32, prepared: bool): void {
  encode(columnAt(index), rowsInGroup, prepared)
}

export function pageStart(): usize {
  return pageAt
}
export function pageLength(): u32 {
  return pageBytes
}
export function dictionaryStart(index: u32): usize {
  return columnAt(index).values
}
export function dictionaryLength(): u32 {
  return dictionaryBytes
}
export function dictionarySize(index: u32): u32 {
  return columnAt(index).valueCount
}
export function filledCells(index: u32): u32 {
  return columnAt(index).filled
}
export function leastValue(): i64 {
  return least
}
export function mostValue(): i64 {
  return most
}
