/**
 * Counts rows of a coded fact, a block of at most 8,192 rows at a time. The host lays out the memory, which threads
 * share, and gives all addresses; nothing is kept here. A selection is a list of row numbers of the block, two bytes
 * each. Columns are one or two bytes a row, with 16 readable bytes behind them.
 */

/** Fills the table by which eight flags become row numbers: 256 entries of eight numbers. */
export function fillTable(table: usize): void {
  for (let mask: u32 = 0; mask < 256; mask++) {
    let n: u32 = 0
    for (let bit: u32 = 0; bit < 8; bit++) {
      if (mask & (1 << bit)) {
        store<u16>(table + mask * 16 + n * 2, u16(bit))
        n++
      }
    }
  }
}

/** Selects every row. Writes up to 16 bytes beyond. */
export function selectAll(rows: u32, selection: usize): void {
  let numbers = i16x8(0, 1, 2, 3, 4, 5, 6, 7)
  const eight = i16x8.splat(8)
  for (let row: u32 = 0; row < rows; row += 8) {
    v128.store(selection + row * 2, numbers)
    numbers = i16x8.add(numbers, eight)
  }
}

/** Selects the flagged rows: a bit a row. Returns how many; writes up to 16 bytes beyond. */
export function selectMarked(rows: u32, flags: usize, selection: usize, table: usize): u32 {
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row += 16) {
    const mask: u32 = load<u16>(flags + (row >>> 3))
    if (mask === 0) continue
    const low: u32 = mask & 0xff
    const high: u32 = mask >>> 8
    v128.store(selection + n * 2, i16x8.add(v128.load(table + low * 16), i16x8.splat(i16(row))))
    n += popcnt(low)
    v128.store(selection + n * 2, i16x8.add(v128.load(table + high * 16), i16x8.splat(i16(row + 8))))
    n += popcnt(high)
  }
  return n
}

/** No row beyond the last one is flagged: flags are joined eight bytes at a time. */
@inline
function endMarks(rows: u32, flags: usize): void {
  store<u64>(flags + (((rows + 15) >>> 4) << 1), 0)
}

/** Puts sixteen flags of rows; returns how many are set. */
@inline
function mark(flags: u32, row: u32, rows: u32, at: usize): u32 {
  const left = rows - row
  const own: u32 = left < 16 ? flags & ((1 << left) - 1) : flags
  store<u16>(at + (row >>> 3), u16(own))
  return popcnt(own)
}

/** Flags the rows that are flagged at both places; returns how many. Flags of a block take a multiple of eight bytes. */
export function markBoth(rows: u32, one: usize, other: usize, flags: usize): u32 {
  let n: u64 = 0
  for (let at: u32 = 0; at < (rows + 7) >>> 3; at += 8) {
    const both = load<u64>(one + at) & load<u64>(other + at)
    store<u64>(flags + at, both)
    n += popcnt(both)
  }
  return u32(n)
}

/**
 * Flags the rows of a block whose code lies in one of the ranges: least code and span, two bytes each: a bit a
 * row. Returns how many.
 */
export function markRanges1(column: usize, rows: u32, ranges: usize, count: u32, flags: usize): u32 {
  endMarks(rows, flags)
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row += 16) {
    const codes = v128.load(column + row)
    let passed = i8x16.splat(0)
    for (let r: u32 = 0; r < count; r++) {
      const least = i8x16.splat(i8(load<u16>(ranges + r * 4)))
      const span = i8x16.splat(i8(load<u16>(ranges + r * 4, 2)))
      passed = v128.or(passed, i8x16.le_u(i8x16.sub(codes, least), span))
    }
    n += mark(i8x16.bitmask(passed), row, rows, flags)
  }
  return n
}

export function markRanges2(column: usize, rows: u32, ranges: usize, count: u32, flags: usize): u32 {
  endMarks(rows, flags)
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row += 16) {
    const a = v128.load(column + row * 2)
    const b = v128.load(column + row * 2, 16)
    let passedA = i16x8.splat(0)
    let passedB = i16x8.splat(0)
    for (let r: u32 = 0; r < count; r++) {
      const least = i16x8.splat(i16(load<u16>(ranges + r * 4)))
      const span = i16x8.splat(i16(load<u16>(ranges + r * 4, 2)))
      passedA = v128.or(passedA, i16x8.le_u(i16x8.sub(a, least), span))
      passedB = v128.or(passedB, i16x8.le_u(i16x8.sub(b, least), span))
    }
    n += mark(i8x16.bitmask(i8x16.narrow_i16x8_s(passedA, passedB)), row, rows, flags)
  }
  return n
}

