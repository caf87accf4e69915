import type { Catalog, Language, Tool } from '#catalog'
import type { Filter } from '../../query/query.ts'
import type { Result } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import { knows, toldOf } from './choices.ts'
import { columnsOf, measuresOf, monthlyColumnsOf } from './columns.ts'
import { firstDay, type View } from './view.ts'

/** What an explorer page rests on. */
export interface Ground {
  readonly tool: Tool
  readonly catalog: Catalog
  readonly language: Language
  readonly view: View
}

/** A fiscal year is a period: its own pane ignores a period that is one fiscal year, and so shows the years around it. */
export function isOneYear(view: View): boolean {
  return view.from === view.to && /^(FY)?\d{4}$/.test(view.from)
}

/** A question of the page, before the tool's own filters and the period join it. */
export interface Asked {
  readonly columns: readonly string[]
  readonly by?: readonly string[]
  readonly filters: readonly Filter[]
  readonly anyPeriod?: boolean
  readonly largest?: { readonly column: string; readonly count: number }
}

/** The filters that the tool always has, where the reader has none of their own. */
function withTools({ tool, view }: Ground, filters: readonly Filter[]): readonly Filter[] {
  const only = toldOf(tool, view.measure).only ?? []
  return [...filters, ...only.filter((o) => !filters.some((f) => f.dimension === o.dimension))]
}

/** A question as text, so that what a reader wrote in the address is checked as every query is. */
export function queryText(ground: Ground, asked: Asked): string {
  const { tool, view, catalog } = ground
  const from = asked.anyPeriod === true ? (tool.from ?? '') : view.from
  const words = new URLSearchParams({ measures: measuresOf(catalog, asked.columns).join(','), totals: '1' })
  const by = asked.by ?? []
  if (by.length > 0) words.set('by', by.join(','))
  for (const f of withTools(ground, asked.filters)) {
    words.set(f.dimension, f.values.map((v) => (f.exclude ? `!${v}` : v)).join(','))
  }
  const min = view.min ?? tool.min?.toString()
  const rest: readonly (readonly [string, string | undefined])[] = [
    ['from', from],
    ['to', asked.anyPeriod === true ? undefined : view.to],
    ['since', view.since ?? firstDay(from)],
    ['base', view.base],
    ['release', view.release],
    ['min', min],
    ['sort', asked.largest === undefined ? undefined : `-${asked.largest.column}`],
    ['limit', asked.largest?.count.toString()],
  ]
  for (const [word, value] of rest) if (value !== undefined && value !== '') words.set(word, value)
  return words.toString()
}

/**
 * A pane has every filter but its own and those of dimensions within its own: a chosen hearing location
 * leaves all courts in their pane, so that a chosen row never stands alone.
 */
export function paneFilters({ catalog, view }: Pick<Ground, 'catalog' | 'view'>, dimension: string): readonly Filter[] {
  const own = (id: string): boolean => id === dimension || catalog.dimensions.get(id)?.within === dimension
  return view.filters.filter((f) => !own(f.dimension))
}

/** The question of a pane. */
export function paneAsked(ground: Ground, dimension: string): Asked {
  const time = ground.catalog.dimensions.get(dimension)?.kind === 'time'
  return {
    columns: columnsOf(ground),
    by: [dimension],
    filters: paneFilters(ground, dimension),
    anyPeriod: time && isOneYear(ground.view),
  }
}

/** Most lines in one chart, and most small charts side by side. */
export const mostSeries = { together: 4, apart: 9 } as const

/** The members of the split that are drawn: those that are filtered for, else the largest. */
async function membersOf(service: QueryService, ground: Ground, split: string): Promise<readonly string[]> {
  const { view, language } = ground
  const most = view.drawn === 'multiples' ? mostSeries.apart : mostSeries.together
  const filter = view.filters.find((f) => f.dimension === split && !f.exclude)
  if (filter !== undefined && filter.values.length >= 2 && filter.values.length <= most) return filter.values
  const filters = filter === undefined ? view.filters : view.filters.filter((f) => f.dimension !== split)
  const column = sizeColumn(ground)
  const asked = { columns: [view.measure, column], by: [split], filters, largest: { column, count: most + 1 } }
  const { rows } = await service.run(queryText(ground, asked), language)
  const codes = rows.flatMap((row) => (typeof row[split] === 'string' ? [row[split]] : [])).filter((c) => c !== 'none')
  const own = filter?.values ?? []
  return [...new Set([...own, ...codes])].slice(0, most)
}

