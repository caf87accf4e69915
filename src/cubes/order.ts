/** Sorting and rearranging columns of codes, ten million rows at a time. */

export type Codes = Uint8Array | Uint16Array

/** Row numbers sorted by a column, rows of one code in the order in which they stood. */
export function sortedBy(column: Uint16Array, size: number, order: Uint32Array | undefined): Uint32Array {
  const starts = new Uint32Array(size + 1)
  const rows = column.length
  for (let i = 0; i < rows; i++) {
    const next = (column[i] ?? 0) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  for (let c = 1; c <= size; c++) starts[c] = (starts[c] ?? 0) + (starts[c - 1] ?? 0)
  const sorted = new Uint32Array(rows)
  for (let i = 0; i < rows; i++) {
    const row = order === undefined ? i : (order[i] ?? 0)
    const code = column[row] ?? 0
    const at = starts[code] ?? 0
    sorted[at] = row
    starts[code] = at + 1
  }
  return sorted
}

/** A column in another order and, with `codes`, under other codes; one byte a row where that is enough. */
export function rearranged(
  column: Uint16Array,
  order: Uint32Array,
  codes: Uint16Array | undefined,
  size: number,
): Codes {
  const rows = order.length
  const out = size <= 256 ? new Uint8Array(rows) : new Uint16Array(rows)
  if (codes === undefined) for (let i = 0; i < rows; i++) out[i] = column[order[i] ?? 0] ?? 0
  else for (let i = 0; i < rows; i++) out[i] = codes[column[order[i] ?? 0] ?? 0] ?? 0
  return out
}

/** Least and greatest code of each block. */
export function zonesOf(column: Codes, blockRows: number): Uint16Array {
  const blocks = Math.ceil(column.length / blockRows)
  const zones = new Uint16Array(blocks * 2)
  for (let b = 0; b < blocks; b++) {
    const end = Math.min(column.length, (b + 1) * blockRows)
    let [least, greatest] = [65_535, 0]
    for (let i = b * blockRows; i < end; i++) {
      const code = column[i] ?? 0
      if (code < least) least = code
      if (code > greatest) greatest = code
    }
    zones[2 * b] = least
    zones[2 * b + 1] = greatest
  }
  return zones
}

/** Rows of each code. */
export function rowsOfCodes(column: Codes, size: number): number[] {
  const rows = new Uint32Array(size)
  for (let i = 0; i < column.length; i++) {
    const code = column[i] ?? 0
    rows[code] = (rows[code] ?? 0) + 1
  }
  return [...rows]
}