/** For each of sixteen codes, given as eighths and the rest, whether its bit is set: of 512, the tables hold 128 each. */
@inline
function bitsOf(eighths: v128, rest: v128, a: v128, b: v128, c: v128, d: v128): u32 {
  const sixteen = i8x16.splat(16)
  const second = i8x16.sub(eighths, sixteen)
  const third = i8x16.sub(second, sixteen)
  const fourth = i8x16.sub(third, sixteen)
  const low = v128.or(i8x16.swizzle(a, eighths), i8x16.swizzle(b, second))
  const high = v128.or(i8x16.swizzle(c, third), i8x16.swizzle(d, fourth))
  const bit = i8x16.swizzle(i8x16(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0), rest)
  return i8x16.bitmask(i8x16.ne(v128.and(v128.or(low, high), bit), i8x16.splat(0)))
}

/** The same for rows whose code is listed: a bit a code, of at most 512. */
export function markBits1(column: usize, rows: u32, bits: usize, flags: usize): u32 {
  endMarks(rows, flags)
  const a = v128.load(bits)
  const b = v128.load(bits, 16)
  const c = v128.load(bits, 32)
  const d = v128.load(bits, 48)
  const seven = i8x16.splat(7)
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row += 16) {
    const codes = v128.load(column + row)
    const passed = bitsOf(i8x16.shr_u(codes, 3), v128.and(codes, seven), a, b, c, d)
    n += mark(passed, row, rows, flags)
  }
  return n
}

export function markBits2(column: usize, rows: u32, bits: usize, flags: usize): u32 {
  endMarks(rows, flags)
  const a = v128.load(bits)
  const b = v128.load(bits, 16)
  const c = v128.load(bits, 32)
  const d = v128.load(bits, 48)
  const seven = i16x8.splat(7)
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row += 16) {
    const first = v128.load(column + row * 2)
    const second = v128.load(column + row * 2, 16)
    const eighths = i8x16.narrow_i16x8_u(i16x8.shr_u(first, 3), i16x8.shr_u(second, 3))
    const rest = i8x16.narrow_i16x8_u(v128.and(first, seven), v128.and(second, seven))
    n += mark(bitsOf(eighths, rest, a, b, c, d), row, rows, flags)
  }
  return n
}

@inline
function codeAt(column: usize, row: u32, wide: bool): u32 {
  return wide ? load<u16>(column + row * 2) : load<u8>(column + row)
}

/** The same for rows whose code is listed: a byte a code, 1 or 0. A column of one byte a row has no more codes than bits tell. */
export function markListed2(column: usize, rows: u32, list: usize, flags: usize): u32 {
  endMarks(rows, flags)
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row += 16) {
    let passed: u32 = 0
    for (let i: u32 = 0; i < 16; i++) passed |= u32(load<u8>(list + load<u16>(column + (row + i) * 2))) << i
    n += mark(passed, row, rows, flags)
  }
  return n
}

@inline
function keepListed(column: usize, n: u32, list: usize, selection: usize, wide: bool): u32 {
  let kept: u32 = 0
  for (let i: u32 = 0; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    store<u16>(selection + kept * 2, u16(row))
    kept += load<u8>(list + codeAt(column, row, wide))
  }
  return kept
}

/** Keeps of a selection the rows whose code is listed. */
export function keepListed1(column: usize, n: u32, list: usize, selection: usize): u32 {
  return keepListed(column, n, list, selection, false)
}

export function keepListed2(column: usize, n: u32, list: usize, selection: usize): u32 {
  return keepListed(column, n, list, selection, true)
}

@inline
function keepRange(column: usize, n: u32, least: u32, span: u32, selection: usize, wide: bool): u32 {
  let kept: u32 = 0
  for (let i: u32 = 0; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    store<u16>(selection + kept * 2, u16(row))
    kept += u32(codeAt(column, row, wide) - least <= span)
  }
  return kept
}

/** Keeps of a selection the rows whose code lies in a range. */
export function keepRange1(column: usize, n: u32, least: u32, span: u32, selection: usize): u32 {
  return keepRange(column, n, least, span, selection, false)
}

export function keepRange2(column: usize, n: u32, least: u32, span: u32, selection: usize): u32 {
  return keepRange(column, n, least, span, selection, true)
}

@inline
function place(column: usize, n: u32, numbers: usize, selection: usize, before: usize, out: usize, wide: bool): void {
  for (let i: u32 = 0; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    const number: u32 = load<u32>(numbers + codeAt(column, row, wide) * 4)
    store<u32>(out + i * 4, before === 0 ? number : number + load<u32>(before + i * 4))
  }
}

