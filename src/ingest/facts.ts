import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog, FactWithSql } from '#catalog'
import { attachWritten, dialect, type Engine, openShown } from '#engine'

/** Where a built fact lies in the folder of its build: a database of its own, never touched again. */
export function factPath(id: string): string {
  return join('facts', `${id}.duckdb`)
}

/** Facts in an order in which each comes after those it needs. */
export function inOrder(facts: readonly FactWithSql[]): FactWithSql[] {
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

/** Runs SQL of the definitions, with the last date of the release in its place. */
async function run(engine: Engine, sql: string, asOf: string): Promise<void> {
  await engine.execute(sql.replaceAll('DATE $as_of', dialect.date(asOf)))
}

/** Runs what the facts share. */
export async function prepareFacts(engine: Engine, catalog: Catalog, asOf: string): Promise<void> {
  for (const { sql } of catalog.prepare) await run(engine, sql, asOf)
}

/**
 * Builds a fact into a file of its own below a folder; the SQL of the definitions sees it as `facts.<id>`, and those it comes
 * after as `built.<id>`.
 */
export async function writeFact(engine: Engine, folder: string, fact: FactWithSql, asOf: string): Promise<void> {
  await mkdir(join(folder, 'facts'), { recursive: true })
  await withFacts(engine, { folder, ids: fact.after ?? [], schema: 'built' }, async () => {
    await engine.execute(attachWritten(join(folder, factPath(fact.id)), 'facts'))
    await run(engine, fact.sql, asOf)
    await engine.execute('CHECKPOINT facts')
    await engine.execute('DETACH facts')
  })
}

/** Shows a built fact by itself, as `facts.<id>`, to something that looks at it while others are being built. */
export async function withFact<T>(
  folder: string,
  fact: FactWithSql,
  options: { readonly threads: number; readonly memory: string },
  look: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await openShown([{ path: join(folder, factPath(fact.id)), schema: 'facts' }], options)
  try {
    return await look(engine)
  } finally {
    engine.close()
  }
}

/** Shows an engine built facts as `<schema>.<id>` while something looks at them. */
export async function withFacts<T>(
  engine: Engine,
  { folder, ids, schema }: { readonly folder: string; readonly ids: readonly string[]; readonly schema: string },
  look: () => Promise<T>,
): Promise<T> {
  await engine.execute(`CREATE SCHEMA "${schema}"`)
  for (const id of ids) {
    await engine.execute(`ATTACH ${dialect.text(join(folder, factPath(id)))} AS "fact_${id}" (READ_ONLY)`)
    await engine.execute(`CREATE VIEW "${schema}"."${id}" AS FROM "fact_${id}".main."${id}"`)
  }
  const result = await look()
  await engine.execute(`DROP SCHEMA "${schema}" CASCADE`)
  for (const id of ids) await engine.execute(`DETACH "fact_${id}"`)
  return result
}

/** Dimension → code → whether a fact holds it. */
export type Held = Map<string, Map<string, boolean>>

/** Adds what one fact holds to what others do. */
export function addHeld(held: Held, more: ReadonlyMap<string, ReadonlyMap<string, boolean>>): void {
  for (const [dimension, codes] of more) {
    const known = held.get(dimension) ?? new Map<string, boolean>()
    for (const [code, used] of codes) known.set(code, used || known.get(code) === true)
    held.set(dimension, known)
  }
}

/** The codes that a fact holds, by a look at all its rows. */
export async function heldBy(engine: Engine, fact: FactWithSql, catalog: Catalog): Promise<Held> {
  const held: Held = new Map()
  for (const id of fact.dimensions) {
    if (catalog.dimensions.get(id)?.kind !== 'code') continue
    const rows = await engine.query(`SELECT DISTINCT CAST("${id}" AS VARCHAR) AS code FROM facts."${fact.id}"`)
    const codes = rows.flatMap(({ code }) => (typeof code === 'string' ? [code] : []))
    held.set(id, new Map(codes.map((code) => [code, true])))
  }
  return held
}

/**
 * `reference.member`: every code of every dimension that a fact holds (`used`) or a lookup explains, with the release's own
 * label, so that a server knows them without a scan.
 */
export async function buildMembers(engine: Engine, catalog: Catalog, held: Held): Promise<void> {
  await engine.execute(
    'CREATE OR REPLACE TABLE reference.member (dimension VARCHAR, code VARCHAR, label VARCHAR, used BOOLEAN)',
  )
  for (const dimension of catalog.dimensions.values()) {
    if (dimension.kind !== 'code') continue
    await engine.execute('CREATE OR REPLACE TABLE work.used (code VARCHAR, used BOOLEAN)')
    const codes = [...(held.get(dimension.id) ?? [])].map(([code, used]) => `(${dialect.text(code)}, ${used})`)
    if (codes.length > 0) await engine.execute(`INSERT INTO work.used VALUES ${codes.join(', ')}`)
    const labels = dimension.labels ?? 'SELECT CAST(NULL AS VARCHAR) AS code, CAST(NULL AS VARCHAR) AS label'
    await engine.execute(`INSERT INTO reference.member
      SELECT ${dialect.text(dimension.id)}, coalesce(c.code, l.code), any_value(l.label), bool_or(coalesce(c.used, false))
      FROM work.used c FULL JOIN (${labels}) l ON l.code = c.code
      WHERE coalesce(c.code, l.code) IS NOT NULL GROUP BY coalesce(c.code, l.code) ORDER BY 2`)
  }
}

/** The first month in which anything was counted. */
export async function firstMonth(engine: Engine, catalog: Catalog, asOf: string): Promise<string> {
  const [row] = await engine.query(`SELECT ${dialect.month('min(d)')} AS m FROM (${catalog.release.begin})`)
  return typeof row?.['m'] === 'string' ? row['m'] : asOf.slice(0, 7)
}
