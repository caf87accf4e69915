import { type Catalog, nearest, type Tool } from '#catalog'
import { UsageError } from '#errors'
import type { Filter } from '../../query/query.ts'
import { choicesOf, knows, leadIds, panesFor } from './choices.ts'
import { columnOf } from './columns.ts'

export const figures = ['chart', 'table', 'text'] as const
export type Figure = (typeof figures)[number]

export const chartKinds = ['bars', 'lines', 'multiples', 'dots', 'map'] as const
export type ChartKind = (typeof chartKinds)[number]

export const grains = ['month', 'fiscal_year', 'calendar_year'] as const
export type Grain = (typeof grains)[number]

export const units = ['number', 'percent', 'index'] as const
export type Unit = (typeof units)[number]

/** What a tool's address says: the question, and how it is looked at. */
export interface View {
  /** The measure that is counted, perhaps a rival definition: `pending@eoir`. */
  readonly measure: string
  /** By dimension, in the catalog's order. */
  readonly filters: readonly Filter[]
  readonly from: string
  readonly to: string | undefined
  readonly since: string | undefined
  readonly base: string | undefined
  readonly release: string | undefined
  readonly sort: { readonly column: string; readonly descending: boolean } | undefined
  readonly panes: readonly string[]
  readonly rate: string
  readonly figure: Figure
  /** How the figure is drawn; undefined = as suits the measure. */
  readonly drawn: ChartKind | undefined
  readonly grain: Grain
  readonly unit: Unit
  /** Dimension whose members are drawn apart. */
  readonly split: string | undefined
  /** Smallest base for a rate, where it is not the tool's. */
  readonly min: string | undefined
  /** Panes that show all their rows. */
  readonly more: readonly string[]
  /** What is looked for, by pane. */
  readonly finds: readonly string[]
  /** The filter whose list is open, and what is looked for in it. */
  readonly pick: string | undefined
  readonly pickFind: string
}

const queryWords = ['from', 'to', 'since', 'base', 'release', 'sort', 'min'] as const
const pageWords = ['measure', 'panes', 'rate', 'chart', 'drawn', 'time', 'unit', 'split', 'more', 'pick', 'q'] as const
const findWord = /^find([1-9])$/

/** Repeated words are one list: a form sends `court=LOS&court=DEN`. */
function listOf(params: URLSearchParams, word: string): readonly string[] {
  return [...new Set(piecesOf(params, word))]
}

function piecesOf(params: URLSearchParams, word: string): readonly string[] {
  const parts = params.getAll(word).flatMap((value) => value.split(','))
  return parts.map((p) => p.trim()).filter((p) => p !== '')
}

function oneOf(params: URLSearchParams, word: string): string | undefined {
  return listOf(params, word).at(-1)
}

function choiceOf<T extends string>(word: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value)
  if (found !== undefined) return found
  throw new UsageError(`“${value}” is no choice for ${word}.`, {
    code: 'unknown-choice',
    value: `${word}=${value}`,
    allowed: allowed.join(', '),
    nearest: nearest(value, allowed),
    hint: `choose one of these for ${word}`,
  })
}

function filterOf(dimension: string, values: readonly string[]): Filter {
  const out = values.filter((v) => v.startsWith('!'))
  const exclude = out.length > 0
  if (exclude && out.length < values.length) {
    throw new UsageError(`${dimension} mixes what is wanted with what is not.`, {
      code: 'mixed-filter',
      value: `${dimension}=${values.join(',')}`,
      allowed: `${dimension}=LOS,DEN or ${dimension}=!LOS,!DEN`,
      hint: 'write all values with ! or none',
    })
  }
  return { dimension, exclude, values: values.map((v) => v.replace(/^!/, '')).sort() }
}

function sortOf(text: string | undefined, catalog: Catalog): View['sort'] {
  if (text === undefined) return undefined
  const column = text.replace(/^-/, '')
  if (columnOf(catalog, column) === undefined) {
    choiceOf('sort', column, [...catalog.measures.keys(), ...catalog.dimensions.keys()])
  }
  return { column, descending: text.startsWith('-') }
}

export const mostPanes = 5
export const leastPanes = 2

