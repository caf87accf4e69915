/** Splits a whole number by weights (largest remainder); ties go to the earlier member. No share exceeds its cap. */
export function apportion(total: number, weights: readonly number[], caps?: readonly number[]): number[] {
  const shares = weights.map(() => 0)
  let left = total
  while (left > 0) {
    const open = weights.map((weight, i) => (shares[i] ?? 0) < (caps?.[i] ?? Number.POSITIVE_INFINITY) && weight > 0)
    const sum = weights.reduce((all, weight, i) => all + (open[i] ? weight : 0), 0)
    if (sum === 0) throw new RangeError(`cannot place ${left} of ${total}: every member is full or weightless`)
    left -= round(left, sum, weights, open, shares, caps)
  }
  return shares
}

function round(
  total: number,
  sum: number,
  weights: readonly number[],
  open: readonly boolean[],
  shares: number[],
  caps: readonly number[] | undefined,
): number {
  let placed = 0
  const rests: { at: number; rest: number }[] = []
  const give = (at: number, count: number) => {
    const room = (caps?.[at] ?? Number.POSITIVE_INFINITY) - (shares[at] ?? 0)
    const given = Math.min(count, room)
    shares[at] = (shares[at] ?? 0) + given
    placed += given
  }
  weights.forEach((weight, at) => {
    if (!open[at]) return
    const exact = (total * weight) / sum
    give(at, Math.floor(exact))
    rests.push({ at, rest: exact - Math.floor(exact) })
  })
  rests.sort((a, b) => b.rest - a.rest || a.at - b.at)
  const goal = rests.reduce((count, each) => count + each.rest, 0)
  for (const { at } of rests.slice(0, Math.max(1, Math.round(goal)))) if (placed < total) give(at, 1)
  return placed
}

/**
 * A table of whole numbers with exactly these row and column sums, shaped like `affinity`: iterative proportional
 * fitting, then rounding row by row, each column's rounding error carried on to the next row.
 */
export function fitMargins(
  rows: readonly number[],
  columns: readonly number[],
  affinity: readonly (readonly number[])[],
): number[][] {
  const shape = proportional(rows, columns, affinity)
  const left = [...columns]
  const due = columns.map(() => 0)
  return rows.map((total, r) => {
    const wanted = columns.map((_, c) => {
      due[c] = (due[c] ?? 0) + (shape[r]?.[c] ?? 0)
      return Math.max(1e-9, due[c] ?? 0)
    })
    const row = apportion(total, wanted, left)
    row.forEach((count, c) => {
      left[c] = (left[c] ?? 0) - count
      due[c] = (due[c] ?? 0) - count
    })
    return row
  })
}

function proportional(
  rows: readonly number[],
  columns: readonly number[],
  affinity: readonly (readonly number[])[],
): number[][] {
  const cells = affinity.map((row) => row.map((cell) => cell + 1e-9))
  for (let turn = 0; turn < 40; turn += 1) {
    cells.forEach((row, r) => {
      scale(row, rows[r] ?? 0)
    })
    columns.forEach((total, c) => {
      const sum = cells.reduce((all, row) => all + (row[c] ?? 0), 0)
      if (sum > 0) for (const row of cells) row[c] = ((row[c] ?? 0) * total) / sum
    })
  }
  return cells
}

function scale(row: number[], total: number): void {
  const sum = row.reduce((all, cell) => all + cell, 0)
  if (sum > 0) for (let c = 0; c < row.length; c += 1) row[c] = ((row[c] ?? 0) * total) / sum
}
