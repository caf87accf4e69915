import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import { ParquetFile } from './parquet.ts'

/** Where a built table lies in the folder of its build. */
export function tablePath(table: Table): string {
  return join('tables', `${table.id}.parquet`)
}

/** A table of the release in SQL: `tables.proceeding`. */
export function sqlTable(table: Table): string {
  return `tables."${table.id}"`
}

/**
 * Gives an engine the tables of a build as `tables.<id>`: views over its Parquet files, in a database of their own in memory,
 * so that nothing published knows where it lies. `rowid` is the place of a row in its file, as in a table of the engine.
 */
export async function attachTables(engine: Engine, folder: string, tables: Iterable<Table>): Promise<void> {
  await engine.execute("ATTACH IF NOT EXISTS ':memory:' AS tables")
  for (const table of tables) {
    const path = join(folder, tablePath(table))
    if (!existsSync(path)) continue
    await engine.execute(
      `CREATE VIEW ${sqlTable(table)} AS SELECT *, file_row_number AS rowid FROM read_parquet(${dialect.text(path)}, file_row_number = true)`,
    )
  }
}

/** An empty table for a file that the release lacks. */
export function writeEmptyTable(table: Table, path: string): void {
  new ParquetFile(path, table.columns).finish()
}
