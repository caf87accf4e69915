import type { Catalog, FactWithSql } from '#catalog'
import { dialect, type Engine } from '#engine'

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

/** Runs the definitions' SQL: all judgement is there. Returns the first month in which anything was counted. */
export async function buildFacts(engine: Engine, catalog: Catalog, asOf: string): Promise<string> {
  const run = async (sql: string): Promise<void> => engine.execute(sql.replaceAll('DATE $as_of', dialect.date(asOf)))
  for (const { sql } of catalog.prepare) await run(sql)
  for (const fact of inOrder([...catalog.facts.values()])) await run(fact.sql)
  const firsts = [...catalog.facts.values()].map((f) => `SELECT min("${f.date}") AS d FROM facts."${f.id}"`)
  const [row] = await engine.query(`SELECT ${dialect.month('min(d)')} AS m FROM (${firsts.join(' UNION ALL ')})`)
  return typeof row?.['m'] === 'string' ? row['m'] : asOf.slice(0, 7)
}
