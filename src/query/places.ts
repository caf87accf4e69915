import type { Place } from './cells.ts'
import { type Counts, separator } from './counts.ts'
import { periodOf, periodsBetween } from './period.ts'
import type { Scope } from './scope.ts'

function earliest(counts: readonly Counts[]): string | undefined {
  let first: string | undefined
  for (const c of counts) {
    for (const periods of c.values.values())
      for (const p of periods.keys()) if (p !== '' && (first === undefined || p < first)) first = p
  }
  return first
}

/** Every period that the answer shows, in order; [''] without a time dimension. Time never skips. */
export function periodsOf(scope: Scope, counts: readonly Counts[], firstMonth: string): string[] {
  const { time } = scope
  if (time === undefined) return ['']
  const begin = scope.from ?? `${firstMonth}-01`
  const periods = periodsBetween(begin < scope.to ? begin : scope.to, scope.to, time.grain)
  if (scope.from !== undefined) return periods
  const first = earliest(counts.filter((c) => c.statement.form !== 'fixed')) ?? periodOf(scope.to, time.grain)
  return periods.filter((p) => p >= first)
}

function something(values: Readonly<Record<string, number | null>>): boolean {
  return Object.values(values).some((v) => v !== null && v !== 0)
}

/** Counts whose keys have all dimensions of the answer; the others are bases. */
function whole(scope: Scope, counts: readonly Counts[]): Counts[] {
  return counts.filter((c) => c.dimensions.length === scope.across.length)
}

function codesOf(dimensions: readonly string[], key: string): Record<string, string> {
  const parts = key.split(separator)
  return Object.fromEntries(dimensions.map((d, i) => [d, parts[i] ?? '']))
}

/**
 * The places that the answer has a row for: all periods when time is the only dimension, one place when there is
 * none, else every combination of codes at which anything was counted.
 */
export function placesOf(scope: Scope, counts: readonly Counts[], periods: readonly string[]): Place[] {
  const { across } = scope
  const full = whole(scope, counts)
  if (across.length === 0 || full.length === 0) return periods.map((period) => ({ codes: {}, period }))
  const shown = new Set(periods)
  const seen = new Map<string, Place>()
  for (const c of full) {
    for (const [key, byPeriod] of c.values) {
      const codes = codesOf(c.dimensions, key)
      for (const [period, values] of byPeriod) {
        if (!something(values) || (c.statement.form !== 'fixed' && !shown.has(period))) continue
        const at = c.statement.form === 'fixed' && scope.time !== undefined ? periods : [period]
        for (const p of at)
          seen.set(`${across.map((d) => codes[d]).join(separator)}${separator}${p}`, { codes, period: p })
      }
    }
  }
  return [...seen.values()]
}
