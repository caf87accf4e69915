/**
 * Counts rows by place and days, and reads distributions off the counts. A row of counts has a number for each day, in
 * blocks of 64 days; a flag of each block says whether anything was counted there. All rows of counts are zero, and no
 * flag is set, before a job and after it. The host lays out the memory, which threads share, and gives all addresses.
 */

const blockBits: u32 = 6
const blockDays: u32 = 64

/** Days of each selected row, at twice its number: from `starts` to `ends`, or to one day where `ends` is 0. True when one ends before it starts. */
export function daysOf(n: u32, selection: usize, starts: usize, ends: usize, day: u32, out: usize): bool {
  let late = false
  for (let i: u32 = 0; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    const start: u32 = load<u16>(starts + row * 2)
    const end: u32 = ends === 0 ? day : load<u16>(ends + row * 2)
    store<u16>(out + row * 2, u16(end - start))
    late = late || start > end
  }
  return late
}

/** The same for every row of a block, eight at a time; writes up to 16 bytes beyond. */
export function daysOfAll(rows: u32, starts: usize, ends: usize, day: u32, out: usize): bool {
  let late = i16x8.splat(0)
  const last = i16x8.splat(i16(day))
  for (let row: u32 = 0; row < rows; row += 8) {
    const start = v128.load(starts + row * 2)
    const end = ends === 0 ? last : v128.load(ends + row * 2)
    late = v128.or(late, i16x8.gt_u(start, end))
    v128.store(out + row * 2, i16x8.sub(end, start))
  }
  return v128.any_true(late)
}

@inline
function codeAt(column: usize, row: u32, wide: bool): u32 {
  return wide ? load<u16>(column + row * 2) : load<u8>(column + row)
}

@inline
function dayAt(days: usize, row: u32): u32 {
  return load<u16>(days + row * 2)
}

@inline
function bump(at: u32, counts: usize, flags: usize, by: i32): void {
  store<u8>(flags + (at >>> blockBits), 1)
  const place = counts + (at << 2)
  store<i32>(place, load<i32>(place) + by)
}

@inline
function addCodes(
  column: usize, n: u32, numbers: usize, selection: usize, days: usize, counts: usize, flags: usize, by: i32, wide: bool
): void {
  let i: u32 = 0
  for (; i + 3 < n; i += 4) {
    const rows = load<u64>(selection + i * 2)
    const r: u32 = u32(rows) & 0xffff
    const s: u32 = u32(rows) >>> 16
    const t: u32 = u32(rows >>> 32) & 0xffff
    const u: u32 = u32(rows >>> 48)
    const a = load<u32>(numbers + codeAt(column, r, wide) * 4) + dayAt(days, r)
    const b = load<u32>(numbers + codeAt(column, s, wide) * 4) + dayAt(days, s)
    const c = load<u32>(numbers + codeAt(column, t, wide) * 4) + dayAt(days, t)
    const d = load<u32>(numbers + codeAt(column, u, wide) * 4) + dayAt(days, u)
    bump(a, counts, flags, by)
    bump(b, counts, flags, by)
    bump(c, counts, flags, by)
    bump(d, counts, flags, by)
  }
  for (; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    bump(load<u32>(numbers + codeAt(column, row, wide) * 4) + dayAt(days, row), counts, flags, by)
  }
}

/** Adds `by` at the days of each selected row, in the row of counts that its code stands for: `numbers` gives where it begins. */
export function addCodes1(
  column: usize, n: u32, numbers: usize, selection: usize, days: usize, counts: usize, flags: usize, by: i32
): void {
  addCodes(column, n, numbers, selection, days, counts, flags, by, false)
}

export function addCodes2(
  column: usize, n: u32, numbers: usize, selection: usize, days: usize, counts: usize, flags: usize, by: i32
): void {
  addCodes(column, n, numbers, selection, days, counts, flags, by, true)
}

/** The same where `places` gives for each selected row where its row of counts begins, less `base`. */
export function addPlaces(
  n: u32, places: usize, base: u32, selection: usize, days: usize, counts: usize, flags: usize, by: i32
): void {
  for (let i: u32 = 0; i < n; i++) {
    const row: u32 = load<u16>(selection + i * 2)
    bump(base + load<u32>(places + i * 4) + dayAt(days, row), counts, flags, by)
  }
}

/** The same in one row of counts. */
export function addAll(n: u32, base: u32, selection: usize, days: usize, counts: usize, flags: usize, by: i32): void {
  for (let i: u32 = 0; i < n; i++) bump(base + dayAt(days, load<u16>(selection + i * 2)), counts, flags, by)
}

/** Empties what is flagged. */
export function wipe(counts: usize, flags: usize, blocks: u32): void {
  for (let block: u32 = 0; block < blocks; block += 8) {
    if (load<u64>(flags + block) === 0) continue
    for (let i: u32 = block; i < block + 8; i++) if (load<u8>(flags + i) !== 0) memory.fill(counts + i * 256, 0, 256)
    store<u64>(flags + block, 0)
  }
}

/** A total: counts of days, then rows of each block and the sum of their days; it stands at `total`, with its blocks behind it. */
@inline
function rowsOf(total: usize, blocks: u32): usize {
  return total + blocks * 256
}

@inline
function sumsOf(total: usize, blocks: u32): usize {
  return total + blocks * 260
}

