import type { Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import { sqlTable } from './tables.ts'

/** Rows whose keys are held at a time while repeated keys are looked for. */
const heldKeys = 4_000_000

/** Up to so many rows are left out by their numbers. */
const mostListed = 1000

/** Where rows are kept that repeat the key of an earlier row of their table. */
export const repeatedSql = `
CREATE SCHEMA once;
CREATE TABLE once.repeated ("table" VARCHAR, row BIGINT, "key" VARCHAR);
`

/** Notes the rows of a table whose key, one of those chosen by a condition, stands on an earlier row. */
async function noteRepeated(engine: Engine, table: Table, chosen: string): Promise<void> {
  const keys = table.key.map((k) => `"${k}"`).join(', ')
  await engine.execute(`INSERT INTO once.repeated
    SELECT ${dialect.text(table.file)}, t.rowid, concat_ws(',', ${table.key.map((k) => `t."${k}"`).join(', ')})
    FROM ${sqlTable(table)} t
    JOIN (SELECT ${keys}, min(rowid) AS first FROM ${sqlTable(table)} WHERE ${chosen} GROUP BY ${keys} HAVING count(*) > 1) twin
    ON ${table.key.map((k) => `twin."${k}" IS NOT DISTINCT FROM t."${k}"`).join(' AND ')} AND t.rowid > twin.first`)
}

/**
 * Finds the rows of a table whose key stands on an earlier row: of the keys that do, or where that is not known among all, a
 * part at a time, so that the memory it takes does not grow with the table.
 */
async function findRepeated(engine: Engine, table: Table, known: BigInt64Array | undefined): Promise<void> {
  const keys = table.key.map((k) => `"${k}"`).join(', ')
  if (known !== undefined) {
    if (known.length > 0) await noteRepeated(engine, table, `${keys} IN (SELECT unnest([${known.join(', ')}]))`)
    return
  }
  const [row] = await engine.query(`SELECT count(*) AS n FROM ${sqlTable(table)}`)
  const parts = Math.ceil(Number(row?.['n'] ?? 0) / heldKeys)
  for (let part = 0; part < parts; part++)
    await noteRepeated(engine, table, parts === 1 ? 'true' : `hash(${keys}) % ${parts} = ${part}`)
}

/** What leaves the repeated rows out. A list of numbers costs nothing a row; looking them up in a table slows every later join. */
async function withoutRepeated(engine: Engine, table: Table): Promise<string> {
  const rows = `SELECT row FROM once.repeated WHERE "table" = ${dialect.text(table.file)}`
  const found = await engine.query(`${rows} LIMIT ${mostListed + 1}`)
  if (found.length === 0) return ''
  const chosen = found.length > mostListed ? rows : found.map(({ row }) => String(row)).join(', ')
  return ` WHERE rowid NOT IN (${chosen})`
}

/**
 * Gives the engine each table as `once.<id>`, without the rows that repeat the key of an earlier row: facts take the first.
 * `repeated` says which keys of a table stand on an earlier row too; undefined when that is not known.
 */
export async function showOnce(
  engine: Engine,
  tables: Iterable<Table>,
  repeated: (table: Table) => BigInt64Array | undefined = () => undefined,
): Promise<void> {
  for (const table of tables) {
    if (table.kind === 'core' && table.key.length > 0) await findRepeated(engine, table, repeated(table))
    const without = await withoutRepeated(engine, table)
    await engine.execute(`INSERT INTO log.duplicates SELECT "table", "key", count(*) + 1 FROM once.repeated
      WHERE "table" = ${dialect.text(table.file)} GROUP BY "table", "key"`)
    await engine.execute(`CREATE VIEW once."${table.id}" AS SELECT * FROM ${sqlTable(table)}${without}`)
  }
}
