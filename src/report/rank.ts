import { type Answer, cite } from './cite.ts'

/** A row of a ranking. */
export interface Entry {
  readonly code: string
  readonly name: string
  /** Its place in the answer. */
  readonly row: number
}

/** Rows that share a value: a tie when there are several. */
export interface Rung {
  readonly value: number
  readonly entries: readonly Entry[]
}

/** Codes that say that nothing was recorded; they are counted and shown, never ranked. */
const nameless = new Set(['none', '??'])

/**
 * The rows of an answer by a measure, highest first unless `lowest`, rows with equal values on one rung. Rows without a
 * number take no part. Rates are compared as they were divided, so two rungs may print the same percentage.
 */
export function ladder(answer: Answer, dimension: string, measure: string, order: 'highest' | 'lowest'): Rung[] {
  const rungs = new Map<number, Entry[]>()
  answer.rows.forEach((cells, row) => {
    const code = String(cells[dimension])
    const value = cite(answer, row, measure)?.value
    if (value === undefined || nameless.has(code)) return
    const entry = { code, row, name: answer.labels[dimension]?.[code] ?? code }
    rungs.set(value, [...(rungs.get(value) ?? []), entry])
  })
  const sign = order === 'highest' ? -1 : 1
  return [...rungs].map(([value, entries]) => ({ value, entries })).toSorted((a, b) => sign * (a.value - b.value))
}
