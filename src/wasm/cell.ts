import {
  addNumber,
  addText,
  Column,
  code,
  date,
  decimal,
  entryAt,
  integer,
  missing,
  remember,
  text,
  timestamp,
  tiny,
  unreadable,
} from './column.ts'
import { take } from './memory.ts'
import { noteKey } from './seen.ts'

/**
 * Asks the host about a cell that is not written as usual. It puts the usual spelling (for a decimal its eight bytes)
 * at `answer` and returns its length, or -1 when nothing can be made of the cell, which it then notes.
 */
@external("host", "readCell")
declare function readCell(column: u32, from: usize, length: u32): i32

const answerRoom: usize = 64
export const answer: usize = take(answerRoom)
/** Longest row, in bytes as released. */
export const longestRow: u32 = 1 << 20
/** A code in upper case; a row that was decoded can be three times as long. */
const upper: usize = take(3 * longestRow)

/** A dictionary larger than this does not pay. */
const mostEntries: u32 = 24576
const mostBytes: u32 = 2 << 20

let value: i64 = 0

/** The number of two digits, or a number above 99. */
@inline
function two(at: usize): u32 {
  const tens: u32 = load<u8>(at) - 48
  const ones: u32 = load<u8>(at + 1) - 48
  return tens > 9 || ones > 9 ? 1000 : tens * 10 + ones
}

function daysOf(year: i32, month: i32, day: i32): i32 {
  const y = month <= 2 ? year - 1 : year
  const era = y / 400
  const yearOfEra = y - era * 400
  const dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
}

function lastDay(year: i32, month: i32): i32 {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Reads `YYYY-MM-DD` into days since 1970. */
function readDate(at: usize): bool {
  if (load<u8>(at + 4) !== 45 || load<u8>(at + 7) !== 45) return false
  const century = two(at)
  const rest = two(at + 2)
  const month = two(at + 5)
  const day = two(at + 8)
  if (century > 99 || rest > 99 || month < 1 || month > 12 || day < 1) return false
  const year: i32 = century * 100 + rest
  if (year < 1 || i32(day) > lastDay(year, month)) return false
  value = daysOf(year, month, day)
  return true
}

/** Reads up to six digits of a second into microseconds. */
function readFraction(at: usize, digits: u32): bool {
  let micros: i64 = 0
  for (let i: u32 = 0; i < 6; i++) {
    const digit: u32 = i < digits ? load<u8>(at + i) - 48 : 0
    if (digit > 9) return false
    micros = micros * 10 + digit
  }
  value += micros
  return true
}

/** Reads `YYYY-MM-DD`, with ` HH:MM:SS` and a fraction of up to six digits where they are given, into microseconds since 1970. */
function readTimestamp(at: usize, length: u32): bool {
  if (length !== 10 && length !== 19 && (length < 21 || length > 26)) return false
  if (!readDate(at)) return false
  value *= 86400000000
  if (length === 10) return true
  if (load<u8>(at + 10) !== 32 || load<u8>(at + 13) !== 58 || load<u8>(at + 16) !== 58) return false
  const hour = two(at + 11)
  const minute = two(at + 14)
  const second = two(at + 17)
  if (hour > 23 || minute > 59 || second > 59) return false
  value += i64(hour * 3600 + minute * 60 + second) * 1000000
  return length === 19 || (load<u8>(at + 19) === 46 && readFraction(at + 20, length - 20))
}

function readInteger(at: usize, length: u32): bool {
  const minus = load<u8>(at) === 45
  if (minus) {
    at++
    length--
  }
  if (length === 0 || length > 18) return false
  let sum: i64 = 0
  for (let i: u32 = 0; i < length; i++) {
    const digit: u32 = load<u8>(at + i) - 48
    if (digit > 9) return false
    sum = sum * 10 + digit
  }
  value = minus ? -sum : sum
  return true
}

function readTiny(at: usize, length: u32): bool {
  return readInteger(at, length) && value >= -128 && value <= 127
}

function readNumber(kind: u32, at: usize, length: u32): bool {
  if (kind === integer) return readInteger(at, length)
  if (kind === timestamp) return readTimestamp(at, length)
  if (kind === date) return length === 10 && readDate(at)
  return kind === tiny && readTiny(at, length)
}

/** Reads a cell that holds a number or a date into `value`, with the host's help where it is written strangely. */
function understood(column: Column, at: usize, length: u32): bool {
  if (readNumber(column.kind, at, length)) return true
  const usual = readCell(column.index, at, length)
  if (usual < 0) return false
  if (column.kind === decimal) {
    value = load<i64>(answer)
    return true
  }
  return readNumber(column.kind, answer, usual)
}

function hasLower(at: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(at + i)
    if (byte - 97 < 26) return true
  }
  return false
}

