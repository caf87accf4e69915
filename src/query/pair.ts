import type { Bridge, Catalog, Flow, Measure, Stock } from '#catalog'
import { UsageError } from '#errors'

/** Two measures whose numbers are counts of the same things, and what leads from one to the other. */
export interface Pair {
  /** As they were named. */
  readonly from: Measure
  readonly to: Measure
  /** What is counted: the measures themselves, or the numerators of two rates over one base. */
  readonly counted: { readonly from: Flow | Stock; readonly to: Flow | Stock }
  /** The base that two rates share. */
  readonly base: string | undefined
  /** Undefined when none is written down: then the data alone say how many are counted by one and not by the other. */
  readonly bridge: Bridge | undefined
  /** The bridge is written down the other way round. */
  readonly reversed: boolean
}

interface Found {
  readonly bridge: Bridge | undefined
  readonly reversed: boolean
}

function written(catalog: Catalog, from: string, to: string): Found {
  const there = catalog.bridges.find((b) => b.from === from && b.to === to)
  if (there !== undefined) return { bridge: there, reversed: false }
  const back = catalog.bridges.find((b) => b.from === to && b.to === from)
  return { bridge: back, reversed: back !== undefined }
}

function known(catalog: Catalog, id: string): Measure {
  const measure = catalog.measures.get(id)
  if (measure === undefined) throw new Error(`unknown measure: ${id}`)
  return measure
}

/** Why two counted measures cannot be led into each other; undefined when they can. */
function obstacle(from: Measure, to: Measure, found: Found): string | undefined {
  if (from.kind === 'duration' || to.kind === 'duration') return 'a mean of days is no sum of things counted'
  if (from.kind === 'flow_to_date' || to.kind === 'flow_to_date')
    return 'a count to date is the same measure over another period'
  if (from.kind === 'rate' || to.kind === 'rate') return 'a rate and a count have different units'
  if (from.kind !== to.kind) return `one counts over a period, the other on a day`
  if (from.kind === 'stock' && to.kind === 'stock' && from.on !== to.on) return 'they are taken on different days'
  for (const m of [from, to])
    if (m.kind === 'flow' && m.distinct !== undefined) return `${m.id} counts different values, not rows`
  if (from.kind === 'flow' && to.kind === 'flow' && from.settledBy !== to.settledBy)
    return 'one of them waits for a later date'
  if (from.fact !== to.fact && found.bridge?.match === undefined)
    return `they count different things: rows of ${from.fact} and of ${to.fact}`
  return undefined
}

function refuse(from: Measure, to: Measure, why: string, catalog: Catalog): never {
  const others = partnersOf(from.id, catalog)
  throw new UsageError(`no bridge leads from ${from.id} to ${to.id}: ${why}`, {
    code: 'no-bridge',
    value: to.id,
    allowed: others.length === 0 ? `nothing beside ${from.id}` : others.join(', '),
    ...(others[0] !== undefined && { nearest: `compare ${from.id} ${others[0]}` }),
    hint: `ask for both: measures=${from.id},${to.id}`,
  })
}

function attempt(from: Measure, to: Measure, catalog: Catalog): Pair | string {
  if (from.id === to.id) return 'they are the same'
  if (from.kind === 'rate' && to.kind === 'rate') {
    if (from.per !== to.per) return 'their bases differ, and so does what a share of them means'
    const parts = attempt(known(catalog, from.of), known(catalog, to.of), catalog)
    return typeof parts === 'string' ? parts : { ...parts, from, to, base: from.per }
  }
  const found = written(catalog, from.id, to.id)
  const why = obstacle(from, to, found)
  if (why !== undefined) return why
  if ((from.kind !== 'flow' && from.kind !== 'stock') || (to.kind !== 'flow' && to.kind !== 'stock')) return 'no counts'
  return { from, to, counted: { from, to }, base: undefined, ...found }
}

/** Two measures as a pair. Raises a UsageError that says why no bridge leads from one to the other, and what does. */
export function pairOf(from: Measure, to: Measure, catalog: Catalog): Pair {
  const pair = attempt(from, to, catalog)
  return typeof pair === 'string' ? refuse(from, to, pair, catalog) : pair
}

/** Measures that a bridge leads to: rivals first, then those with a bridge written down, then any over the same things. */
export function partnersOf(id: string, catalog: Catalog): string[] {
  const from = known(catalog, id)
  const rank = (to: Measure, pair: Pair): number => {
    if (to.variantOf === id || from.variantOf === to.id) return 0
    return pair.bridge === undefined ? 2 : 1
  }
  return [...catalog.measures.values()]
    .flatMap((to) => {
      const pair = attempt(from, to, catalog)
      return typeof pair === 'string' ? [] : [{ id: to.id, rank: rank(to, pair) }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map((each) => each.id)
}
