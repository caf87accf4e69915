import type { BridgeReason, Catalog, Flow, Language, Stock } from '#catalog'
import { dialect, type SqlRow } from '#engine'
import { MismatchError, UsageError } from '#errors'
import { between, blockOf, intervalOf, openOn } from './compile.ts'
import { type Pair, pairOf } from './pair.ts'
import { parseQuery, printQuery } from './parse.ts'
import type { Query } from './query.ts'
import { numberIn, type Result } from './result.ts'
import { lacking, type Scope, scopeOf } from './scope.ts'

/** Things that are counted by one measure and not by the other, for one reason. */
export interface ComparedRow {
  /** Id of the reason; `none_written` where none is written down. */
  readonly reason: string
  readonly text: string
  /** A code of the dimension by which the reason is told; absent for the reason as a whole. */
  readonly code?: string
  readonly label?: string
  readonly only_from: number
  readonly only_to: number
  /** `only_to` − `only_from`. */
  readonly difference: number
}

export interface ComparedMeasure {
  readonly id: string
  readonly name: string
  /** A share for two rates, else a count. */
  readonly value: number
  readonly count: number
}

/** How one number leads to another: the differences of `rows` sum to `difference`. */
export interface Comparison {
  /** The question in its normal form, without what makes it a comparison. */
  readonly query: string
  readonly from: ComparedMeasure
  readonly to: ComparedMeasure
  /** Count of `to` − count of `from`. */
  readonly difference: number
  /** What both counts are divided by, for two rates. */
  readonly base?: number
  readonly unit: string
  /** Every reason, each with its codes where it is told by a dimension. */
  readonly rows: readonly ComparedRow[]
  /** Counted by both. */
  readonly both: number
}

const noneWritten: BridgeReason = {
  id: 'none_written',
  says: { en: 'Counted by one and not by the other', es: 'Contados por una y no por la otra' },
  when: 'TRUE',
}

/** Reads the question of a comparison: two measures, filters, a period, and at most one dimension to tell it by. */
export function parseComparison(text: string, catalog: Catalog): Query {
  const parameters = new URLSearchParams(text)
  parameters.delete('compare')
  const query = parseQuery(parameters.toString(), catalog)
  const bad = (message: string, value: string, allowed: string): never => {
    throw new UsageError(message, {
      code: 'bad-comparison',
      value,
      allowed,
      hint: 'a bridge is one sum, so it takes no ranks and no rows of time',
    })
  }
  if (query.measures.length !== 2)
    bad(
      `a comparison is of two measures, not ${query.measures.length}`,
      query.measures.join(','),
      'measures=closures,closures@eoir',
    )
  for (const word of ['largest', 'min', 'sort', 'limit'] as const)
    if (query[word] !== undefined) bad(`a comparison takes no ${word}`, word, 'filters, from, to, base, release, by')
  if (query.by.length > 1)
    bad('a comparison is told by one dimension at most', query.by.join(','), query.by.join(' or '))
  const [by] = query.by
  if (by !== undefined && catalog.dimensions.get(by)?.kind === 'time')
    bad(`a comparison is told by no dimension of time: ${by}`, by, 'from= and to= choose the period')
  return { ...query, totals: false }
}

/** The question of a comparison in its normal form; a receipt holds it so. */
export function printComparison(query: Query): string {
  return `compare=1&${printQuery(query)}`
}

function holds(condition: string | undefined): string {
  return condition === undefined ? 'TRUE' : `coalesce(${condition}, FALSE)`
}

/** Rows of a measure's fact that lie in the period, or hold on the day. */
function dated(measure: Flow | Stock, scope: Scope): string[] {
  if (measure.kind === 'flow') {
    const date = `"${scope.catalog.facts.get(measure.fact)?.date ?? 'date'}"`
    return between(date, scope.from, scope.to)
  }
  return openOn(intervalOf(measure.fact, scope), dialect.date(measure.on === 'base' ? scope.base : scope.to))
}

