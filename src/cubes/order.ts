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

/** Where each row goes when rows are put into an order. */
export function placesIn(order: Uint32Array): Uint32Array {
  const places = new Uint32Array(order.length)
  for (let i = 0; i < order.length; i++) places[order[i] ?? 0] = i
  return places
}

/**
 * A column whose rows went to other places and, with `codes`, under other codes; one byte a row where that is enough. Rows
 * are taken as they stand: of rows that are nearly in order, neighbours go to places that are still at hand.
 */
export function rearranged(
  column: Uint16Array,
  places: Uint32Array,
  codes: Uint16Array | undefined,
  size: number,
): Codes {
  const rows = places.length
  const out = size <= 256 ? new Uint8Array(rows) : new Uint16Array(rows)
  if (codes === undefined) for (let i = 0; i < rows; i++) out[places[i] ?? 0] = column[i] ?? 0
  else for (let i = 0; i < rows; i++) out[places[i] ?? 0] = codes[column[i] ?? 0] ?? 0
  return out
}
