import type { FactCube } from './cube.ts'
import { blockRows } from './format.ts'
import type { Days, Parts, Side } from './plan.ts'
import type { ScanFilter } from './scan.ts'

const mostFilters = 16

/** Ranges of codes that pass: least code and span. */
function rangesOf(listed: Uint8Array): Uint16Array {
  const ranges: number[] = []
  for (let code = 0; code < listed.length; code++) {
    if (listed[code] !== 1) continue
    const least = code
    while (listed[code + 1] === 1) code++
    ranges.push(least, code - least)
  }
  return Uint16Array.from(ranges)
}

/** A scan of one side: which blocks, through which filters. */
export interface Selection {
  readonly filters: readonly ScanFilter[]
  readonly blocks: Uint32Array
  readonly needed: Uint16Array
  /** What two scans of the same rows have in common. */
  readonly signature: string
}

interface Weighed {
  readonly filter: ScanFilter
  /** Part of the rows that is thought to pass. */
  readonly part: number
  /** Passing codes below each code, to look at a zone at once. */
  readonly below: Uint32Array | undefined
}

/** The part of all rows that has a listed code. */
export function shareOf({ cube }: FactCube, column: number, listed: Uint8Array): number {
  const rows = cube.columns[column]?.rows ?? []
  const passing = listed.reduce((n, passes, code) => n + passes * (rows[code] ?? 0), 0)
  return passing / Math.max(1, cube.rows)
}

function weighedCodes(fact: FactCube, column: number, listed: Uint8Array): Weighed {
  const below = new Uint32Array(listed.length + 1)
  listed.forEach((passes, code) => {
    below[code + 1] = (below[code] ?? 0) + passes
  })
  return { filter: { column, listed, ranges: rangesOf(listed) }, part: shareOf(fact, column, listed), below }
}

function weighedDays({ column, first, last }: Days): Weighed {
  const ranges = last < first ? new Uint16Array() : Uint16Array.from([first, last - first])
  return { filter: { column, listed: new Uint8Array(), ranges }, part: 0.5, below: undefined }
}

/** 0: no row of the zone can pass; 1: some may; 2: all do. */
function zonePasses({ filter, below }: Weighed, least: number, greatest: number): 0 | 1 | 2 {
  if (below === undefined) {
    const [first, span = 0] = filter.ranges
    if (first === undefined || greatest < first || least > first + span) return 0
    return least >= first && greatest <= first + span ? 2 : 1
  }
  const passing = (below[greatest + 1] ?? 0) - (below[least] ?? 0)
  return passing === 0 ? 0 : passing === greatest - least + 1 ? 2 : 1
}

/** The rows of a side that pass all filters, as far as zones tell. */
export function select(fact: FactCube, parts: Parts, side: Side, wanted: number): Selection | string {
  const { cube } = fact
  const listed = new Map(parts.listed)
  if (wanted !== 0) listed.set(fact.columnNumber(cube.conditions.column), withCondition(fact, listed, wanted))
  const weighed = [...[...listed].map(([c, codes]) => weighedCodes(fact, c, codes)), ...side.days.map(weighedDays)]
  if (weighed.length > mostFilters) return 'too many filters'
  weighed.sort((a, b) => a.part - b.part)
  const filters = weighed.map((w) => w.filter)
  const signature = filters.map((f) => `${f.column}:${f.ranges.join(',')}`).join(' ')
  const known = selections.get(fact) ?? new Map<string, Selection>()
  selections.set(fact, known)
  const selection = known.get(signature) ?? { filters, ...blocksOf(fact, weighed), signature }
  // What is asked together is selected once; more than a few are not kept.
  if (known.size >= mostSelections) known.clear()
  known.set(signature, selection)
  return selection
}

const mostSelections = 8
const selections = new WeakMap<FactCube, Map<string, Selection>>()

/** The blocks in which any row can pass, and the filters that not all of their rows pass. */
function blocksOf({ cube, zones }: FactCube, weighed: readonly Weighed[]): Pick<Selection, 'blocks' | 'needed'> {
  const count = Math.ceil(cube.rows / blockRows)
  const blocks = new Uint32Array(count)
  const needed = new Uint16Array(count)
  let held = 0
  for (let block = 0; block < count; block++) {
    let bits = 0
    for (let i = 0; i < weighed.length && bits >= 0; i++) {
      const w = weighed[i]
      if (w === undefined) continue
      const zone = 2 * (w.filter.column * count + block)
      const state = zonePasses(w, zones[zone] ?? 0, zones[zone + 1] ?? 0)
      bits = state === 0 ? -1 : state === 1 ? bits | (1 << i) : bits
    }
    if (bits < 0) continue
    blocks[held] = block
    needed[held] = bits
    held++
  }
  return { blocks: blocks.slice(0, held), needed: needed.slice(0, held) }
}

/** Codes of the column of conditions that pass its filters and meet any of the conditions wanted. */
function withCondition(fact: FactCube, listed: ReadonlyMap<number, Uint8Array>, wanted: number): Uint8Array {
  const before = listed.get(fact.columnNumber(fact.cube.conditions.column))
  const { bits } = fact.cube.conditions
  const met = new Uint8Array(bits.length)
  for (let i = 0; i < met.length; i++) {
    const passes = ((bits[i] ?? 0) & wanted) !== 0 && (before === undefined || before[i] === 1)
    met[i] = passes ? 1 : 0
  }
  return met
}