function reasonsOf(pair: Pair, by: string | undefined): readonly BridgeReason[] {
  const reasons = [...(pair.bridge?.reasons ?? []), noneWritten]
  return by === undefined ? reasons : reasons.map((r) => ({ ...r, by }))
}

/** The number of the first reason that fits, and the code by which it is told. */
function choice(reasons: readonly BridgeReason[], column: (id: string) => string): string {
  const when = reasons.map((r, i) => `WHEN ${r.when} THEN ${i}`).join(' ')
  const codes = reasons.map(
    (r) => `WHEN ${r.when} THEN ${r.by === undefined ? "''" : `CAST(${column(r.by)} AS VARCHAR)`}`,
  )
  return `CASE ${when} END AS reason, CASE ${codes.join(' ')} END AS code`
}

const counts = (a: string, b: string): string =>
  `count(*) FILTER (WHERE ${a} AND NOT ${b}) AS only_a, count(*) FILTER (WHERE ${b} AND NOT ${a}) AS only_b, count(*) FILTER (WHERE ${a} AND ${b}) AS both_count`

/** Over one fact: each row is counted by one, by the other, by both or by none. */
function sameFactSql(a: Flow | Stock, b: Flow | Stock, reasons: readonly BridgeReason[], scope: Scope): string {
  const block = blockOf(a, scope)
  const where = [...dated(a, scope), ...block.where].join(' AND ')
  return `SELECT ${choice(reasons, (id) => `"${id}"`)}, ${counts(holds(a.where), holds(b.where))}
FROM facts."${block.fact}"${where === '' ? '' : ` WHERE ${where}`} GROUP BY 1, 2`
}

/** Over two facts: the rows that hold on the day, by what makes them the same thing. */
function twoFactsSql(
  a: Flow | Stock,
  b: Flow | Stock,
  match: string,
  reasons: readonly BridgeReason[],
  scope: Scope,
): string {
  const side = (measure: Flow | Stock): string => {
    const block = blockOf(measure, scope)
    const counted = [holds(measure.where), ...block.where].join(' AND ')
    return `(SELECT *, ${counted} AS counted FROM facts."${block.fact}" WHERE ${dated(measure, scope).join(' AND ')})`
  }
  const column = (id: string): string => `coalesce(CAST(f."${id}" AS VARCHAR), CAST(t."${id}" AS VARCHAR))`
  return `SELECT ${choice(reasons, column)}, ${counts('coalesce(f.counted, FALSE)', 'coalesce(t.counted, FALSE)')}
FROM ${side(a)} AS f FULL JOIN ${side(b)} AS t ON f."${match}" = t."${match}" GROUP BY 1, 2`
}

function sqlOf(pair: Pair, reasons: readonly BridgeReason[], scope: Scope): string {
  const { from, to } = pair.counted
  const [a, b] = pair.reversed ? [to, from] : [from, to]
  const match = pair.bridge?.match
  return match === undefined ? sameFactSql(a, b, reasons, scope) : twoFactsSql(a, b, match, reasons, scope)
}

function whole(row: SqlRow, column: string): number {
  const value = row[column]
  return typeof value === 'number' ? value : 0
}

interface Told {
  readonly rows: readonly ComparedRow[]
  readonly both: number
}

export interface CompareContext {
  readonly catalog: Catalog
  readonly language: Language
  /** Answers a query of the same release. */
  readonly run: (query: Query) => Promise<Result>
  /** Rows of SQL over the same release. */
  readonly rows: (sql: string) => Promise<readonly SqlRow[]>
  readonly label: (dimension: string, code: string) => string
}

function rowOf(reason: BridgeReason, found: readonly SqlRow[], pair: Pair, language: Language): ComparedRow {
  const sum = (column: string): number => found.reduce((n, row) => n + whole(row, column), 0)
  const [only_from, only_to] = pair.reversed ? [sum('only_b'), sum('only_a')] : [sum('only_a'), sum('only_b')]
  return { reason: reason.id, text: reason.says[language], only_from, only_to, difference: only_to - only_from }
}

