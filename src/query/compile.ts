import type { Duration, Flow, FlowToDate, Measure, Stock } from '#catalog'
import { dialect } from '#engine'
import type { Filter } from './query.ts'
import { changeRows, eventDays, eventRows, openRows, type RowCount, type RowDays, waitingDays } from './row-count.ts'
import { factOf, lacking, type Scope } from './scope.ts'

/** Measures that one statement counts together. */
export interface Statement {
  readonly sql: string
  /** Columns of the answer that are dimensions, in order; `period` is the time dimension. */
  readonly keys: readonly string[]
  /** Column of the answer → measure column. */
  readonly columns: readonly string[]
  /**
   * `plain`: each row is the value. `running`: rows are changes by period, to be summed from the first period on.
   * `fixed`: the value does not depend on the time dimension.
   */
  readonly form: 'plain' | 'running' | 'fixed'
  /** The same question as data, for what counts rows without SQL; absent where more than counting rows is asked. */
  readonly rows?: RowCount
  /** The same for days between two dates of rows. */
  readonly days?: RowDays
}

/** The measures that are counted, not derived: what rates and flows to date are made of. */
export type Counted = Flow | FlowToDate | Stock | Duration

const period = 'period'

function filterSql(filter: Filter, wildcard: boolean): string {
  const column = `"${filter.dimension}"`
  const tests = filter.values.map((value) =>
    wildcard && value.startsWith('*')
      ? `${column} LIKE ${dialect.text(`%${value.slice(1)}`)}`
      : `${column} = ${dialect.text(value)}`,
  )
  const exact = filter.values.every((value) => !value.startsWith('*'))
  const any = exact ? `${column} IN (${filter.values.map(dialect.text).join(', ')})` : `(${tests.join(' OR ')})`
  return filter.exclude ? `NOT (${any})` : any
}

export interface Block {
  readonly fact: string
  /** Dimensions other than time. */
  readonly keys: readonly string[]
  readonly filters: readonly Filter[]
  readonly where: readonly string[]
}

/** What the fact of a measure can be grouped and filtered by, of what the query asks. */
export function blockOf(measure: Counted, scope: Scope): Block {
  const lacks = new Set(lacking(measure, scope))
  const filters = scope.query.filters.filter((f) => !lacks.has(f.dimension))
  return {
    fact: factOf(measure, scope.catalog),
    keys: scope.across.filter((id) => !lacks.has(id)),
    filters,
    where: filters.map((f) => filterSql(f, scope.catalog.dimensions.get(f.dimension)?.wildcard === true)),
  }
}

function bucket(scope: Scope, column: string): string {
  const { time } = scope
  if (time === undefined) return `''`
  if (time.grain === 'month') return dialect.month(column)
  return time.grain === 'fiscal_year' ? dialect.fiscalYear(column) : dialect.calendarYear(column)
}

function select(
  keys: readonly string[],
  time: string | undefined,
  values: readonly string[],
  from: string,
  where: readonly string[],
): string {
  const groups = [...keys.map((k) => `"${k}"`), ...(time === undefined ? [] : [period])]
  const fields = [...keys.map((k) => `"${k}"`), ...(time === undefined ? [] : [`${time} AS ${period}`]), ...values]
  const conditions = where.length === 0 ? '' : `\nWHERE ${where.join(' AND ')}`
  const grouping = groups.length === 0 ? '' : `\nGROUP BY ${groups.join(', ')}`
  return `SELECT ${fields.join(', ')}\nFROM ${from}${conditions}${grouping}`
}

/** Conditions that a date lies within these days, both included. */
export function between(column: string, from: string | undefined, to: string): string[] {
  return [...(from === undefined ? [] : [`${column} >= ${dialect.date(from)}`]), `${column} <= ${dialect.date(to)}`]
}

function filtered(aggregate: string, where: string | undefined): string {
  return where === undefined ? aggregate : `${aggregate} FILTER (WHERE ${where})`
}

/** Conditions joined; undefined when there is none. */
function all(conditions: readonly (string | undefined)[]): string | undefined {
  const kept = conditions.filter((c) => c !== undefined)
  return kept.length === 0 ? undefined : kept.join(' AND ')
}

function flowValue(flow: Flow, scope: Scope, dated?: string): string {
  const settled = flow.settledBy === undefined ? undefined : `"${flow.settledBy}" <= ${dialect.date(scope.to)}`
  return filtered(
    flow.distinct === undefined ? 'count(*)' : `count(DISTINCT "${flow.distinct}")`,
    all([dated, flow.where, settled]),
  )
}

/** Mean, median, 90th percentile and number of the whole days from start to end; negative spans are left out. */
function durationValues(measure: Duration, end: string, dated?: string): string[] {
  const days = dialect.days(`"${measure.start}"`, end)
  const where = all([dated, `${days} >= 0`, measure.where])
  const named = (aggregate: string, suffix: string): string =>
    `${filtered(aggregate, where)} AS "${measure.id}${suffix}"`
  return [
    named(`avg(${days})`, ''),
    named(dialect.quantile(days, 0.5), '_median'),
    named(dialect.quantile(days, 0.9), '_p90'),
    named('count(*)', '_n'),
  ]
}

