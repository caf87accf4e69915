import type { FactCube } from './cube.ts'
import { dayNumber, firstOfMonth, isMonthEnd, monthsOfDays, never } from './days.ts'
import type { CountRequest, Moment } from './request.ts'
import { jobBytes, jobRoom, type ScanPane, type ScanTerm } from './scan.ts'

/** More cells than this are left to the engine. */
const mostCells = 2_000_000
/** A pane with fewer cells counts codes as they are, so that panes can share a count. */
const plainCells = 65_536

/** What the codes of a column say about a request. */
export interface ColumnPart {
  readonly column: number
  /** Where a row with this code is counted: a multiple of the cells of a key and bucket. */
  readonly places: Uint32Array
  /** Which conditions it meets; absent when another column tells. */
  readonly bits?: Uint32Array
}

/** A request taken apart: which codes pass, and what each column says about keys, time and conditions. */
export interface Parts {
  readonly codes: readonly (readonly string[])[]
  /** Number of keys, of all dimensions together. */
  readonly keys: number
  readonly buckets: number
  /** Codes of a column that pass its filters. */
  readonly listed: ReadonlyMap<number, Uint8Array>
  readonly columns: readonly ColumnPart[]
  /** Bits of the conditions asked, in order; bit 0 holds for every row. */
  readonly conditions: readonly number[]
}

/** Takes a request apart, or says why the cube cannot answer it. */
export function partsOf(fact: FactCube, request: CountRequest): Parts | string {
  const { cube } = fact
  const lacking = [...request.keys, ...request.filters.map((f) => f.dimension)].find((id) => !(id in cube.dimensions))
  if (lacking !== undefined) return `${lacking} is not in the cube`
  const conditions = request.conditions.map((sql) => cube.conditions.sql.indexOf(sql))
  const unknown = conditions.indexOf(-1)
  if (unknown !== -1) return `the cube was not built for this condition: ${request.conditions[unknown] ?? ''}`
  const codes = request.keys.map((id) => cube.dimensions[id]?.codes ?? [])
  const keys = codes.reduce((n, c) => n * c.length, 1)
  const buckets = request.buckets?.count ?? 1
  if (keys * buckets * (conditions.length + 1) > mostCells) return 'too many cells'
  return {
    codes,
    keys,
    buckets,
    listed: listedOf(fact, request),
    columns: columnsOf(fact, request, buckets, conditions),
    conditions,
  }
}

/** Codes that pass, by column; where every row passes there is no filter. */
function listedOf(fact: FactCube, request: CountRequest): Map<number, Uint8Array> {
  const listed = new Map<number, Uint8Array>()
  for (const { dimension, passes } of request.filters) {
    const held = fact.cube.dimensions[dimension]
    if (held === undefined) continue
    const column = fact.columnNumber(held.column)
    const own = Uint8Array.from(held.codes.map((code) => (passes(code) ? 1 : 0)))
    const all = listed.get(column) ?? new Uint8Array(held.of.length).fill(1)
    for (let i = 0; i < all.length; i++) all[i] = (all[i] ?? 0) & (own[held.of[i] ?? 0] ?? 0)
    listed.set(column, all)
  }
  for (const [column, passes] of listed) {
    const rows = fact.cube.columns[column]?.rows ?? []
    if (rows.every((n, code) => n === 0 || passes[code] === 1)) listed.delete(column)
  }
  return listed
}

/** For each column that a key or a condition asks for: where its codes are counted. */
function columnsOf(
  fact: FactCube,
  request: CountRequest,
  buckets: number,
  conditions: readonly number[],
): ColumnPart[] {
  const { cube } = fact
  const places = new Map<number, Uint32Array>()
  let step = buckets
  for (const id of request.keys.toReversed()) {
    const held = cube.dimensions[id]
    if (held === undefined) continue
    const column = fact.columnNumber(held.column)
    const own = places.get(column) ?? new Uint32Array(held.of.length)
    held.of.forEach((code, i) => {
      own[i] = (own[i] ?? 0) + code * step
    })
    places.set(column, own)
    step *= held.codes.length
  }
  const asked = conditions.reduce((bits, c) => (c === 0 ? bits : bits | (1 << c)), 0)
  const telling = fact.columnNumber(cube.conditions.column)
  if (asked !== 0 && !places.has(telling)) places.set(telling, new Uint32Array(cube.conditions.bits.length))
  return [...places].map(([column, own]) => ({
    column,
    places: own,
    ...(asked !== 0 && column === telling && { bits: Uint32Array.from(cube.conditions.bits, (b) => b & asked) }),
  }))
}

