import type { Catalog, FactWithSql } from '#catalog'
import { dialect, type Engine } from '#engine'
import { daySql } from './days.ts'

/** What is read of a fact: each dimension as codes, the dates as numbers of days, the conditions as bits. */
export interface FactSource {
  readonly fact: FactWithSql
  readonly rows: number
  /** Dimensions that can be coded, with their codes in order. */
  readonly dimensions: readonly { readonly id: string; readonly codes: readonly string[] }[]
  /** Date columns: of an event one, of an interval two, then those by which something is settled. */
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
    if ((m.kind !== 'flow' && m.kind !== 'stock') || m.fact !== fact) continue
    if (m.where !== undefined) found.add(m.where)
    if (m.kind === 'flow' && m.needs !== undefined) found.add(m.needs)
  }
  return [...found].slice(0, mostConditions)
}

function datesOf(fact: FactWithSql, catalog: Catalog): string[] {
  const settled = [...catalog.measures.values()].flatMap((m) =>
    m.kind === 'flow' && m.fact === fact.id && m.settledBy !== undefined ? [m.settledBy] : [],
  )
  return [...new Set([fact.date, ...(fact.until === undefined ? [] : [fact.until]), ...settled])]
}

async function typesOf(engine: Engine, fact: string): Promise<Map<string, string>> {
  const rows = await engine.query(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'facts' AND table_name = $1`,
    [fact],
  )
  return new Map(rows.map((r) => [String(r['name']), String(r['type'])]))
}

interface Coded {
  readonly codes: string[]
  readonly sql: string
}

async function texts(engine: Engine, sql: string): Promise<string[]> {
  return (await engine.query(sql)).map((row) => String(row['code']))
}

/** A column of text is coded by the codes that the release knows; one of a closed set has its own. */
async function coded(engine: Engine, fact: string, id: string, type: string): Promise<Coded> {
  const column = `"${id}"`
  if (type.startsWith('ENUM')) {
    const codes = await texts(
      engine,
      `SELECT unnest(enum_range(${column})) AS code FROM (SELECT ${column} FROM facts."${fact}" LIMIT 1)`,
    )
    return { codes, sql: `enum_code(${column})` }
  }
  const codes = await texts(
    engine,
    `SELECT code FROM facts.member WHERE dimension = ${dialect.text(id)} AND used ORDER BY code`,
  )
  return { codes, sql: `enum_code(CAST(${column} AS ENUM(${codes.map(dialect.text).join(', ')})))` }
}

/** Dimensions of a fact with SQL for their codes. One in which a value is missing is left to the engine. */
async function codedDimensions(
  engine: Engine,
  fact: FactWithSql,
): Promise<{ id: string; codes: string[]; sql: string }[]> {
  const types = await typesOf(engine, fact.id)
  const held = fact.dimensions.filter((id) => types.has(id))
  const [empty] = await engine.query(
    `SELECT ${held.map((id) => `CAST(count(*) - count("${id}") AS BIGINT) AS "${id}"`).join(', ')} FROM facts."${fact.id}"`,
  )
  const found: { id: string; codes: string[]; sql: string }[] = []
  for (const id of held) {
    if (empty?.[id] !== 0) continue
    const { codes, sql } = await coded(engine, fact.id, id, types.get(id) ?? '')
    if (codes.length > 0 && codes.length <= mostCodes) found.push({ id, codes, sql: `CAST(${sql} AS USMALLINT)` })
  }
  return found
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
  const [size] = await engine.query(
    `SELECT count(*) AS n, CAST(coalesce(min("${fact.date}") < DATE '1900-01-01', false) AS INTEGER) AS old FROM ${from} WHERE ${counted(fact, asOf)}`,
  )
  const rows = Number(size?.['n'] ?? 0)
  if (rows === 0 || size?.['old'] !== 0) return undefined
  const dimensions = await codedDimensions(engine, fact)
  if (dimensions.length === 0) return undefined
  const conditions = conditionsOf(fact.id, catalog)
  const dates = datesOf(fact, catalog)
  const bits = conditions.map((where, i) => `CASE WHEN ${where} THEN ${2 ** i} ELSE 0 END`).join(' + ')
  const fields = [
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
    sql: (sample) => `SELECT ${fields.join(', ')} FROM ${from} ${sample ?? ''} WHERE ${counted(fact, asOf)}`,
  }
}