/** Gives each selected row the number of its code, added to what stands at `before` (0 = nothing). */
export function place1(column: usize, n: u32, numbers: usize, selection: usize, before: usize, out: usize): void {
  place(column, n, numbers, selection, before, out, false)
}

export function place2(column: usize, n: u32, numbers: usize, selection: usize, before: usize, out: usize): void {
  place(column, n, numbers, selection, before, out, true)
}

/** The same where all rows have one code, whose number is given. Writes up to 16 bytes beyond. */
export function placeAll(n: u32, number: u32, before: usize, out: usize): void {
  const all = i32x4.splat(number)
  for (let i: u32 = 0; i < n; i += 4) {
    v128.store(out + i * 4, before === 0 ? all : i32x4.add(all, v128.load(before + i * 4)))
  }
}

/** Adds one at the number of each row. */
export function countPlaces(n: u32, places: usize, counts: usize): void {
  for (let i: u32 = 0; i < n; i++) {
    const at = counts + load<u32>(places + i * 4) * 4
    store<u32>(at, load<u32>(at) + 1)
  }
}

@inline
function bump(counts: usize, at: u32): void {
  const place = counts + at * 4
  store<u32>(place, load<u32>(place) + 1)
}

@inline
function countCodes(column: usize, n: u32, step: u32, selection: usize, before: usize, counts: usize, wide: bool): void {
  let i: u32 = 0
  for (; i + 3 < n; i += 4) {
    const rows = load<u64>(selection + i * 2)
    let a: u32 = codeAt(column, u32(rows) & 0xffff, wide) * step
    let b: u32 = codeAt(column, u32(rows) >>> 16, wide) * step
    let c: u32 = codeAt(column, u32(rows >>> 32) & 0xffff, wide) * step
    let d: u32 = codeAt(column, u32(rows >>> 48), wide) * step
    if (before !== 0) {
      const places = before + i * 4
      a += load<u32>(places)
      b += load<u32>(places, 4)
      c += load<u32>(places, 8)
      d += load<u32>(places, 12)
    }
    bump(counts, a)
    bump(counts, b)
    bump(counts, c)
    bump(counts, d)
  }
  for (; i < n; i++) {
    const code = codeAt(column, load<u16>(selection + i * 2), wide) * step
    bump(counts, code + (before === 0 ? 0 : load<u32>(before + i * 4)))
  }
}

/** Adds one at `code × step` of each selected row, plus what stands at `before` (0 = nothing). */
export function countCodes1(column: usize, n: u32, step: u32, selection: usize, before: usize, counts: usize): void {
  if (before === 0) countCodes(column, n, step, selection, 0, counts, false)
  else countCodes(column, n, step, selection, before, counts, false)
}

export function countCodes2(column: usize, n: u32, step: u32, selection: usize, before: usize, counts: usize): void {
  if (before === 0) countCodes(column, n, step, selection, 0, counts, true)
  else countCodes(column, n, step, selection, before, counts, true)
}

/** Keeps of a selection the rows whose day in one column is no later than that in another. */
export function keepNotAfter(days: usize, others: usize, n: u32, selection: usize): u32 {
  let kept: u32 = 0
  for (let i: u32 = 0; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    store<u16>(selection + kept * 2, u16(row))
    kept += u32(load<u16>(days + row * 2) <= load<u16>(others + row * 2))
  }
  return kept
}

/**
 * Puts the days of each selected row where those of its place are collected: the days from `starts` to `ends`, or to one
 * day where `ends` is 0. A cursor of each place says how many lie before its next one.
 */
export function putSpans(
  n: u32, places: usize, cursors: usize, starts: usize, ends: usize, day: u32, selection: usize, out: usize
): void {
  for (let i: u32 = 0; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    const end: u32 = ends === 0 ? day : load<u16>(ends + row * 2)
    const cursor = cursors + load<u32>(places + i * 4) * 4
    const at = load<u32>(cursor)
    store<u32>(cursor, at + 1)
    store<u16>(out + at * 2, u16(end - load<u16>(starts + row * 2)))
  }
}

/** Adds `by` for each span at its days in `counts`, and in `blocks` of 256 days; returns the sum of the days. */
export function addSpans(spans: usize, n: u32, counts: usize, blocks: usize, by: i32): f64 {
  let sum: u64 = 0
  for (let i: u32 = 0; i < n; i++) {
    const days: u32 = load<u16>(spans + i * 2)
    const at = counts + days * 4
    store<i32>(at, load<i32>(at) + by)
    const block = blocks + (days >>> 8) * 4
    store<i32>(block, load<i32>(block) + by)
    sum += days
  }
  return f64(sum)
}
