import type { Row } from '#catalog'
import { numberIn, type Result } from '../query/result.ts'

/** What a sentence may look at of a Result: small enough to be typed by hand in a test. */
export type Answer = Pick<Result, 'rows' | 'labels' | 'receipt'>

/** A number together with the cell that it was read from: `<receipt>#<row>,<measure>`. */
export interface Cited {
  readonly value: number
  readonly receipt: string
}

/** A rate together with the exact parts that it is made of. */
export interface CitedRate extends Cited {
  readonly numerator: Cited
  readonly base: Cited
}

/** Reads a cell; undefined when it holds a reason instead of a number, or when there is no such row. */
export function cite(answer: Answer, row: number, measure: string): Cited | undefined {
  const value = numberIn(answer.rows[row], measure)
  return value === undefined ? undefined : { value, receipt: `${answer.receipt}#${row},${measure}` }
}

/** Reads a rate with its numerator and base; undefined unless all three are numbers. */
export function citeRate(answer: Answer, row: number, rate: string): CitedRate | undefined {
  const share = cite(answer, row, rate)
  const numerator = cite(answer, row, `${rate}_numerator`)
  const base = cite(answer, row, `${rate}_denominator`)
  return share && numerator && base && { ...share, numerator, base }
}

/** Why a cell holds no number; undefined when it holds one. */
export function reasonIn(row: Row | undefined, measure: string): string | undefined {
  const cell = row?.[measure]
  return typeof cell === 'object' ? cell.missing : undefined
}