/** Puts the text in upper case at `upper`. */
function raise(at: usize, length: u32): void {
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(at + i)
    store<u8>(upper + i, byte - 97 < 26 ? byte - 32 : byte)
  }
}

const factor: u64 = 0x9e3779b97f4a7c15

@inline
function firstWord(at: usize, length: u32): u64 {
  const word = load<u64>(at)
  return length >= 8 ? word : word & ((u64(1) << (length * 8)) - 1)
}

function hashOf(at: usize, length: u32, word: u64): u32 {
  let hash = (word ^ u64(length)) * factor
  for (let i: u32 = 8; i < length; i += 8) {
    hash = (rotl(hash, 29) ^ load<u64>(at + min(i, length - 8))) * factor
  }
  return u32(((hash ^ (hash >> 32)) * factor) >> 32)
}

function sameText(a: usize, b: usize, length: u32): bool {
  for (let i: u32 = 8; i < length; i += 8) {
    const from = min(i, length - 8)
    if (load<u64>(a + from) !== load<u64>(b + from)) return false
  }
  return true
}

/** The code of a value; the dictionary learns what it does not know yet. */
function codeOf(column: Column, at: usize, length: u32): i32 {
  const word = firstWord(at, length)
  if (length <= 8 && column.lastWord === word && column.lastLength === length) return column.lastValue
  const hash = hashOf(at, length, word)
  let slot = hash & column.slotMask
  let found = load<u32>(column.slots + slot * 4)
  while (found !== 0) {
    const entry = entryAt(column, found - 1)
    if (entry.word === word && entry.length === length && sameText(at, column.keys + entry.key, length)) {
      if (entry.value === unreadable) readCell(column.index, at, length)
      else if (length <= 8) {
        column.lastWord = word
        column.lastLength = length
        column.lastValue = entry.value
      }
      return entry.value
    }
    slot = (slot + 1) & column.slotMask
    found = load<u32>(column.slots + slot * 4)
  }
  const value = learn(column, at, length)
  remember(column, at, length, word, hash, value)
  return value
}

function learn(column: Column, at: usize, length: u32): i32 {
  if (column.kind === text) return addText(column, at, length)
  if (column.kind === code) {
    if (!hasLower(at, length)) return addText(column, at, length)
    raise(at, length)
    return codeOf(column, upper, length)
  }
  if (column.kind === decimal) return understood(column, at, length) ? addNumber(column, value) : unreadable
  if (readNumber(column.kind, at, length)) return addNumber(column, value)
  const usual = readCell(column.index, at, length)
  return usual < 0 ? unreadable : codeOf(column, answer, usual)
}

function addPlain(column: Column, at: usize, length: u32): bool {
  if (column.kind === text) addText(column, at, length)
  else if (column.kind === code) {
    raise(at, length)
    addText(column, upper, length)
  } else if (understood(column, at, length)) {
    if (column.key) noteKey(value)
    addNumber(column, value)
  } else return false
  return true
}

/** Gives every cell so far its value in place of its code. */
function makePlain(column: Column, rows: u32): void {
  const count = column.valueCount
  const dictionary = column.values
  const size = column.valuesUsed
  const words = column.kind === text || column.kind === code
  const starts = take(count * 4)
  for (let i: u32 = 0, at: u32 = 0; i < count; i++) {
    store<u32>(starts + i * 4, at)
    at += words ? load<u32>(dictionary + at) + 4 : 8
  }
  column.plain = true
  column.plainNext = true
  column.valuesRoom = size * 2
  column.values = take(column.valuesRoom)
  column.valuesUsed = 0
  column.valueCount = 0
  for (let row: u32 = 0; row < rows; row++) {
    const known = load<u16>(column.codes + row * 2)
    if (known === missing) continue
    const at = dictionary + load<u32>(starts + u32(known) * 4)
    if (words) addText(column, at + 4, load<u32>(at))
    else addNumber(column, load<i64>(at))
    store<u16>(column.codes + row * 2, 0)
  }
}

/** Adds the cell between two places to its column, as row number `row` of the group. */
export function addCell(column: Column, from: usize, to: usize, row: u32): void {
  while (from < to && load<u8>(from) === 32) from++
  while (to > from && load<u8>(to - 1) === 32) to--
  const place = column.codes + row * 2
  if (from === to) {
    store<u16>(place, missing)
    return
  }
  const length = u32(to - from)
  if (column.plain) {
    const there = addPlain(column, from, length)
    store<u16>(place, there ? 0 : missing)
    if (there) column.filled++
    return
  }
  const value = codeOf(column, from, length)
  store<u16>(place, value === unreadable ? missing : u16(value))
  if (value !== unreadable) column.filled++
  if (column.entryCount >= mostEntries || column.keysUsed + column.valuesUsed > mostBytes) makePlain(column, row + 1)
}