/** Moves a row of counts into a total; returns how many of its blocks held anything. */
export function take(counts: usize, flags: usize, blocks: u32, total: usize): u32 {
  let taken: u32 = 0
  for (let block: u32 = 0; block < blocks; block += 8) {
    if (load<u64>(flags + block) === 0) continue
    for (let i: u32 = block; i < block + 8; i++) {
      if (load<u8>(flags + i) === 0) continue
      takeBlock(counts, i, blocks, total)
      taken++
    }
    store<u64>(flags + block, 0)
  }
  return taken
}

function takeBlock(counts: usize, block: u32, blocks: u32, total: usize): void {
  const from = counts + block * 256
  const into = total + block * 256
  const none = i32x4.splat(0)
  const four = i32x4.splat(4)
  let place = i32x4(0, 1, 2, 3)
  let rows = none
  let low = none
  let high = none
  for (let at: u32 = 0; at < 256; at += 16) {
    const more = v128.load(from + at)
    v128.store(from + at, none)
    v128.store(into + at, i32x4.add(v128.load(into + at), more))
    rows = i32x4.add(rows, more)
    low = i64x2.add(low, i64x2.extmul_low_i32x4_s(more, place))
    high = i64x2.add(high, i64x2.extmul_high_i32x4_s(more, place))
    place = i32x4.add(place, four)
  }
  const n = i32x4.extract_lane(rows, 0) + i32x4.extract_lane(rows, 1) + i32x4.extract_lane(rows, 2) + i32x4.extract_lane(rows, 3)
  const both = i64x2.add(low, high)
  const sum = i64x2.extract_lane(both, 0) + i64x2.extract_lane(both, 1) + i64(n) * i64(block * blockDays)
  const rowsAt = rowsOf(total, blocks) + block * 4
  const sumAt = sumsOf(total, blocks) + block * 8
  store<i32>(rowsAt, load<i32>(rowsAt) + n)
  store<i64>(sumAt, load<i64>(sumAt) + sum)
}

/** Adds a total to another one. */
export function join(total: usize, into: usize, blocks: u32): void {
  for (let block: u32 = 0; block < blocks; block++) {
    const rows = load<i32>(rowsOf(total, blocks) + block * 4)
    if (rows === 0) continue
    const rowsAt = rowsOf(into, blocks) + block * 4
    const sumAt = sumsOf(into, blocks) + block * 8
    store<i32>(rowsAt, load<i32>(rowsAt) + rows)
    store<i64>(sumAt, load<i64>(sumAt) + load<i64>(sumsOf(total, blocks) + block * 8))
    for (let at: u32 = block * 256; at < block * 256 + 256; at += 16) {
      v128.store(into + at, i32x4.add(v128.load(into + at), v128.load(total + at)))
    }
  }
}

/** Empties a total. */
export function clear(total: usize, blocks: u32): void {
  const rows = rowsOf(total, blocks)
  const sums = sumsOf(total, blocks)
  for (let block: u32 = 0; block < blocks; block++) {
    if (load<i32>(rows + block * 4) === 0) continue
    memory.fill(total + block * 256, 0, 256)
    store<i32>(rows + block * 4, 0)
    store<i64>(sums + block * 8, 0)
  }
}

/** The days of the row at a place in the order of days. */
function ranked(total: usize, blocks: u32, rank: i64): u32 {
  const rows = rowsOf(total, blocks)
  let left = rank
  let block: u32 = 0
  for (; block < blocks; block++) {
    const held = i64(load<i32>(rows + block * 4))
    if (left < held) break
    left -= held
  }
  let days = block * blockDays
  for (; days < blocks * blockDays; days++) {
    left -= i64(load<i32>(total + days * 4))
    if (left < 0) break
  }
  return days
}

/** Interpolated between neighbours as the engine does it, to the last bit. */
function quantile(total: usize, blocks: u32, q: f64, n: i64, under: i64, less: i32): f64 {
  const place = f64(n - 1) * q
  const low = Math.floor(place)
  const high = Math.ceil(place)
  const lower = f64(i32(ranked(total, blocks, under + i64(low))) - less)
  if (low === high) return lower
  const part = place - low
  return lower * (1.0 - part) + f64(i32(ranked(total, blocks, under + i64(high))) - less) * part
}

/**
 * Writes mean, median, 90th percentile and number of the days of a total, each shorter by `less` days; those shorter than
 * that are left out. Four numbers of eight bytes; nothing where there are none.
 */
export function read(total: usize, blocks: u32, less: u32, out: usize): void {
  const rows = rowsOf(total, blocks)
  const sums = sumsOf(total, blocks)
  let n: i64 = 0
  let sum: i64 = 0
  let under: i64 = 0
  for (let block: u32 = 0; block < blocks; block++) {
    let held = i64(load<i32>(rows + block * 4))
    if (held === 0) continue
    let days = load<i64>(sums + block * 8)
    if (block * blockDays < less) {
      const end = min(less, (block + 1) * blockDays)
      for (let day = block * blockDays; day < end; day++) {
        const count = i64(load<i32>(total + day * 4))
        under += count
        held -= count
        days -= count * i64(day)
      }
    }
    n += held
    sum += days
  }
  if (n <= 0) return
  store<f64>(out, f64(sum - n * i64(less)) / f64(n))
  store<f64>(out, quantile(total, blocks, 0.5, n, under, i32(less)), 8)
  store<f64>(out, quantile(total, blocks, 0.9, n, under, i32(less)), 16)
  store<f64>(out, f64(n), 24)
}
