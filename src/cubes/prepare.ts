import type { FactCube } from './cube.ts'
import { type MeaningfulPane, monthColumn, type Parts, paneOf, partsOf, type Side, sidesOf } from './plan.ts'
import type { CountRequest } from './request.ts'
import type { ScanEnd } from './scan.ts'
import { type Selection, select, shareOf } from './select.ts'

/** Rows that are counted, and what they do to the answer. */
export interface Summand {
  /** Whether their number is added or taken away. */
  readonly sign: 1 | -1
  /** The same of the number that tells whether any row was there. */
  readonly any: 1 | 0 | -1
  readonly selection: Selection
  readonly pane: MeaningfulPane
  /** For intervals that end among those that begin: when they do. */
  readonly end: ScanEnd | undefined
}

/** An answer from rows that are counted. */
export interface Scanned {
  readonly by: 'scan'
  readonly parts: Parts
  readonly summands: readonly Summand[]
  /** Where the rows counted are those that filters leave out: the counts by month that tell of all rows. */
  readonly all?: { readonly parts: Parts; readonly column: number }
}

export type Ready = { readonly by: 'months'; readonly parts: Parts; readonly column: number } | Scanned

/** Filters that keep more than this part of the rows are answered by the rows that they leave out. */
const mostKept = 0.5

/** Decides how a request is answered: from counts by month where one column holds all of it, else by counting rows. */
export function prepare(fact: FactCube, request: CountRequest): Ready | string {
  const parts = partsOf(fact, request)
  if (typeof parts === 'string') return parts
  const column = monthColumn(fact, request, parts)
  if (column !== undefined) return { by: 'months', parts, column }
  const moments = sidesOf(fact, request.moment)
  if (typeof moments === 'string') return moments
  return leftOut(fact, request, parts, moments) ?? kept(fact, request, parts, moments)
}

/** Counts the rows that filters keep. */
function kept(fact: FactCube, request: CountRequest, parts: Parts, moments: readonly Side[]): Ready | string {
  // Rows that meet none of the conditions tell only where a series begins; of what is open after a day, that is known.
  const settled = request.moment.kind === 'changes' && request.moment.after !== undefined
  const bits =
    parts.conditions.includes(0) || (request.buckets !== undefined && !settled)
      ? 0
      : parts.conditions.reduce((b, c) => b | (1 << c), 0)
  const summands = summandsOf(fact, request, parts, moments, bits)
  return typeof summands === 'string' ? summands : { by: 'scan', parts, summands }
}

/**
 * Counts the rows that filters leave out, where these are fewer and counts by month tell of all rows: those that the first
 * filter leaves out, those of the rest that the second one does, and so on.
 */
function leftOut(fact: FactCube, request: CountRequest, parts: Parts, moments: readonly Side[]): Scanned | undefined {
  const filters = [...parts.listed].map(([column, listed]) => ({ column, listed, part: shareOf(fact, column, listed) }))
  if (filters.reduce((part, f) => part * f.part, 1) <= mostKept) return undefined
  const unfiltered = { ...request, filters: [] }
  const all = partsOf(fact, unfiltered)
  const column = typeof all === 'string' ? undefined : monthColumn(fact, unfiltered, all)
  if (typeof all === 'string' || column === undefined) return undefined
  const summands: Summand[] = []
  const passed = new Map<number, Uint8Array>()
  for (const { column: of, listed } of filters.toSorted((a, b) => a.part - b.part)) {
    const others = new Map(passed).set(
      of,
      listed.map((passes) => 1 - passes),
    )
    const own = summandsOf(fact, request, { ...parts, listed: others }, moments, 0)
    if (typeof own === 'string') return undefined
    summands.push(...own.map(takenAway))
    passed.set(of, listed)
  }
  return { by: 'scan', parts, summands, all: { parts: all, column } }
}

function summandsOf(
  fact: FactCube,
  request: CountRequest,
  parts: Parts,
  moments: readonly Side[],
  bits: number,
): readonly Summand[] | string {
  const [begun, ended] = moments
  if (begun === undefined) return 'nothing is asked'
  const selection = select(fact, parts, begun, bits)
  if (typeof selection === 'string') return selection
  const end = ended && { column: ended.date, last: ended.last }
  const summands: Summand[] = []
  for (const moment of moments) {
    const pane = paneOf(fact, request, parts, moment)
    if (typeof pane === 'string') return pane
    summands.push({ sign: moment.sign, any: 1, selection, pane: moment === ended ? endedPane(pane) : pane, end })
  }
  return summands
}

/** By month, what begins tells whether any row was there. */
function takenAway(summand: Summand): Summand {
  const begins = summand.sign === 1
  return { ...summand, sign: begins ? -1 : 1, any: begins ? -1 : 0 }
}

/** Intervals that end are among those that begin, and told by their own day. */
function endedPane({ pane, terms, signature }: MeaningfulPane): MeaningfulPane {
  return { pane: { ...pane, ended: true }, terms, signature: `ended ${signature}` }
}
