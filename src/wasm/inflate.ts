import { take } from './memory.ts'

/** Inflates Deflate and Deflate64 (zip methods 8 and 9). The host feeds compressed bytes and takes the text a piece at a time. */

/** Puts compressed bytes at a place, at most so many; returns how many. None: the file has ended. */
@external("host", "feed")
declare function feed(at: usize, most: u32): u32

const inputRoom: u32 = 1 << 18
const input: usize = take(inputRoom + 16)
/** Text may be copied from so far back. */
const history: u32 = 1 << 16
const pieceBytes: u32 = 1 << 20
const longestCopy: u32 = 65538
const output: usize = take(history + pieceBytes + longestCopy + 64)
const first: usize = output + history

const fastBits: u32 = 10
const fastMask: u64 = (1 << fastBits) - 1

/** A Huffman code: a table for short codes, and counts and symbols by length for the others. */
@unmanaged
class Code {
  fast: usize
  counts: usize
  symbols: usize
}

function newCode(symbols: u32): Code {
  const code = changetype<Code>(take(offsetof<Code>()))
  code.fast = take(2 << fastBits)
  code.counts = take(16 * 2)
  code.symbols = take(symbols * 2)
  return code
}

const literals = newCode(288)
const distances = newCode(32)
const lengths: usize = take(320)
const offsets: usize = take(16 * 2)
const bases: usize = take(4 * 64)

const header: u32 = 0
const storedBlock: u32 = 1
const codedBlock: u32 = 2
const finished: u32 = 3

let state: u32 = header
let last: bool = false
let left: u32 = 0
let deflate64: bool = false
let bits: u64 = 0
let held: u32 = 0
let at: usize = 0
let end: usize = 0
let ended: bool = false
/** Bytes of nothing behind the end of the input, which a sound file never uses. */
let padding: u32 = 0
let out: usize = first

/** Why there is no more text: 0 there may be more, 1 the end, 2 damaged. */
export let outcome: u32 = 0

export function begin(method: u32): void {
  state = header
  last = false
  deflate64 = method === 9
  bits = 0
  held = 0
  at = input
  end = input
  ended = false
  padding = 0
  out = first
  outcome = 0
  for (let i: u32 = 0; i < 29; i++) store<u16>(bases + i * 2, lengthBase(i))
  for (let i: u32 = 0; i < 32; i++) store<u32>(bases + 64 + i * 4, distanceBase(i))
}

function lengthExtra(code: u32): u32 {
  if (code === 28) return deflate64 ? 16 : 0
  return code < 8 ? 0 : (code - 4) >> 2
}

function lengthBase(code: u32): u32 {
  if (code === 28) return deflate64 ? 3 : 258
  return code < 8 ? code + 3 : ((4 + (code & 3)) << ((code - 4) >> 2)) + 3
}

function distanceBase(code: u32): u32 {
  return code < 2 ? code + 1 : ((2 + (code & 1)) << ((code - 2) >> 1)) + 1
}

function more(): void {
  const rest = u32(end - at)
  memory.copy(input, at, rest)
  at = input
  end = input + rest
  if (!ended) {
    const got = feed(end, inputRoom - rest)
    if (got === 0) ended = true
    end += got
  }
  if (ended && end - at < 8) {
    memory.fill(end, 0, 16)
    padding += 8
    end += 8
  }
}

@inline
function fill(): void {
  while (end - at < 8) more()
  bits |= load<u64>(at) << held
  at += (63 - held) >> 3
  held |= 56
}

@inline
function drop(count: u32): u32 {
  const value = u32(bits & ((u64(1) << count) - 1))
  bits >>= count
  held -= count
  return value
}

/** Builds a code from the lengths of its symbols; false when they are too many for it. */
function build(code: Code, from: usize, count: u32): bool {
  memory.fill(code.fast, 0, 2 << fastBits)
  memory.fill(code.counts, 0, 32)
  for (let i: u32 = 0; i < count; i++) {
    const place = code.counts + u32(load<u8>(from + i)) * 2
    store<u16>(place, load<u16>(place) + 1)
  }
  store<u16>(code.counts, 0)
  let room: i32 = 1
  let next: u32 = 0
  for (let length: u32 = 1; length < 16; length++) {
    room = (room << 1) - load<u16>(code.counts + length * 2)
    if (room < 0) return false
    store<u16>(offsets + length * 2, u16(next))
    next += load<u16>(code.counts + length * 2)
  }
  for (let i: u32 = 0; i < count; i++) {
    const length: u32 = load<u8>(from + i)
    if (length === 0) continue
    const place = offsets + length * 2
    store<u16>(code.symbols + u32(load<u16>(place)) * 2, u16(i))
    store<u16>(place, load<u16>(place) + 1)
  }
  fillFast(code)
  return true
}

function fillFast(code: Code): void {
  let value: u32 = 0
  let index: u32 = 0
  for (let length: u32 = 1; length <= fastBits; length++) {
    const count: u32 = load<u16>(code.counts + length * 2)
    for (let i: u32 = 0; i < count; i++) {
      const entry = u16((u32(load<u16>(code.symbols + index * 2)) << 4) | length)
      const step: u32 = 1 << length
      for (let place = reversed(value, length); place < 1 << fastBits; place += step) store<u16>(code.fast + place * 2, entry)
      value++
      index++
    }
    value <<= 1
  }
}

