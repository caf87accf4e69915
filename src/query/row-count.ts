import type { Duration, Flow, Stock } from '#catalog'
import type { Moment } from '../cubes/index.ts'
import type { Block } from './compile.ts'
import { type Grain, lastDayOf, periodOf } from './period.ts'
import type { Filter } from './query.ts'
import type { Scope } from './scope.ts'

/** Rows of a fact to be counted by dimensions and time: a statement as data, for what counts without SQL. */
export interface RowCount {
  readonly fact: string
  readonly keys: readonly string[]
  readonly filters: readonly Filter[]
  readonly grain: Grain | undefined
  readonly parts: readonly RowCountPart[]
}

/** Columns of the answer that are counted over the same moment; each with the condition that its rows meet. */
export interface RowCountPart {
  readonly columns: readonly { readonly id: string; readonly where: string | undefined }[]
  readonly moment: Moment
}

interface EventColumn {
  readonly id: string
  readonly flow: Flow
  readonly begin: string | undefined
}

/** The rows of flows, parted by where their period begins and by what they are settled by; nothing when any is more than a count. */
export function eventRows(
  columns: readonly (EventColumn | undefined)[],
  block: Block,
  scope: Scope,
): { rows?: RowCount } {
  const parts = new Map<string, { moment: Moment; columns: { id: string; where: string | undefined }[] }>()
  const partOf = (from: string | undefined, settled: string | undefined) => {
    const key = `${from ?? ''} ${settled ?? ''}`
    const part = parts.get(key) ?? { moment: { kind: 'events', from, to: scope.to, settled }, columns: [] }
    parts.set(key, part)
    return part
  }
  for (const column of columns) {
    if (column === undefined || column.flow.distinct !== undefined) return {}
    const { id, flow, begin } = column
    partOf(begin, flow.settledBy).columns.push({ id, where: flow.where })
  }
  // A series begins with the first row there is, settled or not.
  if (scope.time !== undefined) partOf(columns[0]?.begin, undefined)
  const { fact, keys, filters } = block
  return { rows: { fact, keys, filters, grain: scope.time?.grain, parts: [...parts.values()] } }
}

function conditionsOf(measures: readonly Stock[]): RowCountPart['columns'] {
  return measures.map((m) => ({ id: m.id, where: m.where }))
}

/** The rows of stocks on a day. */
export function openRows(measures: readonly Stock[], { fact, keys, filters }: Block, day: string): RowCount {
  const parts = [{ columns: conditionsOf(measures), moment: { kind: 'open', on: day } as const }]
  return { fact, keys, filters, grain: undefined, parts }
}

/** Changes up to the end of the answer; what ended by the end of its first period is open in none. */
function changesOf({ from, to, time }: Scope): Moment {
  const after =
    from === undefined || from > to || time === undefined ? undefined : lastDayOf(periodOf(from, time.grain), to)
  return { kind: 'changes', to, after }
}

/** The rows of changes of stocks by period. */
export function changeRows(measures: readonly Stock[], { fact, keys, filters }: Block, scope: Scope): RowCount {
  const parts = [{ columns: conditionsOf(measures), moment: changesOf(scope) }]
  return { fact, keys, filters, grain: scope.time?.grain, parts }
}

/** Days of the rows of a fact, by dimensions and time, as data. */
export interface RowDays {
  readonly fact: string
  readonly keys: readonly string[]
  readonly filters: readonly Filter[]
  readonly grain: Grain | undefined
  readonly measures: readonly Duration[]
  readonly moment: Moment
  /** Whether an answer over time begins with the first row there is. */
  readonly fromFirst: boolean
  /** Of spells over time: the periods that are asked, each with its last day. */
  readonly ends?: ReadonlyMap<string, string>
}

/** The days of durations that end with an event of the period. */
export function eventDays(measures: readonly Duration[], { fact, keys, filters }: Block, scope: Scope): RowDays {
  const moment = { kind: 'events', from: scope.from, to: scope.to } as const
  return { fact, keys, filters, grain: scope.time?.grain, measures, moment, fromFirst: scope.from === undefined }
}

/** The days up to one day of spells that hold then, or up to the end of every period. */
export function waitingDays(
  measure: Duration,
  { fact, keys, filters }: Block,
  scope: Scope,
  ends: readonly { readonly period: string; readonly last: string }[],
): RowDays {
  const asked = { fact, keys, filters, measures: [measure], fromFirst: scope.from === undefined }
  if (scope.time === undefined) return { ...asked, grain: undefined, moment: { kind: 'open', on: scope.to } }
  const lastDays = new Map(ends.map(({ period, last }) => [period, last]))
  return { ...asked, grain: scope.time.grain, moment: changesOf(scope), ends: lastDays }
}
