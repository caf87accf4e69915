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

/** Selects every row. */
export function selectAll(rows: u32, selection: usize): void {
  for (let i: u32 = 0; i < rows; i++) store<u16>(selection + i * 2, u16(i))
}

@inline
function eight(column: usize, row: u32, wide: bool): v128 {
  return wide ? v128.load(column + row * 2) : v128.load8x8_u(column + row)
}

@inline
function selectRanges(column: usize, rows: u32, ranges: usize, count: u32, selection: usize, table: usize, wide: bool): u32 {
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row += 8) {
    const codes = eight(column, row, wide)
    let passed = i16x8.splat(0)
    for (let r: u32 = 0; r < count; r++) {
      const least: u16 = load<u16>(ranges + r * 4)
      const span: u16 = load<u16>(ranges + r * 4, 2)
      passed = v128.or(passed, i16x8.le_u(i16x8.sub(codes, i16x8.splat(i16(least))), i16x8.splat(i16(span))))
    }
    let mask: u32 = i16x8.bitmask(passed)
    const left = rows - row
    if (left < 8) mask &= (1 << left) - 1
    v128.store(selection + n * 2, i16x8.add(v128.load(table + mask * 16), i16x8.splat(i16(row))))
    n += popcnt(mask)
  }
  return n
}

/** Selects the rows whose code lies in one of the ranges: least code and span, two bytes each. Writes up to 16 bytes beyond. */
export function selectRanges1(column: usize, rows: u32, ranges: usize, count: u32, selection: usize, table: usize): u32 {
  return selectRanges(column, rows, ranges, count, selection, table, false)
}

export function selectRanges2(column: usize, rows: u32, ranges: usize, count: u32, selection: usize, table: usize): u32 {
  return selectRanges(column, rows, ranges, count, selection, table, true)
}

@inline
function codeAt(column: usize, row: u32, wide: bool): u32 {
  return wide ? load<u16>(column + row * 2) : load<u8>(column + row)
}

@inline
function selectListed(column: usize, rows: u32, list: usize, selection: usize, wide: bool): u32 {
  let n: u32 = 0
  for (let row: u32 = 0; row < rows; row++) {
    store<u16>(selection + n * 2, u16(row))
    n += load<u8>(list + codeAt(column, row, wide))
  }
  return n
}

/** Selects the rows whose code is listed: a byte a code, 1 or 0. */
export function selectListed1(column: usize, rows: u32, list: usize, selection: usize): u32 {
  return selectListed(column, rows, list, selection, false)
}

export function selectListed2(column: usize, rows: u32, list: usize, selection: usize): u32 {
  return selectListed(column, rows, list, selection, true)
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
  for (; i + 1 < n; i += 2) {
    const rows: u32 = load<u32>(selection + i * 2)
    let a: u32 = codeAt(column, rows & 0xffff, wide) * step
    let b: u32 = codeAt(column, rows >>> 16, wide) * step
    if (before !== 0) {
      a += load<u32>(before + i * 4)
      b += load<u32>(before + i * 4, 4)
    }
    bump(counts, a)
    bump(counts, b)
  }
  if (i < n) bump(counts, codeAt(column, load<u16>(selection + i * 2), wide) * step + (before === 0 ? 0 : load<u32>(before + i * 4)))
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