function panesOf(params: URLSearchParams, tool: Tool, catalog: Catalog, measure: string): readonly string[] {
  const choices = choicesOf(tool, catalog, measure)
  const usual = panesFor(tool, catalog, measure)
  const asked = piecesOf(params, 'panes').map((p) => choiceOf('panes', p, choices))
  if (asked.length > mostPanes) {
    throw new UsageError(`A page holds at most ${mostPanes} panes; this address asks for ${asked.length}.`, {
      code: 'too-many-panes',
      value: `panes=${asked.join(',')}`,
      allowed: `${leastPanes} to ${mostPanes}`,
      hint: 'leave some out',
    })
  }
  if (asked.length === 0) return usual
  return asked.length >= leastPanes
    ? asked
    : [...asked, ...usual.filter((p) => !asked.includes(p))].slice(0, leastPanes)
}

/** Filters that a tool knows: the dimensions of what it counts that are codes. */
export function filterable(tool: Tool, catalog: Catalog, measure: string): readonly string[] {
  return choicesOf(tool, catalog, measure).filter((id) => catalog.dimensions.get(id)?.kind === 'code')
}

function checkWords(params: URLSearchParams, known: readonly string[]): void {
  for (const word of params.keys()) {
    if (known.includes(word) || findWord.test(word)) continue
    throw new UsageError(`This page knows no word “${word}”.`, {
      code: 'unknown-word',
      value: word,
      allowed: known.join(', '),
      nearest: nearest(word, known),
      hint: `take ${word} out of the address`,
    })
  }
}

/** What is counted must know what it is filtered by: hearings have no nationality. */
function checkFilters(filters: readonly Filter[], tool: Tool, catalog: Catalog, measure: string): void {
  const foreign = filters.find((f) => !knows(catalog, measure, f.dimension))
  if (foreign === undefined) return
  throw new UsageError(`${measure} cannot be filtered by ${foreign.dimension}.`, {
    code: 'filter-not-applicable',
    value: `${foreign.dimension}=${foreign.values.join(',')}`,
    allowed: filterable(tool, catalog, measure).join(', '),
    hint: `take ${foreign.dimension} out of the address`,
  })
}

const unlessDefault = (value: string | undefined, usual: string | undefined) => (value === usual ? undefined : value)

