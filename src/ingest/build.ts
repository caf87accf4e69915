import type { Catalog, FactWithSql } from '#catalog'
import { dialect, type Engine } from '#engine'
import { type CarrySource, loadCarried } from './carry.ts'

/** Facts in an order in which each comes after those it needs. */
function inOrder(facts: readonly FactWithSql[]): FactWithSql[] {
  const done = new Set<string>()
  const ordered: FactWithSql[] = []
  const visit = (fact: FactWithSql): void => {
    if (done.has(fact.id)) return
    done.add(fact.id)
    for (const id of fact.after ?? []) {
      const before = facts.find((f) => f.id === id)
      if (before !== undefined) visit(before)
    }
    ordered.push(fact)
  }
  for (const fact of facts) visit(fact)
  return ordered
}

/**
 * `facts.member`: every code of every dimension that a fact holds (`used`) or a lookup explains, with the
 * release's own label, so that a server knows them without a scan.
 */
async function buildMembers(engine: Engine, catalog: Catalog): Promise<void> {
  await engine.execute('CREATE TABLE facts.member (dimension VARCHAR, code VARCHAR, label VARCHAR, used BOOLEAN)')
  for (const dimension of catalog.dimensions.values()) {
    if (dimension.kind !== 'code') continue
    const holding = [...catalog.facts.values()].filter((f) => f.dimensions.includes(dimension.id))
    const codes = holding
      .map((f) => `SELECT DISTINCT CAST("${dimension.id}" AS VARCHAR) AS code FROM facts."${f.id}"`)
      .join(' UNION ')
    const labels = dimension.labels ?? 'SELECT NULL::VARCHAR AS code, NULL::VARCHAR AS label'
    await engine.execute(`INSERT INTO facts.member
      SELECT ${dialect.text(dimension.id)}, coalesce(c.code, l.code), any_value(l.label), bool_or(c.code IS NOT NULL)
      FROM (${codes}) c FULL JOIN (${labels}) l ON l.code = c.code
      WHERE coalesce(c.code, l.code) IS NOT NULL GROUP BY coalesce(c.code, l.code) ORDER BY 2`)
  }
}

/** Runs the definitions' SQL: all judgement is there. Returns the first month in which anything was counted. */
export async function buildFacts(
  engine: Engine,
  catalog: Catalog,
  asOf: string,
  carried?: CarrySource,
): Promise<string> {
  const run = async (sql: string): Promise<void> => engine.execute(sql.replaceAll('DATE $as_of', dialect.date(asOf)))
  await loadCarried(engine, catalog, carried)
  for (const { sql } of catalog.prepare) await run(sql)
  for (const fact of inOrder([...catalog.facts.values()])) await run(fact.sql)
  await buildMembers(engine, catalog)
  const [row] = await engine.query(`SELECT ${dialect.month('min(d)')} AS m FROM (${catalog.release.begin})`)
  return typeof row?.['m'] === 'string' ? row['m'] : asOf.slice(0, 7)
}