/** The column whose counts by month answer the request, when everything it asks lies in one. */
export function monthColumn(fact: FactCube, request: CountRequest, parts: Parts): number | undefined {
  const asOf = fact.cube.as_of
  const last = (day: string): boolean => day >= asOf || isMonthEnd(day)
  const { moment } = request
  if (moment.kind === 'events') {
    if (moment.settled !== undefined || !last(moment.to)) return undefined
    if (moment.from !== undefined && !moment.from.endsWith('-01')) return undefined
  } else if (!last(moment.kind === 'open' ? moment.on : moment.to)) return undefined
  const telling = fact.columnNumber(fact.cube.conditions.column)
  const asked = new Set([
    ...parts.listed.keys(),
    ...parts.columns.filter((c) => c.column !== telling || c.places.some((p) => p > 0)).map((c) => c.column),
  ])
  if (asked.size > 1) return undefined
  const [column] = asked
  if (column !== undefined) return column
  const groups = fact.cube.columns.flatMap((c, i) => (c.rows.length > 0 ? [i] : []))
  return groups.toSorted((a, b) => fact.sizeOf(a) - fact.sizeOf(b))[0]
}

/** Days between which a date column must lie, both included. */
export interface Days {
  readonly column: number
  readonly first: number
  readonly last: number
}

/** One count over rows: an interval fact's changes are two, that of the beginnings and that of the ends. */
export interface Side {
  readonly sign: 1 | -1
  readonly days: readonly Days[]
  /** The date by which rows fall into buckets. */
  readonly date: number
  readonly last: number
}

export function sidesOf(fact: FactCube, moment: Moment): Side[] | string {
  const [begin, end] = [fact.columnNumber('d0'), fact.columnNumber('d1')]
  if (moment.kind === 'open') {
    const on = dayNumber(moment.on)
    const days = [
      { column: end, first: on + 1, last: never },
      { column: begin, first: 0, last: on },
    ]
    return [{ sign: 1, days, date: begin, last: on }]
  }
  const last = dayNumber(moment.to)
  if (moment.kind === 'changes') {
    const open = moment.after === undefined ? 0 : dayNumber(moment.after) + 1
    const begun = { column: begin, first: 0, last }
    const beginnings = open === 0 ? [begun] : [begun, { column: end, first: open, last: never }]
    return [
      { sign: 1, days: beginnings, date: begin, last },
      { sign: -1, days: [{ column: end, first: open, last }], date: end, last },
    ]
  }
  const first = moment.from === undefined ? 0 : dayNumber(moment.from)
  const period = { column: begin, first, last }
  if (moment.settled === undefined) return [{ sign: 1, days: [period], date: begin, last }]
  const settled = fact.cube.dates.indexOf(moment.settled)
  if (settled === -1) return `${moment.settled} is not in the cube`
  return [{ sign: 1, days: [period, { column: fact.columnNumber(`d${settled}`), first: 0, last }], date: begin, last }]
}

/** A pane with what its cells mean: for each term, where each of its numbers is counted and the conditions it meets. */
export interface MeaningfulPane {
  readonly pane: ScanPane
  readonly terms: readonly { readonly places: Uint32Array; readonly bits?: Uint32Array | undefined }[]
  /** What two panes over the same rows must share to share a count. */
  readonly signature: string
}

interface Reduced {
  readonly numbers: Uint32Array
  readonly places: Uint32Array
  readonly bits: Uint32Array
}

/** Codes that mean the same get the same number. */
function reduce(places: Uint32Array, bits: Uint32Array | undefined): Reduced {
  const known = new Map<number, number>()
  const numbers = new Uint32Array(places.length)
  const meaning: { place: number; bits: number }[] = []
  places.forEach((place, code) => {
    const own = bits?.[code] ?? 0
    const key = place * 2 ** 30 + own
    const number = known.get(key) ?? meaning.push({ place, bits: own }) - 1
    known.set(key, number)
    numbers[code] = number
  })
  return {
    numbers,
    places: Uint32Array.from(meaning, (m) => m.place),
    bits: Uint32Array.from(meaning, (m) => m.bits),
  }
}

/** The conditions asked of a column that no key lies in, reduced once: panes share it. */
const reducedConditions = new WeakMap<FactCube, Map<number, Reduced>>()

function reduceConditions(fact: FactCube, part: ColumnPart, asked: number): Reduced {
  const known = reducedConditions.get(fact) ?? new Map<number, Reduced>()
  reducedConditions.set(fact, known)
  const found = known.get(asked) ?? reduce(part.places, part.bits)
  known.set(asked, found)
  return found
}

const daysKept = 64
const bucketsKept = new Map<string, Uint32Array>()

