import type { Words } from './words.ts'

/**
 * What current releases have lost and older ones still say. An older release that was ingested keeps it; a release that has none
 * of its own gets it from there, marked with where it comes from.
 */
export interface Carry {
  /** What is carried over. */
  readonly name: Words
  /** Columns of what is kept, as SQL. The facts of a later release find it as `work.carried`, with `release`, its origin. */
  readonly columns: string
  /** SQL over the tables of a release that yields `n`: how many it has of its own. With any, nothing is carried over. */
  readonly own: string
  /** SQL over the facts of a release that has its own: what it keeps for later ones. */
  readonly keep: string
  /** SQL over the facts of a later release that yields `n`: how many found their place in it. */
  readonly used: string
  /** What it can change: columns of a fact. Answers that look at them are marked. */
  readonly touches: { readonly fact: string; readonly columns: readonly string[] }
}
