import type { Balance } from './balance.ts'
import type { Bridge } from './bridge.ts'
import type { Carry } from './carry.ts'
import type { Dimension } from './dimension.ts'
import type { Fact } from './fact.ts'
import type { Measure } from './measure.ts'
import type { ReleaseRules } from './release.ts'
import type { Table } from './table.ts'

/** A fact with the text of its SQL. */
export interface FactWithSql extends Fact {
  readonly sql: string
}

/** Everything that the numbers mean, by id. The machinery takes one as an argument and knows no definition by name. */
export interface Catalog {
  readonly tables: ReadonlyMap<string, Table>
  readonly facts: ReadonlyMap<string, FactWithSql>
  readonly dimensions: ReadonlyMap<string, Dimension>
  readonly measures: ReadonlyMap<string, Measure>
  /** SQL that prepares what facts share, run once before them. */
  readonly prepare: readonly { readonly id: string; readonly sql: string }[]
  /** What must add up in every release. */
  readonly balances: readonly Balance[]
  /** What leads from one measure to another. */
  readonly bridges: readonly Bridge[]
  readonly release: ReleaseRules
  /** What is carried over from older releases. */
  readonly carry?: Carry
  /** Reference tables of our own that the release lacks: name → rows of text, header first. */
  readonly references: ReadonlyMap<string, readonly (readonly string[])[]>
}

function byId<T extends { readonly id: string }>(kind: string, items: readonly T[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const item of items) {
    if (map.has(item.id)) throw new Error(`duplicate ${kind}: ${item.id}`)
    map.set(item.id, item)
  }
  return map
}

export interface CatalogParts {
  readonly tables: readonly Table[]
  readonly facts: readonly FactWithSql[]
  readonly dimensions: readonly Dimension[]
  readonly measures: readonly Measure[]
  readonly balances?: readonly Balance[]
  readonly bridges?: readonly Bridge[]
  readonly prepare?: Catalog['prepare']
  readonly references?: Catalog['references']
  readonly release?: ReleaseRules
  readonly carry?: Carry
}

function mustHave(map: ReadonlyMap<string, unknown>, id: string, whose: string): void {
  if (!map.has(id)) throw new Error(`unknown id in ${whose}: ${id}`)
}

function checkMeasure(m: Measure, catalog: Catalog): void {
  const whose = `measure ${m.id}`
  if (m.variantOf !== undefined) mustHave(catalog.measures, m.variantOf, whose)
  if (m.id.split('@')[1] !== undefined && m.id.split('@')[0] !== m.variantOf)
    throw new Error(`a variant is named after what it varies: ${m.id}`)
  if ('fact' in m) mustHave(catalog.facts, m.fact, whose)
  if (m.kind === 'flow_to_date') mustHave(catalog.measures, m.of, whose)
  if (m.kind === 'rate') for (const id of [m.of, m.per]) mustHave(catalog.measures, id, whose)
}

/** Puts the definitions together and checks that every id they name exists. */
export function makeCatalog(parts: CatalogParts): Catalog {
  const catalog: Catalog = {
    tables: byId('table', parts.tables),
    facts: byId('fact', parts.facts),
    dimensions: byId('dimension', parts.dimensions),
    measures: byId('measure', parts.measures),
    balances: parts.balances ?? [],
    ...(parts.carry !== undefined && { carry: parts.carry }),
    bridges: parts.bridges ?? [],
    prepare: parts.prepare ?? [],
    references: parts.references ?? new Map(),
    release: parts.release ?? {
      indispensable: [],
      firstNumbers: [],
      dates: "SELECT DATE '1970-01-01' AS d",
      begin: "SELECT DATE '1970-01-01' AS d",
      oddities: [],
    },
  }
  for (const f of catalog.facts.values()) for (const d of f.dimensions) mustHave(catalog.dimensions, d, `fact ${f.id}`)
  for (const m of catalog.measures.values()) checkMeasure(m, catalog)
  for (const b of catalog.balances) {
    for (const id of [b.stock, ...b.arrivals, ...b.exits]) mustHave(catalog.measures, id, `balance ${b.id}`)
    for (const id of b.across) mustHave(catalog.dimensions, id, `balance ${b.id}`)
  }
  for (const b of catalog.bridges) {
    const whose = `bridge ${b.from} to ${b.to}`
    for (const id of [b.from, b.to]) mustHave(catalog.measures, id, whose)
    for (const { by } of b.reasons) if (by !== undefined) mustHave(catalog.dimensions, by, whose)
  }
  return catalog
}