function durationColumns(id: string): string[] {
  return [id, `${id}_median`, `${id}_p90`, `${id}_n`]
}

/** The flow that a count to date sums. */
function flowOf(measure: FlowToDate, scope: Scope): Flow {
  const flow = scope.catalog.measures.get(measure.of)
  if (flow?.kind !== 'flow') throw new Error(`a count to date needs a flow: ${measure.of}`)
  return flow
}

/** The flow that is counted, and the day from which on. */
function flowAndBegin(m: Flow | FlowToDate, scope: Scope): { flow: Flow; begin: string | undefined } {
  return m.kind === 'flow' ? { flow: m, begin: scope.from } : { flow: flowOf(m, scope), begin: scope.since }
}

/** Flows and durations of the period, and without a time dimension the counts to date, in one pass over their fact. */
function eventStatement(measures: readonly (Flow | FlowToDate | Duration)[], scope: Scope): Statement {
  const [first] = measures
  if (first === undefined) throw new Error('no measure to compile')
  const block = blockOf(first, scope)
  const date = `"${scope.catalog.facts.get(block.fact)?.date ?? 'date'}"`
  const begins = measures.map((m) => (m.kind === 'flow_to_date' ? scope.since : scope.from))
  const earliest = begins.includes(undefined) ? undefined : begins.reduce((a, b) => ((a ?? '') < (b ?? '') ? a : b))
  const dated = (begin: string | undefined): string | undefined =>
    begin === undefined || begin === earliest ? undefined : `${date} >= ${dialect.date(begin)}`
  const values = measures.flatMap((m) => {
    if (m.kind === 'duration') return durationValues(m, date, dated(scope.from))
    const { flow, begin } = flowAndBegin(m, scope)
    return [`${flowValue(flow, scope, dated(begin))} AS "${m.id}"`]
  })
  const time = scope.time === undefined ? undefined : bucket(scope, date)
  return {
    sql: select(block.keys, time, values, `facts."${block.fact}"`, [
      ...between(date, earliest, scope.to),
      ...block.where,
    ]),
    keys: [...block.keys, ...(time === undefined ? [] : [period])],
    columns: measures.flatMap((m) => (m.kind === 'duration' ? durationColumns(m.id) : [m.id])),
    form: 'plain',
    ...eventRows(
      measures.map((m) => (m.kind === 'duration' ? undefined : { id: m.id, ...flowAndBegin(m, scope) })),
      block,
      scope,
    ),
    ...(measures.every((m) => m.kind === 'duration') && { days: eventDays(measures, block, scope) }),
  }
}

/** A count to date at the end of every period: its changes, to be summed from `since` on. */
function toDateSeriesStatement(measure: FlowToDate, scope: Scope): Statement {
  const block = blockOf(measure, scope)
  const date = `"${scope.catalog.facts.get(block.fact)?.date ?? 'date'}"`
  const value = `${flowValue(flowOf(measure, scope), scope)} AS "${measure.id}"`
  return {
    sql: select(block.keys, bucket(scope, date), [value], `facts."${block.fact}"`, [
      ...between(date, scope.since, scope.to),
      ...block.where,
    ]),
    keys: [...block.keys, period],
    columns: [measure.id],
    form: 'running',
    ...eventRows([{ id: measure.id, ...flowAndBegin(measure, scope) }], block, scope),
  }
}

interface Interval {
  readonly start: string
  readonly end: string
}

/** The quoted columns of an interval's start and end. */
export function intervalOf(fact: string, scope: Scope): Interval {
  const definition = scope.catalog.facts.get(fact)
  if (definition?.until === undefined) throw new Error(`a stock needs a fact of intervals: ${fact}`)
  return { start: `"${definition.date}"`, end: `"${definition.until}"` }
}

/** Conditions that an interval holds on a day. */
export function openOn(interval: Interval, date: string): string[] {
  return [`${interval.start} <= ${date}`, `(${interval.end} IS NULL OR ${interval.end} > ${date})`]
}

/** Stocks on one day: spells that hold then. */
function stockStatement(measures: readonly Stock[], scope: Scope, day: string, fixed: boolean): Statement {
  const [first] = measures
  if (first === undefined) throw new Error('no measure to compile')
  const block = blockOf(first, scope)
  const values = measures.map((m) => `${filtered('count(*)', m.where)} AS "${m.id}"`)
  return {
    sql: select(block.keys, undefined, values, `facts."${block.fact}"`, [
      ...openOn(intervalOf(block.fact, scope), dialect.date(day)),
      ...block.where,
    ]),
    keys: block.keys,
    columns: measures.map((m) => m.id),
    form: fixed ? 'fixed' : 'plain',
    rows: openRows(measures, block, day),
  }
}