/** Bucket of each day from the first to the last one. */
function bucketsOfDays(
  { id, ofMonth }: NonNullable<CountRequest['buckets']>,
  first: number,
  last: number,
): Uint32Array {
  const key = `${id} ${first} ${last}`
  const known = bucketsKept.get(key)
  if (known !== undefined) return known
  const months = monthsOfDays()
  const days = Math.max(0, last - first + 1)
  // Threads share it instead of getting a copy with each job.
  const buckets = new Uint32Array(new SharedArrayBuffer(days * Uint32Array.BYTES_PER_ELEMENT))
  for (let i = 0; i < days; i++) buckets[i] = Math.max(0, ofMonth[months[first + i] ?? 0] ?? 0)
  if (bucketsKept.size >= daysKept) bucketsKept.clear()
  bucketsKept.set(key, buckets)
  return buckets
}

interface Meant {
  readonly column: number
  /** The code that the first number belongs to; 0 where it is absent. */
  readonly first?: number
  readonly reduced: () => Reduced
  readonly places: Uint32Array
  readonly bits?: Uint32Array | undefined
}

function meant(fact: FactCube, request: CountRequest, parts: Parts, side: Side, asked: number): Meant[] {
  const telling = fact.columnNumber(fact.cube.conditions.column)
  const tells = (c: ColumnPart): number => Number(c.column === telling)
  const columns = parts.columns
    .toSorted((a, b) => tells(b) - tells(a) || fact.sizeOf(a.column) - fact.sizeOf(b.column))
    .map((c): Meant => {
      const bare = c.bits !== undefined && c.places.every((p) => p === 0)
      return { ...c, reduced: () => (bare ? reduceConditions(fact, c, asked) : reduce(c.places, c.bits)) }
    })
  const time = request.buckets
  if (time === undefined) return columns
  const places = Uint32Array.from({ length: time.count }, (_, i) => i)
  const first = dayNumber(firstOfMonth(fact.cube.months.first))
  const numbers = bucketsOfDays(time, first, side.last)
  const days = { numbers, places, bits: new Uint32Array(time.count) }
  return [{ column: side.date, places, first, reduced: () => days }, ...columns]
}

const panesKept = 48
/** Fact → what is counted → how: the same for whatever filters. */
const panes = new WeakMap<FactCube, Map<string, MeaningfulPane | string>>()

/** How the selected rows are counted: one term a column, the last as its codes stand where that makes few enough cells. */
export function paneOf(
  fact: FactCube,
  request: CountRequest,
  parts: Parts,
  side: Side,
  mostPlain = plainCells,
): MeaningfulPane | string {
  const known = panes.get(fact) ?? new Map<string, MeaningfulPane | string>()
  panes.set(fact, known)
  const { keys, buckets } = request
  const asked = `${keys.join(',')} ${parts.conditions.join(',')} ${mostPlain}`
  const key = buckets === undefined ? asked : `${asked} ${buckets.id} ${side.date} ${side.last}`
  const pane = known.get(key) ?? makePane(fact, request, parts, side, mostPlain)
  if (known.size >= panesKept) known.clear()
  known.set(key, pane)
  return pane
}

function makePane(
  fact: FactCube,
  request: CountRequest,
  parts: Parts,
  side: Side,
  mostPlain: number,
): MeaningfulPane | string {
  const asked = parts.conditions.reduce((bits, c) => (c === 0 ? bits : bits | (1 << c)), 0)
  const columns = meant(fact, request, parts, side, asked)
  const terms: ScanTerm[] = []
  const meanings: { places: Uint32Array; bits?: Uint32Array | undefined }[] = []
  let step = 1
  let plain = false
  columns.forEach((c, i) => {
    const own = step
    plain = i === columns.length - 1 && c.column !== side.date && c.places.length * own <= mostPlain
    const { numbers, places, bits } = plain ? { numbers: undefined, places: c.places, bits: c.bits } : c.reduced()
    terms.push({
      column: c.column,
      step: own,
      ...(c.first !== undefined && { first: c.first }),
      ...(numbers !== undefined && { numbers: own === 1 ? numbers : numbers.map((n) => n * own) }),
    })
    meanings.push({ places, bits })
    step *= places.length
  })
  const pane = { terms, size: step }
  if (jobBytes([], [pane]) > jobRoom / 2) return 'too many cells'
  const shares = plain && request.buckets === undefined && columns.filter((c) => c.bits === undefined).length <= 1
  const rest = shares ? '' : `${request.keys.join(',')} ${request.buckets?.id ?? ''}`
  return { pane, terms: meanings, signature: `${asked} ${terms.at(-1)?.column ?? ''} ${rest}` }
}
