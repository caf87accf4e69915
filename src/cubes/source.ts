import type { Catalog, FactWithSql } from '#catalog'
import { dialect, type Engine } from '#engine'
import { daySql } from './days.ts'

/** What is read of a fact: each dimension as codes, the dates as numbers of days, the conditions as bits. */
export interface FactSource {
  readonly fact: FactWithSql
  readonly rows: number
  /** Dimensions that can be coded, with their codes in order. */
  readonly dimensions: readonly { readonly id: string; readonly codes: readonly string[] }[]
  /** Date columns: of an event one, of an interval two, then those by which something is settled, or from which days are counted. */
  readonly dates: readonly string[]
  /** Conditions of measures over the fact; the first is none. */
  readonly conditions: readonly string[]
  /** Yields the dimensions, the bits of the conditions, the dates; the text in brackets follows `FROM`. */
  sql(sample?: string): string
}

/** A bit each, in four bytes. */
const mostConditions = 30
const mostCodes = 65_000

/** Conditions that counts of a fact are filtered by, the empty one first. */
export function conditionsOf(fact: string, catalog: Catalog): string[] {
  const found = new Set(['true'])
  for (const m of catalog.measures.values()) {
    if ((m.kind !== 'flow' && m.kind !== 'stock' && m.kind !== 'duration') || m.fact !== fact) continue
    if (m.where !== undefined) found.add(m.where)
    if (m.kind === 'flow' && m.needs !== undefined) found.add(m.needs)
  }
  return [...found].slice(0, mostConditions)
}

/** Dates from which durations over a fact are counted. */
function startsOf(fact: FactWithSql, catalog: Catalog): string[] {
  const measures = [...catalog.measures.values()]
  return [...new Set(measures.flatMap((m) => (m.kind === 'duration' && m.fact === fact.id ? [m.start] : [])))]
}

function datesOf(fact: FactWithSql, catalog: Catalog, starts: readonly string[]): string[] {
  const settled = [...catalog.measures.values()].flatMap((m) =>
    m.kind === 'flow' && m.fact === fact.id && m.settledBy !== undefined ? [m.settledBy] : [],
  )
  return [...new Set([fact.date, ...(fact.until === undefined ? [] : [fact.until]), ...settled, ...starts])]
}

async function typesOf(engine: Engine, fact: string): Promise<Map<string, string>> {
  const rows = await engine.query(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'facts' AND table_name = $1`,
    [fact],
  )
  return new Map(rows.map((r) => [String(r['name']), String(r['type'])]))
}

/** The values of a closed set, from its type as the engine writes it: `ENUM('yes', 'no')`. */
function valuesOf(type: string): string[] | undefined {
  if (!type.startsWith('ENUM(')) return undefined
  return [...type.matchAll(/'((?:[^']|'')*)'/g)].map(([, value = '']) => value.replaceAll("''", "'"))
}

/** Dimensions of a fact with SQL for their codes: those whose codes are a closed set. */
function codedDimensions(
  dimensions: readonly string[],
  types: ReadonlyMap<string, string>,
): { id: string; codes: readonly string[]; sql: string }[] {
  return dimensions.flatMap((id) => {
    const codes = valuesOf(types.get(id) ?? '')
    if (codes === undefined || codes.length > mostCodes) return []
    return [{ id, codes, sql: `CAST(enum_code("${id}") AS USMALLINT)` }]
  })
}

/** Whether a row can ever be counted: it happened, or began, by the last day. */
function counted(fact: FactWithSql, asOf: string): string {
  return `"${fact.date}" <= ${dialect.date(asOf)}`
}

/** Looks at a fact; undefined when it has nothing that could be counted fast. */
export async function openSource(
  engine: Engine,
  fact: FactWithSql,
  catalog: Catalog,
  asOf: string,
): Promise<FactSource | undefined> {
  const from = `facts."${fact.id}"`
  const types = await typesOf(engine, fact.id)
  // A fact that is built later gets its cube then.
  if (types.size === 0) return undefined
  const held = fact.dimensions.filter((id) => types.has(id))
  // A dimension in which a value is missing is left to the engine.
  const missing = held.map((id) => `count(*) - count("${id}") AS "${id}"`)
  const starts = startsOf(fact, catalog).filter((id) => types.has(id))
  const fields = [
    'count(*) AS n',
    `min("${fact.date}") < DATE '1900-01-01' AS old`,
    ...missing,
    ...starts.map((id) => `coalesce(min("${id}") < DATE '1900-01-01', false) AS "old ${id}"`),
  ]
  const [size] = await engine.query(`SELECT ${fields.join(', ')} FROM ${from} WHERE ${counted(fact, asOf)}`)
  const rows = Number(size?.['n'] ?? 0)
  if (rows === 0 || size?.['old'] !== false) return undefined
  const whole = held.filter((id) => size[id] === 0)
  const dimensions = codedDimensions(whole, types)
  if (dimensions.length === 0) return undefined
  const conditions = conditionsOf(fact.id, catalog)
  const numbered = starts.filter((id) => size[`old ${id}`] === false)
  const dates = datesOf(fact, catalog, numbered)
  const bits = conditions.map((where, i) => `CASE WHEN ${where} THEN ${2 ** i} ELSE 0 END`).join(' + ')
  const read = [
    ...dimensions.map((d) => d.sql),
    `CAST(${bits} AS UINTEGER)`,
    ...dates.map((d) => daySql(`"${d}"`, asOf)),
  ]
  return {
    fact,
    rows,
    dimensions,
    dates,
    conditions,
    sql: (sample) => `SELECT ${read.join(', ')} FROM ${from} ${sample ?? ''} WHERE ${counted(fact, asOf)}`,
  }
}