/** Stocks at the end of every period: starts less ends, summed from the first period on. */
function stockSeriesStatement(measures: readonly Stock[], scope: Scope): Statement {
  const [first] = measures
  if (first === undefined) throw new Error('no measure to compile')
  const block = blockOf(first, scope)
  const { start, end } = intervalOf(block.fact, scope)
  const side = (column: string, sign: string): string =>
    select(
      block.keys,
      bucket(scope, column),
      measures.map((m) => `${sign}${filtered('count(*)', m.where)} AS "${m.id}"`),
      `facts."${block.fact}"`,
      [`${column} <= ${dialect.date(scope.to)}`, ...block.where],
    )
  const keys = [...block.keys, period]
  const quoted = keys.map((k) => `"${k}"`).join(', ')
  return {
    sql: `SELECT ${quoted}, ${measures.map((m) => `CAST(sum("${m.id}") AS BIGINT) AS "${m.id}"`).join(', ')}\nFROM (${side(start, '')}\nUNION ALL\n${side(end, '-')}) AS change\nGROUP BY ${quoted}`,
    keys,
    columns: measures.map((m) => m.id),
    form: 'running',
    rows: changeRows(measures, block, scope),
  }
}

/** A duration over the spells that hold on one day, or at the end of every period. */
function waitingStatement(
  measure: Duration,
  scope: Scope,
  ends: readonly { period: string; last: string }[],
): Statement {
  const block = blockOf(measure, scope)
  const interval = intervalOf(block.fact, scope)
  const asData = { days: waitingDays(measure, block, scope, ends) }
  if (scope.time === undefined) {
    const day = dialect.date(scope.to)
    return {
      sql: select(block.keys, undefined, durationValues(measure, day), `facts."${block.fact}"`, [
        ...openOn(interval, day),
        ...block.where,
      ]),
      keys: block.keys,
      columns: durationColumns(measure.id),
      form: 'plain',
      ...asData,
    }
  }
  const days = ends.map((e) => `(${dialect.text(e.period)}, ${dialect.date(e.last)})`).join(', ')
  const from = `facts."${block.fact}" JOIN (VALUES ${days}) AS ends(period, last) ON ${openOn(interval, 'ends.last').join(' AND ')}`
  return {
    sql: select(block.keys, 'ends.period', durationValues(measure, 'ends.last'), from, block.where),
    keys: [...block.keys, period],
    columns: durationColumns(measure.id),
    form: 'plain',
    ...asData,
  }
}

/** Measures of one kind over one fact, which may share a statement. */
function groupBy<T extends Counted>(measures: readonly T[], scope: Scope): T[][] {
  const groups = new Map<string, T[]>()
  for (const m of measures) {
    const fact = factOf(m, scope.catalog)
    groups.set(fact, [...(groups.get(fact) ?? []), m])
  }
  return [...groups.values()]
}

/** The measures that must be counted to answer these, rates taken apart. */
export function countedOf(ids: readonly string[], scope: Scope): Counted[] {
  const found = new Map<string, Counted>()
  const visit = (id: string): void => {
    const measure: Measure | undefined = scope.catalog.measures.get(id)
    if (measure === undefined) throw new Error(`unknown measure: ${id}`)
    if (measure.kind === 'rate') {
      visit(measure.of)
      visit(measure.per)
    } else found.set(id, measure)
  }
  for (const id of ids) visit(id)
  return [...found.values()]
}

/** What a measure needs of rows: their number, their days, or their values. */
function needs(m: Flow | FlowToDate | Duration, scope: Scope): 'number' | 'days' | 'values' {
  if (m.kind === 'duration') return 'days'
  return flowAndBegin(m, scope).flow.distinct === undefined ? 'number' : 'values'
}

/** The statements that count what a query asks, one for each fact and way of counting. Pure: it knows no release. */
export function compile(scope: Scope, ends: readonly { period: string; last: string }[]): Statement[] {
  const counted = countedOf(scope.query.measures, scope)
  const series = scope.time !== undefined
  const events = counted.filter(
    (m): m is Flow | FlowToDate | Duration =>
      m.kind === 'flow' || (m.kind === 'duration' && m.end === 'date') || (m.kind === 'flow_to_date' && !series),
  )
  const stocks = counted.filter((m): m is Stock => m.kind === 'stock')
  const now = stocks.filter((m) => m.on === 'to')
  return [
    // What needs less of rows stands apart from what needs their values, so that it can be counted without the engine.
    ...(['number', 'days', 'values'] as const).flatMap((need) =>
      groupBy(
        events.filter((m) => needs(m, scope) === need),
        scope,
      ).map((group) => eventStatement(group, scope)),
    ),
    ...(series ? counted.filter((m) => m.kind === 'flow_to_date').map((m) => toDateSeriesStatement(m, scope)) : []),
    ...groupBy(now, scope).map((group) =>
      scope.time === undefined ? stockStatement(group, scope, scope.to, false) : stockSeriesStatement(group, scope),
    ),
    ...groupBy(
      stocks.filter((m) => m.on === 'base'),
      scope,
    ).map((group) => stockStatement(group, scope, scope.base, true)),
    ...counted
      .filter((m): m is Duration => m.kind === 'duration' && m.end === 'to')
      .map((m) => waitingStatement(m, scope, ends)),
  ]
}
