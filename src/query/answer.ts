import type { Catalog, Cell, Measure, Row } from '#catalog'
import { type CellSource, rowAt } from './cells.ts'
import { compile, countedOf, type Statement } from './compile.ts'
import { accumulate, type Counts, sumOverKeys } from './counts.ts'
import { lastDayOf, periodsBetween } from './period.ts'
import { periodsOf, placesOf } from './places.ts'
import { type Counter, countBy, type Step } from './plan.ts'
import type { Query } from './query.ts'
import type { ReleaseInfo } from './result.ts'
import { type Scope, scopeOf } from './scope.ts'

/** Rows of an answer and how they were counted; knows nothing of languages, labels or receipts. */
export interface Counted {
  readonly scope: Scope
  readonly rows: readonly Row[]
  readonly totals: Row | null
  readonly rowCount: number
  readonly statements: readonly PlannedStatement[]
}

/** A statement and how it was answered. */
export interface PlannedStatement {
  readonly statement: Statement
  readonly step: Step
}

export interface AnswerContext extends Counter {
  readonly release: ReleaseInfo
  /** Flows that the release holds no row of. */
  readonly absent: ReadonlySet<string>
}

function order(a: string | Cell | undefined, b: string | Cell | undefined): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0
  return 0
}

/** Sorts by the query's column, then by codes; a missing cell comes last either way. */
function sortRows(rows: readonly Row[], query: Query): Row[] {
  const byCodes = (a: Row, b: Row): number => {
    for (const id of query.by) {
      const o = order(a[id], b[id])
      if (o !== 0) return o
    }
    return 0
  }
  const { sort } = query
  if (sort === undefined) return rows.toSorted(byCodes)
  const isMeasure = !query.by.includes(sort.column)
  return rows.toSorted((a, b) => {
    const [x, y] = [a[sort.column], b[sort.column]]
    if (isMeasure && (typeof x !== 'number' || typeof y !== 'number')) {
      if (typeof x === 'number') return -1
      return typeof y === 'number' ? 1 : byCodes(a, b)
    }
    const o = order(x, y)
    return o === 0 ? byCodes(a, b) : sort.descending ? -o : o
  })
}

/** The column that says how large a member is: the base of the first rate, else the first measure. */
function baseColumn(query: Query, catalog: Catalog): string {
  const rate = query.measures.find((id) => catalog.measures.get(id)?.kind === 'rate')
  return rate === undefined ? (query.measures[0] ?? '') : `${rate}_denominator`
}

function memberOf(row: Row, across: readonly string[]): string {
  return across.map((id) => String(row[id])).join('\u001f')
}

/** Members with the largest base, by the same question without time. */
async function largestMembers(query: Query, context: AnswerContext, scope: Scope, n: number): Promise<Set<string>> {
  const { largest: _, limit: __, sort: ___, ...rest } = query
  const { rows } = await answer({ ...rest, by: scope.across, totals: false }, context)
  const column = baseColumn(query, context.catalog)
  const ranked = sortRows(rows, { ...rest, by: scope.across, sort: { column, descending: true } })
  return new Set(ranked.slice(0, n).map((row) => memberOf(row, scope.across)))
}

function ends(scope: Scope, firstMonth: string): { period: string; last: string }[] {
  const { time } = scope
  if (time === undefined) return []
  const begin = scope.from ?? `${firstMonth}-01`
  return periodsBetween(begin < scope.to ? begin : scope.to, scope.to, time.grain).map((period) => ({
    period,
    last: lastDayOf(period, scope.to),
  }))
}

interface CountedRows {
  readonly rows: Row[]
  readonly statements: PlannedStatement[]
  readonly counts: readonly Counts[]
}

function sourceOf(scope: Scope, counts: readonly Counts[], context: AnswerContext): CellSource {
  const byColumn = new Map<string, Counts>()
  for (const c of counts) for (const column of c.statement.columns) byColumn.set(column, c)
  return { scope, counts: byColumn, absent: context.absent }
}

/** The statements that count a query, without counting. Raises a UsageError when its dates lie outside the release. */
export function statementsOf(query: Query, catalog: Catalog, release: ReleaseInfo): Statement[] {
  const scope = scopeOf(query, catalog, release)
  return compile(scope, ends(scope, release.first_month))
}

async function rowsOf(scope: Scope, context: AnswerContext): Promise<CountedRows> {
  const statements = compile(scope, ends(scope, context.release.first_month))
  const answered = await Promise.all(statements.map((s) => countBy(s, context)))
  const raw = answered.map((a) => a.counts)
  const periods = periodsOf(scope, raw, context.release.first_month)
  const counts = raw.map((c) => accumulate(c, periods))
  const source = sourceOf(scope, counts, context)
  return { rows: placesOf(scope, counts, periods).map((place) => rowAt(source, place)), statements: answered, counts }
}

/** Answers a query from the facts of a release. */
export async function answer(query: Query, context: AnswerContext): Promise<Counted> {
  const scope = scopeOf(query, context.catalog, context.release)
  const { largest } = query
  // Asked together, so that what they have in common is counted once.
  const [{ rows, statements, counts }, kept, anew] = await Promise.all([
    rowsOf(scope, context),
    largest === undefined || scope.across.length === 0 ? undefined : largestMembers(query, context, scope, largest),
    query.totals && !addsUp(scope) ? answer(wholeOf(query), context) : undefined,
  ])
  const all = sortRows(kept === undefined ? rows : rows.filter((row) => kept.has(memberOf(row, scope.across))), query)
  return {
    scope,
    rows: query.limit === undefined ? all : all.slice(0, query.limit),
    totals: query.totals ? (anew === undefined ? sumsOf(scope, counts, context) : (anew.rows[0] ?? {})) : null,
    rowCount: all.length,
    statements,
  }
}

/** Whether the whole is the sum of its parts: one count of rows or spells for each key, and no time dimension. */
function addsUp(scope: Scope): boolean {
  const additive = (m: Measure): boolean => m.kind === 'stock' || (m.kind === 'flow' && m.distinct === undefined)
  return (
    scope.time === undefined &&
    countedOf(scope.query.measures, scope).every((m) => {
      const of = m.kind === 'flow_to_date' ? scope.catalog.measures.get(m.of) : m
      return of !== undefined && additive(of)
    })
  )
}

/** The same question without its dimensions. */
function wholeOf(query: Query): Query {
  const { largest: _, limit: __, sort: ___, min: ____, ...rest } = query
  return { ...rest, by: [], totals: false }
}

/** All keys together, where counts add up. */
function sumsOf(scope: Scope, counts: readonly Counts[], about: AnswerContext): Row {
  const whole = scopeOf(wholeOf(scope.query), about.catalog, about.release)
  return rowAt(sourceOf(whole, counts.map(sumOverKeys), about), { codes: {}, period: '' })
}
