/** A month that later releases are expected to raise, and by an estimate how much of it is there. */
export interface MonthCompleteness {
  /** `YYYY-MM`. */
  readonly month: string
  /** Share of what the month will hold in the end, from 0 to 1; undefined where nothing is known of it. */
  readonly share: number | undefined
}

/** By fact, the months of a release that later ones are expected to raise. A fact that is absent was not estimated. */
export type Completeness = Readonly<Record<string, readonly MonthCompleteness[]>>
