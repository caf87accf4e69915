import type { Catalog, FactWithSql } from './catalog.ts'
import type { Measure } from './measure.ts'
import type { Column, Table } from './table.ts'

/** A table of the release, and the columns of it that the SQL of a fact names. */
export interface Source {
  readonly table: Table
  readonly columns: readonly Column[]
}

/** What a number rests on. */
export interface Behind {
  /** What a rate or a count to date is made of; the measure itself when it is counted. */
  readonly parts: readonly Measure[]
  readonly facts: readonly FactWithSql[]
  readonly sources: readonly Source[]
}

/** The measures that are counted to answer this one. */
export function partsOf(measure: Measure, catalog: Catalog): readonly Measure[] {
  if ('fact' in measure) return [measure]
  const ids = measure.kind === 'rate' ? [measure.of, measure.per] : [measure.of]
  return ids.flatMap((id) => {
    const part = catalog.measures.get(id)
    return part === undefined ? [] : partsOf(part, catalog)
  })
}

function sourceOf(table: Table, sql: string): Source {
  return { table, columns: table.columns.filter(({ name }) => new RegExp(`\\b${name}\\b`, 'i').test(sql)) }
}

/** The parts, facts, tables and columns behind a measure, from the same files that count it. */
export function behind(measure: Measure, catalog: Catalog): Behind {
  const parts = partsOf(measure, catalog)
  const ids = new Set(parts.flatMap((part) => ('fact' in part ? [part.fact] : [])))
  const facts = [...ids].flatMap((id) => catalog.facts.get(id) ?? [])
  const shared = catalog.prepare.map((each) => each.sql).join('\n')
  const tables = new Map<string, string>()
  for (const fact of facts) for (const id of fact.tables) tables.set(id, `${tables.get(id) ?? shared}\n${fact.sql}`)
  const sources = [...tables].flatMap(([id, sql]) => {
    const table = catalog.tables.get(id)
    return table === undefined ? [] : [sourceOf(table, sql)]
  })
  return { parts, facts, sources }
}
