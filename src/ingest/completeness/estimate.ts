import type { MonthCompleteness } from '#catalog'

/** Events of a fact by month, as one release counts them. */
export interface MonthCounts {
  /** Last day that the release covers. */
  readonly as_of: string
  readonly counts: Readonly<Record<string, number>>
}

/** Months after which entries are taken to be all there. */
export const horizon = 24
/** A month of which less is there is provisional. */
const settled = 0.99
/** Two releases are of one series when they agree so well on months that are long past. */
const agreement = 0.1
/** With fewer events than this in all no share is estimated. */
const fewest = 30

/** Months from `2012-04` to `2012-06`: 2. */
function monthsFrom(earlier: string, later: string): number {
  const at = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return at(later) - at(earlier)
}

/** The month so many months before a date. */
export function monthBefore(date: string, months: number): string {
  const at = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** Two releases that follow each other, and the months between them. */
interface Step {
  readonly earlier: MonthCounts
  readonly later: MonthCounts
  readonly gap: number
}

function areOfOneSeries({ earlier, later }: Step): boolean {
  const sums = [0, 0]
  for (let lag = horizon / 2; lag <= horizon; lag++) {
    const month = monthBefore(earlier.as_of, lag)
    sums[0] = (sums[0] ?? 0) + (earlier.counts[month] ?? 0)
    sums[1] = (sums[1] ?? 0) + (later.counts[month] ?? 0)
  }
  const [was = 0, is = 0] = sums
  return was > 0 && Math.abs(is / was - 1) <= agreement
}

function stepsOf(releases: readonly MonthCounts[]): Step[] {
  const ordered = releases.toSorted((a, b) => (a.as_of < b.as_of ? -1 : 1))
  return ordered
    .slice(1)
    .flatMap((later, i) => {
      const earlier = ordered[i]
      return earlier === undefined ? [] : [{ earlier, later, gap: monthsFrom(earlier.as_of, later.as_of) }]
    })
    .filter((step) => step.gap > 0 && step.gap <= horizon && areOfOneSeries(step))
}

/**
 * How much of a month is there so many months after it (0: in the month of the as-of date), estimated from releases that follow
 * each other: what a later release counts of the same month, over what the earlier one did, from one age to the next up to the
 * horizon (the chain ladder of actuaries). Index = age; undefined where no pair of releases tells.
 */
export function completenessByAge(releases: readonly MonthCounts[]): (number | undefined)[] | undefined {
  const steps = stepsOf(releases)
  if (steps.length === 0) return undefined
  const shares: (number | undefined)[] = Array.from({ length: horizon + 1 }, () => undefined)
  for (let age = horizon; age >= 0; age--) {
    let was = 0
    let whole = 0
    for (const { earlier, later, gap } of steps) {
      const month = monthBefore(earlier.as_of, age)
      const then = age + gap > horizon ? 1 : shares[age + gap]
      if (then === undefined) continue
      was += earlier.counts[month] ?? 0
      whole += (later.counts[month] ?? 0) / then
    }
    if (whole >= fewest) shares[age] = Math.min(1, was / whole)
  }
  return shares
}

/** The recent months of a release of which not all is there by these shares, oldest first; where nothing is known, the last two. */
export function provisionalBy(shares: readonly (number | undefined)[], asOf: string): MonthCompleteness[] {
  const months: MonthCompleteness[] = []
  for (const [age, share] of shares.entries()) {
    const provisional = share === undefined ? age < 2 : share < settled
    if (provisional) months.unshift({ month: monthBefore(asOf, age), share })
  }
  return months
}
