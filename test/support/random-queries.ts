import type { Catalog, Measure } from '#catalog'
import { type Filter, measureColumns, type Query, type QueryService } from '#query'
import { random } from './soak.ts'

/** What random queries are drawn from: a catalog and what one release knows. */
export interface QuerySource {
  readonly catalog: Catalog
  /** Dimension → codes that the release holds. */
  readonly values: ReadonlyMap<string, readonly string[]>
  /** First and last day of the release, `YYYY-MM-DD`. */
  readonly first: string
  readonly last: string
}

/** What a generator may use; all of the catalog where left out. */
export interface QueryLimits {
  readonly measures?: readonly string[]
  readonly dimensions?: readonly string[]
  /** At most so many measures, dimensions of `by` and filters. Default 3, 3 and 4. */
  readonly mostMeasures?: number
  readonly mostBy?: number
  readonly mostFilters?: number
  /** Whether `largest`, `min`, `sort`, `limit` and `totals` occur. Default yes. */
  readonly shapes?: boolean
}

/** Reads what random queries need from a service. */
export async function querySource(service: QueryService, release?: string): Promise<QuerySource> {
  const { catalog } = service
  const info = await service.release(release)
  const values = new Map<string, readonly string[]>()
  for (const { id, kind } of catalog.dimensions.values()) {
    if (kind === 'time') continue
    const found = await service.values(id, { ...(release !== undefined && { release }) })
    if (found.length > 0)
      values.set(
        id,
        found.map((v) => v.code),
      )
  }
  return { catalog, values, first: `${info.first_month}-01`, last: info.as_of }
}

/** Seeded draws. */
class Dice {
  readonly #next: () => number

  constructor(seed: number) {
    this.#next = random(seed)
    // The first draws of neighbouring seeds resemble each other.
    for (let i = 0; i < 8; i++) this.#next()
  }

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    return Math.min(most, Math.floor(this.#next() * (most + 1)))
  }

  chance(share: number): boolean {
    return this.#next() < share
  }

  one<T>(list: readonly T[]): T {
    const found = list[this.upTo(list.length - 1)]
    if (found === undefined) throw new Error('nothing to draw from')
    return found
  }

  /** So many different ones, in the order drawn. */
  some<T>(list: readonly T[], count: number): T[] {
    const left = [...list]
    const drawn: T[] = []
    while (drawn.length < count && left.length > 0) drawn.push(...left.splice(this.upTo(left.length - 1), 1))
    return drawn
  }
}

const day = 86_400_000

function dayBetween(dice: Dice, first: string, last: string): string {
  const [a, b] = [Date.parse(first), Date.parse(last)]
  return new Date(a + dice.upTo(Math.max(0, (b - a) / day)) * day).toISOString().slice(0, 10)
}

/** A day as people write periods: itself, its month, its year, its fiscal year. */
function periodText(dice: Dice, date: string): string {
  const year = Number(date.slice(0, 4))
  return dice.one([date, date.slice(0, 7), date.slice(0, 4), `FY${Number(date.slice(5, 7)) >= 10 ? year + 1 : year}`])
}

/** `from` and `to`, each there or not; never the wrong way round, never all after the release. */
function period(dice: Dice, { first, last }: QuerySource): Pick<Query, 'from' | 'to'> {
  // Most of a release's rows lie in its last third.
  const begin = dice.chance(0.7)
    ? new Date((2 * Date.parse(last) + Date.parse(first)) / 3).toISOString().slice(0, 10)
    : first
  const [a = last, b = last] = [dayBetween(dice, begin, last), dayBetween(dice, begin, last)].toSorted()
  return {
    ...(dice.chance(0.65) && { from: periodText(dice, a) }),
    ...(dice.chance(0.75) && { to: periodText(dice, b) }),
  }
}

function filterOf(dice: Dice, dimension: string, source: QuerySource): Filter {
  const codes = source.values.get(dimension) ?? []
  const values = dice.some(codes, 1 + (dice.chance(0.5) ? 0 : dice.upTo(Math.min(11, codes.length))))
  const wildcard = source.catalog.dimensions.get(dimension)?.wildcard === true && dice.chance(0.3)
  const written = wildcard ? values.map((v) => v.replace(/^[^.]*\./, '*.')) : values
  return { dimension, exclude: dice.chance(0.2), values: [...new Set(written)].toSorted() }
}

function factOf(measure: Measure, catalog: Catalog): string {
  if ('fact' in measure) return measure.fact
  const of = catalog.measures.get(measure.of)
  return of === undefined ? '' : factOf(of, catalog)
}

function measuresOf(dice: Dice, source: QuerySource, limits: QueryLimits): string[] {
  const all = limits.measures ?? [...source.catalog.measures.keys()]
  return dice.some(all, dice.chance(0.5) ? 1 : 1 + dice.upTo((limits.mostMeasures ?? 3) - 1))
}

/** Dimensions that the first measure has, and now and then one that it has not. */
function dimensionsFor(dice: Dice, measures: readonly string[], source: QuerySource, limits: QueryLimits): string[] {
  const { catalog, values } = source
  const measure = catalog.measures.get(measures[0] ?? '')
  const known = (limits.dimensions ?? [...values.keys()]).filter((id) => values.has(id))
  const has = measure === undefined ? [] : (catalog.facts.get(factOf(measure, catalog))?.dimensions ?? [])
  const its = known.filter((id) => has.includes(id))
  return dice.chance(0.08) || its.length === 0 ? known : its
}

/** How an answer is cut and sorted. */
function shape(dice: Dice, measures: readonly string[], by: readonly string[], catalog: Catalog): Partial<Query> {
  const column = dice.one([...by, ...measureColumns(measures, catalog)])
  return {
    ...(dice.chance(0.15) && { largest: 1 + dice.upTo(20) }),
    ...(dice.chance(0.15) && { min: 1 + dice.upTo(200) }),
    ...(dice.chance(0.3) && { sort: { column, descending: dice.chance(0.5) } }),
    ...(dice.chance(0.2) && { limit: 1 + dice.upTo(50) }),
  }
}

/** One query after another, each of which can be answered; the same for the same seed, source and limits. */
export function queryGenerator(seed: number, source: QuerySource, limits: QueryLimits = {}): () => Query {
  const dice = new Dice(seed)
  const { catalog } = source
  const times = [...catalog.dimensions.values()].filter((d) => d.kind === 'time').map((d) => d.id)
  return () => {
    const measures = measuresOf(dice, source, limits)
    const dimensions = dimensionsFor(dice, measures, source, limits)
    const time = (limits.mostBy ?? 3) > 0 && dice.chance(0.4) ? [dice.one(times)] : []
    const across = dice.some(dimensions, Math.max(0, dice.upTo(limits.mostBy ?? 3) - time.length))
    const by = dice.some([...across, ...time], across.length + time.length)
    const filters = dice.some(dimensions, dice.upTo(limits.mostFilters ?? 4)).map((id) => filterOf(dice, id, source))
    const shapes = limits.shapes ?? true
    return {
      measures,
      by,
      filters: filters.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1)),
      ...period(dice, source),
      ...(dice.chance(0.3) && { since: dayBetween(dice, source.first, source.last) }),
      ...(dice.chance(0.3) && { base: dayBetween(dice, source.first, source.last) }),
      ...(shapes && shape(dice, measures, by, catalog)),
      totals: shapes && dice.chance(0.4),
    }
  }
}

/** So many random queries. */
export function randomQueries(n: number, seed: number, source: QuerySource, limits: QueryLimits = {}): Query[] {
  const next = queryGenerator(seed, source, limits)
  return Array.from({ length: n }, next)
}
