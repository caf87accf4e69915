/** Sums over the columns of a fact while its cube is built, a block of rows at a time. The host gives all addresses. */

@inline
function codeAt(column: usize, row: u32, wide: bool): u32 {
  return wide ? load<u16>(column + row * 2) : load<u8>(column + row)
}

@inline
function zone(column: usize, rows: u32, wide: bool): u32 {
  let least: u32 = 0xffff
  let greatest: u32 = 0
  for (let row: u32 = 0; row < rows; row++) {
    const code = codeAt(column, row, wide)
    least = min(least, code)
    greatest = max(greatest, code)
  }
  return least | (greatest << 16)
}

/** Least code of a block in the low half, greatest in the high one. */
export function zone1(column: usize, rows: u32): u32 {
  return zone(column, rows, false)
}

export function zone2(column: usize, rows: u32): u32 {
  return zone(column, rows, true)
}

@inline
function countRows(column: usize, rows: u32, counts: usize, wide: bool): void {
  for (let row: u32 = 0; row < rows; row++) {
    const at = counts + codeAt(column, row, wide) * 4
    store<u32>(at, load<u32>(at) + 1)
  }
}

/** Adds the rows of each code. */
export function countRows1(column: usize, rows: u32, counts: usize): void {
  countRows(column, rows, counts, false)
}

export function countRows2(column: usize, rows: u32, counts: usize): void {
  countRows(column, rows, counts, true)
}

/** A day that never comes. */
const never: u32 = 0xffff

/**
 * Adds `by` for each row at its month and code, once for each condition that its set meets. `months` gives the month of
 * a day, `lists` for each set 32 bytes: how many conditions, then their numbers; `step` is the bytes of one condition's counts.
 */
@inline
function countMonths(
  column: usize, wide: bool, sets: usize, setsWide: bool, days: usize, rows: u32,
  months: usize, lists: usize, counts: usize, size: u32, step: u32, by: i32
): void {
  for (let row: u32 = 0; row < rows; row++) {
    const day: u32 = load<u16>(days + row * 2)
    if (day === never) continue
    const month: u32 = load<u16>(months + day * 2)
    const at = counts + (month * size + codeAt(column, row, wide)) * 4
    const list = lists + codeAt(sets, row, setsWide) * 32
    const n: u32 = load<u8>(list)
    for (let i: u32 = 1; i <= n; i++) {
      const place = at + u32(load<u8>(list + i)) * step
      store<i32>(place, load<i32>(place) + by)
    }
  }
}

export function countMonths1(
  column: usize, sets: usize, setsWide: bool, days: usize, rows: u32,
  months: usize, lists: usize, counts: usize, size: u32, step: u32, by: i32
): void {
  if (setsWide) countMonths(column, false, sets, true, days, rows, months, lists, counts, size, step, by)
  else countMonths(column, false, sets, false, days, rows, months, lists, counts, size, step, by)
}

export function countMonths2(
  column: usize, sets: usize, setsWide: bool, days: usize, rows: u32,
  months: usize, lists: usize, counts: usize, size: u32, step: u32, by: i32
): void {
  if (setsWide) countMonths(column, true, sets, true, days, rows, months, lists, counts, size, step, by)
  else countMonths(column, true, sets, false, days, rows, months, lists, counts, size, step, by)
}
