import type { Cell, Duration, Flow, Measure, MissingReason, Rate, Row } from '#catalog'
import { type Counts, keyOf } from './counts.ts'
import { lastDayOf } from './period.ts'
import { lacking, type Scope } from './scope.ts'

/** A place in the answer: the codes of the dimensions other than time, and the period ('' without one). */
export interface Place {
  readonly codes: Readonly<Record<string, string>>
  readonly period: string
}

export interface CellSource {
  readonly scope: Scope
  /** Column → what counted it. */
  readonly counts: ReadonlyMap<string, Counts>
  /** Flows of which the release holds no row at all. */
  readonly absent: ReadonlySet<string>
}

function missing(reason: MissingReason): Cell {
  return { missing: reason }
}

/** What was counted at a place with a column; undefined when nothing was counted there. */
function recordAt(
  source: CellSource,
  column: string,
  place: Place,
): Readonly<Record<string, number | null>> | undefined {
  const counts = source.counts.get(column)
  if (counts === undefined) return undefined
  const key = keyOf(counts.dimensions.map((d) => place.codes[d] ?? ''))
  const period = counts.statement.form === 'fixed' ? '' : place.period
  return counts.values.get(key)?.get(period)
}

/** The number counted at a place; undefined when nothing was counted there. */
function counted(source: CellSource, column: string, place: Place): number | null | undefined {
  return recordAt(source, column, place)?.[column]
}

/** The last day that a place covers. */
function lastDay(source: CellSource, place: Place): string {
  return place.period === '' ? source.scope.to : lastDayOf(place.period, source.scope.to)
}

function flowReason(source: CellSource, flow: Flow, place: Place): MissingReason | undefined {
  if (flow.since !== undefined && lastDay(source, place) < flow.since) return 'not_recorded'
  return source.absent.has(flow.id) ? 'not_in_release' : undefined
}

function flowOf(source: CellSource, measure: Measure): Flow | undefined {
  if (measure.kind === 'flow') return measure
  if (measure.kind !== 'flow_to_date') return undefined
  const of = source.scope.catalog.measures.get(measure.of)
  return of?.kind === 'flow' ? of : undefined
}

/** The value of a counted measure, whatever dimensions its fact lacks. */
function value(source: CellSource, measure: Measure, place: Place): Cell {
  const flow = flowOf(source, measure)
  const reason = flow === undefined ? undefined : flowReason(source, flow, place)
  return reason === undefined ? (counted(source, measure.id, place) ?? 0) : missing(reason)
}

function durationCells(source: CellSource, measure: Duration, place: Place): Record<string, Cell> {
  // All its numbers are counted together.
  const record = recordAt(source, measure.id, place)
  const n = record?.[`${measure.id}_n`] ?? 0
  const at = (suffix: string): Cell => {
    const days = record?.[`${measure.id}${suffix}`]
    return n === 0 || days === null || days === undefined ? missing('no_cases') : days
  }
  return {
    [measure.id]: at(''),
    [`${measure.id}_median`]: at('_median'),
    [`${measure.id}_p90`]: at('_p90'),
    [`${measure.id}_n`]: n,
  }
}

function quotient(numerator: Cell, denominator: Cell, min: number): Cell {
  if (typeof numerator !== 'number') return numerator
  if (typeof denominator !== 'number') return denominator
  if (denominator === 0) return missing('nothing_to_divide_by')
  return denominator < min ? missing('base_too_small') : numerator / denominator
}

function rateCells(source: CellSource, rate: Rate, place: Place): Record<string, Cell> {
  const { measures } = source.scope.catalog
  const [of, per] = [measures.get(rate.of), measures.get(rate.per)]
  if (of === undefined || per === undefined) throw new Error(`a rate over unknown measures: ${rate.id}`)
  const numerator = lacking(of, source.scope).length > 0 ? missing('not_applicable') : value(source, of, place)
  const denominator = value(source, per, place)
  return {
    [rate.id]: quotient(numerator, denominator, source.scope.query.min ?? 0),
    [`${rate.id}_numerator`]: numerator,
    [`${rate.id}_denominator`]: denominator,
  }
}

function all(columns: readonly string[], cell: Cell): Record<string, Cell> {
  return Object.fromEntries(columns.map((c) => [c, cell]))
}

/** The cells of one measure at a place: one for a flow or stock, three for a rate, four for a duration. */
export function cellsOf(source: CellSource, measure: Measure, place: Place): Record<string, Cell> {
  if (measure.kind === 'rate') return rateCells(source, measure, place)
  const lacks = lacking(measure, source.scope).length > 0
  if (measure.kind === 'duration') {
    if (!lacks) return durationCells(source, measure, place)
    return all([measure.id, `${measure.id}_median`, `${measure.id}_p90`, `${measure.id}_n`], missing('not_applicable'))
  }
  return { [measure.id]: lacks ? missing('not_applicable') : value(source, measure, place) }
}

/** The whole row at a place, dimensions first. */
export function rowAt(source: CellSource, place: Place): Row {
  const { scope } = source
  const row: Record<string, string | Cell> = {}
  for (const id of scope.query.by) row[id] = id === scope.time?.id ? place.period : (place.codes[id] ?? '*')
  for (const id of scope.query.measures) {
    const measure = scope.catalog.measures.get(id)
    if (measure !== undefined) Object.assign(row, cellsOf(source, measure, place))
  }
  return row
}