function reversed(value: u32, length: u32): u32 {
  let result: u32 = 0
  for (let i: u32 = 0; i < length; i++) result |= ((value >> i) & 1) << (length - 1 - i)
  return result
}

/** The next symbol, or 0xffff when the bits are none. At least 15 bits must be held. */
@inline
function symbol(code: Code): u32 {
  const entry: u32 = load<u16>(code.fast + usize(bits & fastMask) * 2)
  if (entry === 0) return longSymbol(code)
  bits >>= entry & 15
  held -= entry & 15
  return entry >> 4
}

function longSymbol(code: Code): u32 {
  let value: i32 = 0
  let begun: i32 = 0
  let index: i32 = 0
  for (let length: u32 = 1; length < 16; length++) {
    value |= i32((bits >> (length - 1)) & 1)
    const count: i32 = load<u16>(code.counts + length * 2)
    if (value - count < begun) {
      drop(length)
      return load<u16>(code.symbols + (index + value - begun) * 2)
    }
    index += count
    begun = (begun + count) << 1
    value <<= 1
  }
  return 0xffff
}

function fixedCodes(): void {
  for (let i: u32 = 0; i < 288; i++) store<u8>(lengths + i, i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)
  build(literals, lengths, 288)
  memory.fill(lengths, 5, 32)
  build(distances, lengths, 32)
}

/** The order in which the lengths of the code of lengths stand. */
function orderAt(i: u32): u32 {
  if (i < 3) return 16 + i
  if (i === 3) return 0
  return (i & 1) === 0 ? 6 + (i >> 1) : 9 - (i >> 1)
}

function readCodes(): bool {
  fill()
  const literalCount = drop(5) + 257
  const distanceCount = drop(5) + 1
  const lengthCount = drop(4) + 4
  if (literalCount > 286) return false
  memory.fill(lengths, 0, 19)
  for (let i: u32 = 0; i < lengthCount; i++) {
    fill()
    store<u8>(lengths + orderAt(i), u8(drop(3)))
  }
  if (!build(literals, lengths, 19)) return false
  let i: u32 = 0
  while (i < literalCount + distanceCount) {
    fill()
    const found = symbol(literals)
    if (found < 16) {
      store<u8>(lengths + i++, u8(found))
      continue
    }
    if (found > 18 || (found === 16 && i === 0)) return false
    const value: u8 = found === 16 ? load<u8>(lengths + i - 1) : 0
    const times = found === 16 ? 3 + drop(2) : found === 17 ? 3 + drop(3) : 11 + drop(7)
    if (i + times > literalCount + distanceCount) return false
    memory.fill(lengths + i, value, times)
    i += times
  }
  return build(distances, lengths + literalCount, distanceCount) && build(literals, lengths, literalCount)
}

function readHeader(): bool {
  if (last) {
    state = finished
    return true
  }
  fill()
  last = drop(1) === 1
  const kind = drop(2)
  if (kind === 0) {
    drop(held & 7)
    fill()
    left = drop(16)
    if ((drop(16) ^ left) !== 0xffff) return false
    state = storedBlock
    return true
  }
  state = codedBlock
  if (kind === 1) fixedCodes()
  return kind === 1 || (kind === 2 && readCodes())
}

function copyStored(): void {
  while (left > 0 && out < first + pieceBytes) {
    fill()
    store<u8>(out++, u8(drop(8)))
    left--
  }
  if (left === 0) state = header
}

function copyBack(distance: u32, length: u32): bool {
  if (distance > history || out - distance < output) return false
  let from = out - distance
  const to = out + length
  if (distance >= 8) {
    while (out < to) {
      store<u64>(out, load<u64>(from))
      out += 8
      from += 8
    }
    out = to
  } else while (out < to) store<u8>(out++, load<u8>(from++))
  return true
}

/** Decodes symbols until the piece is full or the block ends. */
function decode(): bool {
  const limit = first + pieceBytes
  while (out < limit) {
    fill()
    let found = symbol(literals)
    if (found < 256) {
      store<u8>(out++, u8(found))
      found = symbol(literals)
      if (found < 256) {
        store<u8>(out++, u8(found))
        continue
      }
      fill()
    }
    if (found === 256) {
      state = header
      return true
    }
    if (found > 285) return false
    const code = found - 257
    const length = u32(load<u16>(bases + code * 2)) + drop(lengthExtra(code))
    fill()
    const back = symbol(distances)
    if (back > 31 || (back > 29 && !deflate64)) return false
    const distance = load<u32>(bases + 64 + back * 4) + drop(back < 2 ? 0 : (back - 2) >> 1)
    if (!copyBack(distance, length)) return false
  }
  return true
}

/** Makes the next piece of text; returns its length and sets `outcome`. It stands at `pieceAt`. */
export function inflate(): u32 {
  const made = out - first
  if (made > 0) {
    memory.copy(output, out - history, history)
    out = first
  }
  while (out < first + pieceBytes && state !== finished) {
    let sound = true
    if (state === header) sound = readHeader()
    else if (state === storedBlock) copyStored()
    else sound = decode()
    // Bits that were never in the file were read when more than the padding's own is gone.
    if (!sound || (ended && padding > 8 * 4)) {
      outcome = 2
      return 0
    }
  }
  if (state === finished) outcome = 1
  return u32(out - first)
}

export function pieceAt(): usize {
  return first
}