const isDay = (text: string) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`))

/** Reads an address. What it cannot read is a UsageError that names the nearest thing it can. */
export function parseView(params: URLSearchParams, tool: Tool, catalog: Catalog): View {
  const dimensions = [...catalog.dimensions.keys()].filter((id) => catalog.dimensions.get(id)?.kind === 'code')
  checkWords(params, [...dimensions, ...queryWords, ...pageWords])
  const pick = oneOf(params, 'pick')
  const measure = choiceOf('measure', oneOf(params, 'measure') ?? tool.measures[0]?.id ?? '', leadIds(tool, catalog))
  const split = oneOf(params, 'split')
  const drawn = oneOf(params, 'drawn')
  const panes = panesOf(params, tool, catalog, measure)
  const filters = dimensions
    .filter((id) => listOf(params, id).length > 0)
    .map((dimension) => filterOf(dimension, listOf(params, dimension)))
  checkFilters(filters, tool, catalog, measure)
  const from = oneOf(params, 'from') ?? tool.from ?? ''
  const began = firstDay(from)
  const since = unlessDefault(oneOf(params, 'since'), began)
  const dayOne = since ?? began
  return {
    measure,
    filters,
    from,
    to: oneOf(params, 'to'),
    since,
    base: unlessDefault(oneOf(params, 'base'), dayOne === undefined || !isDay(dayOne) ? undefined : dayBefore(dayOne)),
    release: oneOf(params, 'release'),
    sort: sortOf(oneOf(params, 'sort'), catalog),
    panes,
    rate: choiceOf('rate', oneOf(params, 'rate') ?? tool.rates[0] ?? 'both', [...tool.rates, 'both']),
    figure: choiceOf('chart', oneOf(params, 'chart') ?? 'chart', figures),
    drawn: drawn === undefined ? undefined : choiceOf('drawn', drawn, chartKinds),
    grain: choiceOf('time', oneOf(params, 'time') ?? 'month', grains),
    unit: choiceOf('unit', oneOf(params, 'unit') ?? 'number', units),
    split: split === undefined ? undefined : choiceOf('split', split, filterable(tool, catalog, measure)),
    min: oneOf(params, 'min'),
    more: listOf(params, 'more'),
    finds: panes.map((_, i) => params.get(`find${i + 1}`)?.trim() ?? ''),
    pick: pick === undefined ? undefined : choiceOf('pick', pick, dimensions),
    pickFind: pick === undefined ? '' : (params.get('q')?.trim() ?? ''),
  }
}

function printFilter(filter: Filter): string {
  return filter.values.map((v) => (filter.exclude ? `!${v}` : v)).join(',')
}

/** The words of an address, in one order, leaving out what goes without saying. */
export function printView(view: View, tool: Tool, catalog: Catalog): readonly (readonly [string, string])[] {
  const usual = panesFor(tool, catalog, view.measure)
  const words: [string, string | undefined][] = [
    ['measure', view.measure === tool.measures[0]?.id ? undefined : view.measure],
    ...view.filters.map((f): [string, string] => [f.dimension, printFilter(f)]),
    ['from', view.from === tool.from ? undefined : view.from],
    ['to', view.to],
    ['since', view.since],
    ['base', view.base],
    ['release', view.release],
    ['sort', view.sort === undefined ? undefined : `${view.sort.descending ? '-' : ''}${view.sort.column}`],
    ['panes', view.panes.join() === usual.join() ? undefined : view.panes.join(',')],
    ['rate', view.rate === (tool.rates[0] ?? 'both') ? undefined : view.rate],
    ['chart', view.figure === 'chart' ? undefined : view.figure],
    ['drawn', view.drawn],
    ['time', view.grain === 'month' ? undefined : view.grain],
    ['unit', view.unit === 'number' ? undefined : view.unit],
    ['split', view.split],
    ['min', view.min],
    ['more', view.more.join(',')],
    ...view.finds.map((find, i): [string, string] => [`find${i + 1}`, find]),
    ['pick', view.pick],
    ['q', view.pickFind],
  ]
  return words.flatMap(([word, value]) => (value === undefined || value === '' ? [] : [[word, value] as const]))
}

/** A query string that stays readable: commas, colons and stars are allowed in one as they are. */
export function search(words: readonly (readonly [string, string])[]): string {
  if (words.length === 0) return ''
  const escaped = words.map(([word, value]) => {
    const safe = encodeURIComponent(value)
      .replaceAll('%2C', ',')
      .replaceAll('%3A', ':')
      .replaceAll('%40', '@')
      .replaceAll('%20', '+')
    return `${word}=${safe}`
  })
  return `?${escaped.join('&')}`
}

/** The view with its filter on a dimension replaced; no values means no filter. What depends on it goes too. */
export function withFilter(view: View, catalog: Catalog, dimension: string, values: readonly string[]): View {
  const inner = (id: string) => catalog.dimensions.get(id)?.within === dimension
  const kept = view.filters.filter((f) => f.dimension !== dimension && !inner(f.dimension))
  const order = [...catalog.dimensions.keys()]
  const filters = values.length === 0 ? kept : [...kept, { dimension, values: [...values].sort(), exclude: false }]
  return {
    ...view,
    filters: filters.sort((a, b) => order.indexOf(a.dimension) - order.indexOf(b.dimension)),
    pick: undefined,
    pickFind: '',
  }
}

export function filterOn(view: View, dimension: string): Filter | undefined {
  return view.filters.find((f) => f.dimension === dimension)
}

/** The day before a date. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

/** The first day of a period, or undefined when it cannot be read. */
export function firstDay(period: string): string | undefined {
  const fiscal = /^FY(\d{4})$/.exec(period)?.[1]
  if (fiscal !== undefined) return `${Number(fiscal) - 1}-10-01`
  if (/^\d{4}$/.test(period)) return `${period}-01-01`
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(period)) return `${period}-01`
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? period : undefined
}

/** The last month of a period: `FY2012` → `2012-09`. */
export function lastMonth(period: string): string {
  const fiscal = /^FY(\d{4})$/.exec(period)?.[1]
  if (fiscal !== undefined) return `${fiscal}-09`
  return /^\d{4}$/.test(period) ? `${period}-12` : period.slice(0, 7)
}
