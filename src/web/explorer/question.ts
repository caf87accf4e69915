import type { Catalog, Language, Tool } from '#catalog'
import type { Filter, Query } from '../../query/query.ts'
import type { Result } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import { firstDay, type View } from './view.ts'

/** What an explorer page rests on. */
export interface Ground {
  readonly tool: Tool
  readonly catalog: Catalog
  readonly language: Language
  readonly view: View
}

function denominator(catalog: Catalog, rate: string): readonly string[] {
  const measure = catalog.measures.get(rate)
  return measure?.kind === 'rate' ? [measure.per] : []
}

/** The measures of a pane's columns under the chosen rate, in the tool's order. */
export function columnsOf({ tool, catalog, view }: Ground): readonly string[] {
  const first = tool.measures.slice(0, 1)
  const rates = view.rate === 'both' ? tool.rates : [view.rate]
  return [...first, ...rates.flatMap((rate) => [...denominator(catalog, rate), rate])]
}

/** The measures that can be told month by month: no stock on one fixed day, nothing over it. */
export function monthlyColumnsOf(ground: Ground): readonly string[] {
  const fixed = (id: string): boolean => {
    const m = ground.catalog.measures.get(id)
    if (m?.kind === 'rate') return fixed(m.per)
    return m?.kind === 'stock' || m?.kind === 'flow_to_date'
  }
  return columnsOf(ground).filter((id) => !fixed(id))
}

/** A fiscal year is a period: its own pane ignores a period that is one fiscal year, and so shows the years around it. */
export function isOneYear(view: View): boolean {
  return view.from === view.to && view.from.startsWith('FY')
}

interface Asked {
  readonly measures: readonly string[]
  readonly by?: string
  readonly filters: readonly Filter[]
  readonly anyPeriod?: boolean
}

function queryOf({ tool, view }: Ground, asked: Asked): Query {
  const from = asked.anyPeriod === true ? (tool.from ?? '') : view.from
  const to = asked.anyPeriod === true ? undefined : view.to
  const since = view.since ?? firstDay(from)
  return {
    measures: asked.measures,
    by: asked.by === undefined ? [] : [asked.by],
    filters: asked.filters,
    ...(from !== '' && { from }),
    ...(to !== undefined && { to }),
    ...(since !== undefined && { since }),
    ...(view.base !== undefined && { base: view.base }),
    ...(view.release !== undefined && { release: view.release }),
    totals: true,
  }
}

/**
 * A pane has every filter but its own and those of dimensions within its own: a chosen hearing location
 * leaves all courts in their pane, so that a chosen row never stands alone.
 */
export function paneFilters({ catalog, view }: Pick<Ground, 'catalog' | 'view'>, dimension: string): readonly Filter[] {
  const own = (id: string): boolean => id === dimension || catalog.dimensions.get(id)?.within === dimension
  return view.filters.filter((f) => !own(f.dimension))
}

export function paneQuery(ground: Ground, dimension: string): Query {
  const time = ground.catalog.dimensions.get(dimension)?.kind === 'time'
  return queryOf(ground, {
    measures: columnsOf(ground),
    by: dimension,
    filters: paneFilters(ground, dimension),
    anyPeriod: time && isOneYear(ground.view),
  })
}

/** As text, so that what a reader wrote in the address is checked as every query is. */
function textOf(query: Query): string {
  const words = new URLSearchParams({ measures: query.measures.join(','), totals: '1' })
  if (query.by.length > 0) words.set('by', query.by.join(','))
  for (const f of query.filters) words.set(f.dimension, f.values.map((v) => (f.exclude ? `!${v}` : v)).join(','))
  for (const word of ['from', 'to', 'since', 'base', 'release'] as const) {
    const value = query[word]
    if (value !== undefined) words.set(word, value)
  }
  return words.toString()
}

export interface Answers {
  /** One row: every filter. */
  readonly whole: Result
  /** One row: no filter; undefined when there is none. */
  readonly country: Result | undefined
  readonly months: Result
  readonly panes: readonly Result[]
}

/** Asks everything that the page shows, at once. */
export async function askAll(service: QueryService, ground: Ground): Promise<Answers> {
  const { view, language } = ground
  const measures = columnsOf(ground)
  const run = (query: Query) => service.run(textOf(query), language)
  const [whole, country, months, ...panes] = await Promise.all([
    run(queryOf(ground, { measures, filters: view.filters })),
    view.filters.length === 0 ? undefined : run(queryOf(ground, { measures, filters: [] })),
    run(queryOf(ground, { measures: monthlyColumnsOf(ground), by: 'month', filters: view.filters })),
    ...view.panes.map((dimension) => run(paneQuery(ground, dimension))),
  ])
  return { whole, country, months, panes }
}
