import type { Words } from './words.ts'

/** One row of a fact is one thing we count. */
export interface Fact {
  readonly id: string
  readonly name: Words
  readonly about: string
  /** `event`: happens on `date`. `interval`: holds from `from` (included) to `to` (not included; empty = still). */
  readonly shape: 'event' | 'interval'
  /** The date column of an event, or the start column of an interval. */
  readonly date: string
  /** The end column of an interval. */
  readonly until?: string
  /** Dimensions that the fact has a column for, under the dimension's id. */
  readonly dimensions: readonly string[]
  /** Tables of the release that its SQL reads. */
  readonly tables: readonly string[]
  /** Facts that must be built before it. */
  readonly after?: readonly string[]
}

/** Declares a fact; its SQL is the file `<id>.sql` beside it and yields the columns named here. */
export function fact<const T extends Fact>(definition: T): Fact {
  return definition
}