/** The column that says how large a member is: the base of a rate, the number behind a duration. */
export function sizeColumn({ catalog, view }: Ground): string {
  const kind = catalog.measures.get(view.measure)?.kind
  if (kind === 'rate') return `${view.measure}_denominator`
  return kind === 'duration' ? `${view.measure}_n` : view.measure
}

/** The answers behind the figure. */
export interface FigureAnswers {
  /** By period, under every filter. */
  readonly whole: Result
  /** By period and member of the split. */
  readonly split: Result | undefined
  readonly members: readonly string[]
  /** By period: what a percentage is of. */
  readonly base: Result | undefined
  /** By the dimension of a map or a dot plot. */
  readonly ranked: Result | undefined
  /** By the dimension whose members have places, beside a map of states. */
  readonly placed: Result | undefined
}

/** The dimension of the dots or of the map, if the figure is one. */
export function rankedBy({ view }: Ground): string | undefined {
  if (view.drawn === 'map') return 'court_state'
  return view.drawn === 'dots' ? (view.split ?? view.panes[0]) : undefined
}

/** The dimension of the map whose members have places, if the figure is a map. */
export function placedBy({ view, catalog }: Ground): string | undefined {
  if (view.drawn !== 'map') return undefined
  return [...catalog.dimensions.values()].find((d) => d.places !== undefined && knows(catalog, view.measure, d.id))?.id
}

async function askFigure(service: QueryService, ground: Ground): Promise<FigureAnswers> {
  const { view, language } = ground
  const columns = monthlyColumnsOf(ground)
  const run = (asked: Asked) => service.run(queryText(ground, asked), language)
  const time = view.grain
  const ranked = rankedBy(ground)
  const placed = placedBy(ground)
  const split = ranked === undefined ? view.split : undefined
  const members = split === undefined ? [] : await membersOf(service, ground, split)
  const others = view.filters.filter((f) => f.dimension !== split)
  const chosen = split === undefined ? [] : [{ dimension: split, values: members, exclude: false }]
  const [whole, parts, base, ranks, places] = await Promise.all([
    run({ columns, by: [time], filters: view.filters }),
    split === undefined || members.length === 0
      ? undefined
      : run({ columns, by: [split, time], filters: [...others, ...chosen] }),
    view.unit === 'percent' ? run({ columns, by: [time], filters: split === undefined ? [] : others }) : undefined,
    ranked === undefined ? undefined : run(paneAsked(ground, ranked)),
    placed === undefined ? undefined : run(paneAsked(ground, placed)),
  ])
  return { whole, split: parts, members, base, ranked: ranks, placed: places }
}

/** The receipts of all that a figure shows, with spaces between. */
export function receiptsOf({ whole, split, base, ranked, placed }: FigureAnswers): string {
  return [whole, split, base, ranked, placed].flatMap((result) => result?.receipt ?? []).join(' ')
}

export interface Answers {
  /** One row: every filter. */
  readonly whole: Result
  /** One row: no filter; undefined when there is none. */
  readonly country: Result | undefined
  readonly figure: FigureAnswers
  readonly panes: readonly Result[]
}

/** Asks everything that the page shows, at once. */
export async function askAll(service: QueryService, ground: Ground): Promise<Answers> {
  const { view, language } = ground
  const columns = columnsOf(ground)
  const run = (asked: Asked) => service.run(queryText(ground, asked), language)
  const [whole, country, figure, ...panes] = await Promise.all([
    run({ columns, filters: view.filters }),
    view.filters.length === 0 ? undefined : run({ columns, filters: [] }),
    askFigure(service, ground),
    ...view.panes.map((dimension) => run(paneAsked(ground, dimension))),
  ])
  return { whole, country, figure, panes }
}
