import type { Catalog, Measure } from '#catalog'
import { UsageError } from '#errors'
import { dayBefore, type Grain, parsePeriod } from './period.ts'
import type { Query } from './query.ts'
import type { ReleaseInfo } from './result.ts'

/** A query fitted to a release: every date exact. */
export interface Scope {
  readonly query: Query
  readonly catalog: Catalog
  /** First day counted; undefined = from the beginning. */
  readonly from: string | undefined
  /** Last day counted. */
  readonly to: string
  /** Whether `to` was cut at the as-of date. */
  readonly cut: boolean
  readonly since: string
  readonly base: string
  /** The time dimension of `by`, if any. */
  readonly time: { readonly id: string; readonly grain: Grain } | undefined
  /** The other dimensions of `by`. */
  readonly across: readonly string[]
}

/** The day on which ICE's program of prosecutorial discretion is taken to begin: the start of fiscal year 2012. */
const programStart = '2011-10-01'

function timeOf(query: Query, catalog: Catalog): Scope['time'] {
  for (const id of query.by) {
    const grain = catalog.dimensions.get(id)?.grain
    if (grain !== undefined) return { id, grain }
  }
  return undefined
}

/** Fits a query to a release. Raises a UsageError when its dates lie outside. */
export function scopeOf(query: Query, catalog: Catalog, release: ReleaseInfo): Scope {
  const asOf = release.as_of
  const wanted = query.to === undefined ? asOf : parsePeriod(query.to, 'to').last
  const to = wanted > asOf ? asOf : wanted
  const from = query.from === undefined ? undefined : parsePeriod(query.from, 'from').first
  if (from !== undefined && from > asOf) {
    throw new UsageError(`this period begins after the release ends: from=${query.from}`, {
      code: 'after-release',
      value: query.from,
      nearest: `from=${asOf.slice(0, 7)}`,
      allowed: `up to ${asOf}, the as-of date of release ${release.id}`,
    })
  }
  const since = query.since ?? programStart
  const base = query.base ?? dayBefore(since)
  if (base > asOf) {
    throw new UsageError(`this base date lies after the release ends: base=${base}`, {
      code: 'base-outside',
      value: base,
      nearest: `base=${asOf}`,
      allowed: `up to ${asOf}, the as-of date of release ${release.id}`,
    })
  }
  const time = timeOf(query, catalog)
  return {
    query,
    catalog,
    from,
    to,
    cut: query.to !== undefined && wanted > asOf,
    since,
    base,
    time,
    across: query.by.filter((id) => id !== time?.id),
  }
}

/** The fact that a measure counts, through what it is made of. */
export function factOf(measure: Measure, catalog: Catalog): string {
  if ('fact' in measure) return measure.fact
  const of = catalog.measures.get(measure.of)
  if (of === undefined) throw new Error(`unknown measure: ${measure.of}`)
  return factOf(of, catalog)
}

const knownLacks = new WeakMap<Scope, Map<string, string[]>>()

/** Dimensions of the query, in `by` or as a filter, that a measure's fact does not have. */
export function lacking(measure: Measure, scope: Scope): readonly string[] {
  const known = knownLacks.get(scope) ?? new Map<string, string[]>()
  knownLacks.set(scope, known)
  const found = known.get(measure.id) ?? findLacking(measure, scope)
  known.set(measure.id, found)
  return found
}

function findLacking(measure: Measure, scope: Scope): string[] {
  const has = new Set(scope.catalog.facts.get(factOf(measure, scope.catalog))?.dimensions)
  const asked = [...scope.across, ...scope.query.filters.map((f) => f.dimension)]
  return [...new Set(asked.filter((id) => !has.has(id)))]
}
