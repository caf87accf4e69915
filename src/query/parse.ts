import { type Catalog, nearest } from '#catalog'
import { UsageError } from '#errors'
import { isDate, parsePeriod } from './period.ts'
import type { Filter, Query } from './query.ts'

const words = [
  'measures',
  'by',
  'from',
  'to',
  'since',
  'base',
  'release',
  'largest',
  'min',
  'sort',
  'limit',
  'totals',
] as const
type Word = (typeof words)[number]

/** A filter with more values than this is a mistake or an attack. */
const mostValues = 500
const mostMeasures = 20
const mostDimensions = 6
const longest = 16_384
/** What is offered instead of naming every member. */
const largestInstead = 50

function fail(
  message: string,
  code: string,
  value: string,
  more: { allowed?: string; nearest?: string | undefined; hint?: string } = {},
): never {
  throw new UsageError(message, { code, value, ...more })
}

function list(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  ]
}

function known(kind: string, id: string, ids: Iterable<string>): string {
  const all = [...ids]
  if (all.includes(id)) return id
  return fail(`unknown ${kind}: ${id}`, `unknown-${kind}`, id, { nearest: nearest(id, all), allowed: all.join(', ') })
}

function wholeNumber(name: string, text: string, most: number): number {
  const n = Number(text)
  if (/^\d{1,9}$/.test(text) && n >= 1 && n <= most) return n
  return fail(`this is no number for ${name}: ${text}`, 'bad-number', text, {
    allowed: `a whole number from 1 to ${most}`,
    nearest: `${name}=${Number.isFinite(n) && n > most ? most : Math.max(1, Math.min(most, Math.round(n) || 1))}`,
  })
}

function day(name: string, text: string): string {
  if (isDate(text)) return text
  return fail(`this is no date: ${name}=${text}`, 'bad-date', text, { allowed: 'YYYY-MM-DD, such as 2011-10-01' })
}

function parseFilter(dimension: string, text: string): Filter {
  const parts = list(text)
  if (parts.length > mostValues)
    fail(`too many values for ${dimension}: ${parts.length}`, 'too-many-values', dimension, {
      allowed: `at most ${mostValues}`,
      nearest: `by=${dimension}&largest=${largestInstead}`,
      hint: 'leave the filter out, or use `largest`',
    })
  const excluded = parts.filter((p) => p.startsWith('!'))
  if (excluded.length !== 0 && excluded.length !== parts.length) {
    fail(`a filter keeps or excludes, never both: ${dimension}=${text}`, 'mixed-filter', text, {
      allowed: `${dimension}=LOS,DEN or ${dimension}=!LOS,!DEN`,
    })
  }
  return { dimension, exclude: excluded.length > 0, values: parts.map((p) => p.replace(/^!/, '')).toSorted() }
}

/** Parameters by name; repeated ones are joined, as forms send them; empty ones are as if absent. */
function collect(text: string): Map<string, string> {
  if (text.length > longest)
    fail(`this query is too long: ${text.length} characters`, 'too-long', `${text.slice(0, 40)}…`, {
      allowed: `at most ${longest}`,
    })
  const found = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(text)) {
    if (value.trim() === '') continue
    const before = found.get(name)
    found.set(name, before === undefined ? value.trim() : `${before},${value.trim()}`)
  }
  return found
}

function isWord(name: string): name is Word {
  return words.some((word) => word === name)
}

function parseFilters(found: ReadonlyMap<string, string>, catalog: Catalog): Filter[] {
  const filters: Filter[] = []
  for (const [name, value] of found) {
    if (isWord(name)) continue
    const dimension = catalog.dimensions.get(name)
    if (dimension === undefined) {
      const all = [...words, ...catalog.dimensions.keys()]
      fail(`unknown parameter: ${name}`, 'unknown-parameter', name, {
        nearest: nearest(name, all),
        allowed: all.join(', '),
      })
    }
    if (dimension.kind === 'time')
      fail(`${name} cannot be a filter`, 'time-filter', name, {
        nearest: `from=${value}&to=${value}`,
        allowed: 'from= and to= choose the period',
        hint: 'use from= and to=',
      })
    const filter = parseFilter(name, value)
    if (filter.values.length > 0) filters.push(filter)
  }
  return filters.toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1))
}

/** Columns that an answer to these measures has besides its dimensions. */
export function measureColumns(measures: readonly string[], catalog: Catalog): string[] {
  return measures.flatMap((id) => {
    const kind = catalog.measures.get(id)?.kind
    if (kind === 'rate') return [id, `${id}_numerator`, `${id}_denominator`]
    if (kind === 'duration') return [id, `${id}_median`, `${id}_p90`, `${id}_n`]
    return [id]
  })
}

function parseSort(
  text: string,
  measures: readonly string[],
  by: readonly string[],
  catalog: Catalog,
): NonNullable<Query['sort']> {
  const descending = text.startsWith('-')
  const column = text.replace(/^-/, '')
  return { column: known('sort column', column, [...by, ...measureColumns(measures, catalog)]), descending }
}