function tell(found: readonly SqlRow[], reasons: readonly BridgeReason[], pair: Pair, context: CompareContext): Told {
  const rows = reasons.flatMap((reason, i): ComparedRow[] => {
    const its = found.filter((row) => row['reason'] === i)
    const all = rowOf(reason, its, pair, context.language)
    if (all.only_from === 0 && all.only_to === 0) return []
    const { by } = reason
    const parts =
      by === undefined
        ? []
        : its.map((row) => {
            const code = String(row['code'] ?? 'none')
            return { ...rowOf(reason, [row], pair, context.language), code, label: context.label(by, code) }
          })
    const shown = parts.filter((p) => p.only_from !== 0 || p.only_to !== 0)
    return [
      all,
      ...shown.toSorted((x, y) => Math.abs(y.difference) - Math.abs(x.difference) || (x.code < y.code ? -1 : 1)),
    ]
  })
  return { rows, both: found.reduce((n, row) => n + whole(row, 'both_count'), 0) }
}

function countOf(result: Result, id: string, isRate: boolean): number {
  const value = numberIn(result.rows[0], isRate ? `${id}_numerator` : id)
  if (value !== undefined) return value
  const cell = result.rows[0]?.[id]
  throw new UsageError(`there is no number to compare: ${id}`, {
    code: 'nothing-to-compare',
    value: id,
    allowed: 'a period and a release in which both are counted',
    hint: typeof cell === 'object' ? `the answer to measures=${id} says why: ${cell.missing}` : 'ask for it alone',
  })
}

function checkDimensions(pair: Pair, scope: Scope, by: string | undefined): void {
  const { from, to } = pair.counted
  for (const measure of [from, to]) {
    const [lacks] = lacking(measure, scope)
    if (lacks !== undefined)
      throw new UsageError(`${measure.id} has no ${lacks}`, {
        code: 'not-applicable',
        value: lacks,
        allowed: scope.catalog.facts.get(measure.fact)?.dimensions.join(', '),
        hint: by === lacks ? 'leave `by` out' : `leave ${lacks} out`,
      })
  }
}

/** Compares two measures: how many things each counts alone, and why. Raises a UsageError where no bridge leads over. */
export async function compare(
  query: Query,
  context: CompareContext,
  release: Parameters<typeof scopeOf>[2],
): Promise<Comparison> {
  const { catalog, language } = context
  const [a, b] = query.measures.map((id) => catalog.measures.get(id))
  if (a === undefined || b === undefined) throw new Error('a comparison is of two measures')
  const pair = pairOf(a, b, catalog)
  const [by] = query.by
  checkDimensions(pair, scopeOf(query, catalog, release), by)
  const plain = { ...query, by: [] }
  const reasons = reasonsOf(pair, by)
  const [answer, found] = await Promise.all([
    context.run(plain),
    context.rows(sqlOf(pair, reasons, scopeOf(plain, catalog, release))),
  ])
  const isRate = pair.base !== undefined
  const side = (measure: typeof a): ComparedMeasure => {
    const count = countOf(answer, measure.id, isRate)
    return { id: measure.id, name: measure.name[language], count, value: numberIn(answer.rows[0], measure.id) ?? count }
  }
  const [from, to] = [side(a), side(b)]
  const { rows, both } = tell(found, reasons, pair, context)
  const base = isRate ? numberIn(answer.rows[0], `${a.id}_denominator`) : undefined
  const told = rows.filter((r) => r.code === undefined)
  const sum = (column: 'only_from' | 'only_to'): number => told.reduce((n, r) => n + r[column], 0)
  if (from.count - sum('only_from') !== both || to.count - sum('only_to') !== both)
    throw new MismatchError(
      `the bridge from ${a.id} to ${b.id} does not close: ${from.count} − ${sum('only_from')} and ${to.count} − ${sum('only_to')}`,
      {
        code: 'open-bridge',
        hint: 'please report this with the query',
      },
    )
  return {
    query: printQuery(query),
    from,
    to,
    difference: to.count - from.count,
    ...(base !== undefined && { base }),
    unit: pair.counted.from.unit,
    rows,
    both,
  }
}
