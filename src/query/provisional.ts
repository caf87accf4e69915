import type { Catalog, Measure, MonthCompleteness } from '#catalog'
import type { ReleaseInfo } from './result.ts'

/** Recent months grow as late entries arrive; where it is not known by how much, the last two are taken to. */
export function lastTwoMonths(asOf: string): string[] {
  const date = new Date(`${asOf.slice(0, 7)}-01T00:00:00Z`)
  const last = date.toISOString().slice(0, 7)
  date.setUTCMonth(date.getUTCMonth() - 1)
  return [date.toISOString().slice(0, 7), last]
}

function factsOf(measure: Measure | undefined, catalog: Catalog): string[] {
  if (measure === undefined) return []
  if ('fact' in measure) return [measure.fact]
  const parts = measure.kind === 'rate' ? [measure.of, measure.per] : [measure.of]
  return parts.flatMap((id) => factsOf(catalog.measures.get(id), catalog))
}

/** Months of the facts named that later releases are expected to raise, oldest first; of each the lowest share. */
function monthsOf(release: ReleaseInfo, facts: Iterable<string>): MonthCompleteness[] {
  const found = new Map<string, number | undefined>()
  for (const fact of facts) {
    const unknown = lastTwoMonths(release.as_of).map((month) => ({ month, share: undefined }))
    for (const { month, share } of release.completeness?.[fact] ?? unknown) {
      const before = found.get(month)
      found.set(month, before === undefined || (share !== undefined && share < before) ? (share ?? before) : before)
    }
  }
  return [...found].map(([month, share]) => ({ month, share })).toSorted((a, b) => (a.month < b.month ? -1 : 1))
}

/** A release as the measures of a query see it: the months that are provisional for what they count. */
export function releaseFor(release: ReleaseInfo, measures: readonly string[], catalog: Catalog): ReleaseInfo {
  const facts = new Set(measures.flatMap((id) => factsOf(catalog.measures.get(id), catalog)))
  const estimated = monthsOf(release, facts)
  return { ...release, provisional: estimated.map((m) => m.month), estimated }
}

/** Months of any fact that are provisional. */
export function provisionalOf(release: Omit<ReleaseInfo, 'provisional'>): string[] {
  const { completeness, as_of } = release
  if (completeness === undefined) return lastTwoMonths(as_of)
  return [...new Set(Object.values(completeness).flatMap((months) => months.map((m) => m.month)))].toSorted()
}
