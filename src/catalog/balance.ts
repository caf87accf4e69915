/** What must add up: a stock, what comes to it and what leaves it. */
export interface Balance {
  readonly id: string
  /** Measure that is balanced. */
  readonly stock: string
  /** Flows that raise it. */
  readonly arrivals: readonly string[]
  /** Flows that lower it. */
  readonly exits: readonly string[]
  /** Dimensions at each of whose codes it must add up too. */
  readonly across: readonly string[]
}