function checkOrder(from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined) return
  if (parsePeriod(from, 'from').first > parsePeriod(to, 'to').last) {
    fail(`this period ends before it begins: from=${from}&to=${to}`, 'period-backwards', `${from}..${to}`, {
      nearest: `from=${to}&to=${from}`,
    })
  }
}

const neverSummed: Readonly<Record<string, string>> = {
  stock: 'a stock is taken on a day: it adds up over places, never over time',
  rate: 'a rate is never averaged or summed: without `by` it is worked out anew from its two parts',
  duration: 'a mean of days is never averaged or summed: without `by` it is worked out anew',
  flow_to_date: 'a count to date holds the earlier ones already: take the last',
  flow: 'a flow is a sum already: without `by` it is that of the whole period',
}

/** `sum(pending)`, `avg(represented_share)`: what may be put together, and what may not, is in the measure's kind. */
function checkUnsummed(text: string, catalog: Catalog): void {
  const inner = /^(?:sum|avg|mean|total|average|max|min)[(:](.+?)\)?$/i.exec(text)?.[1]
  const measure = inner === undefined ? undefined : catalog.measures.get(inner)
  if (measure === undefined) return
  fail(`this cannot be asked: ${text}`, 'never-summed', text, {
    nearest: `measures=${measure.id}`,
    allowed: neverSummed[measure.kind] ?? 'the measure itself',
    hint: 'ask for the measure itself; `by=month` gives each month, `totals=1` the whole',
  })
}

/** Reads a query string. Raises a UsageError that names the thing, what is allowed and the nearest known word. */
export function parseQuery(text: string, catalog: Catalog): Query {
  const found = collect(text.replace(/^\?/, ''))
  const measures = list(found.get('measures') ?? '').map((id) => {
    checkUnsummed(id, catalog)
    return known('measure', id, catalog.measures.keys())
  })
  if (measures.length === 0)
    fail('a query needs at least one measure', 'no-measure', text, {
      allowed: [...catalog.measures.keys()].join(', '),
      hint: 'for instance measures=pd_closures&by=court',
    })
  if (measures.length > mostMeasures)
    fail(`too many measures: ${measures.length}`, 'too-many-measures', text, {
      allowed: `at most ${mostMeasures}`,
      nearest: `measures=${measures.slice(0, mostMeasures).join(',')}`,
    })
  const by = list(found.get('by') ?? '').map((id) => known('dimension', id, catalog.dimensions.keys()))
  if (by.length > mostDimensions)
    fail(`too many dimensions: ${by.length}`, 'too-many-dimensions', by.join(','), {
      allowed: `at most ${mostDimensions}`,
      nearest: `by=${by.slice(0, mostDimensions).join(',')}`,
    })
  const times = by.filter((id) => catalog.dimensions.get(id)?.kind === 'time')
  if (times.length > 1)
    fail(`one dimension of time at once: ${times.join(', ')}`, 'two-times', times.join(','), {
      allowed: times.join(' or '),
      nearest: `by=${by.filter((id) => id === times[0] || !times.includes(id)).join(',')}`,
    })
  const get = (word: Word): string | undefined => found.get(word)
  const [from, to, since, base, release, sort] = [
    get('from'),
    get('to'),
    get('since'),
    get('base'),
    get('release'),
    get('sort'),
  ]
  for (const [name, value] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (value !== undefined) parsePeriod(value, name)
  checkOrder(from, to)
  const number = (word: 'largest' | 'min' | 'limit', most: number): number | undefined => {
    const value = get(word)
    return value === undefined ? undefined : wholeNumber(word, value, most)
  }
  const [largest, min, limit] = [number('largest', 1_000_000), number('min', 1_000_000_000), number('limit', 1_000_000)]
  const totals = get('totals')
  if (totals !== undefined && totals !== '1' && totals !== '0')
    fail(`this is no value for totals: ${totals}`, 'bad-flag', totals, { allowed: '1 or 0' })
  return {
    measures,
    by,
    filters: parseFilters(found, catalog),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(since !== undefined && { since: day('since', since) }),
    ...(base !== undefined && { base: day('base', base) }),
    ...(release !== undefined && { release }),
    ...(largest !== undefined && { largest }),
    ...(min !== undefined && { min }),
    ...(sort !== undefined && { sort: parseSort(sort, measures, by, catalog) }),
    ...(limit !== undefined && { limit }),
    totals: totals === '1',
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',').replaceAll('%40', '@')
}

/** The normal form of a query: parameters sorted, nothing that is a default. `parseQuery(printQuery(q))` equals `q`. */
export function printQuery(query: Query): string {
  const parts = new Map<string, string>()
  parts.set('measures', query.measures.join(','))
  if (query.by.length > 0) parts.set('by', query.by.join(','))
  for (const f of query.filters) parts.set(f.dimension, f.values.map((v) => (f.exclude ? `!${v}` : v)).join(','))
  for (const word of ['from', 'to', 'since', 'base', 'release', 'largest', 'min', 'limit'] as const) {
    const value = query[word]
    if (value !== undefined) parts.set(word, String(value))
  }
  if (query.sort !== undefined) parts.set('sort', `${query.sort.descending ? '-' : ''}${query.sort.column}`)
  if (query.totals) parts.set('totals', '1')
  return [...parts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${encode(value)}`)
    .join('&')
}
