import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as dialect from './dialect.ts'
import { type Engine, type EngineOptions, openEngine } from './duckdb.ts'

/** A database file, to be read only. */
export interface ShownFile {
  readonly path: string
  /** Schema under which its tables are shown; without one each keeps its own. */
  readonly schema?: string
}

/**
 * Opens several database files together, read-only: an engine in memory that shows their tables as `<schema>.<table>`.
 * A file that cannot be opened raises an EngineError.
 */
export async function openShown(
  files: readonly ShownFile[],
  options: Omit<EngineOptions, 'path' | 'readOnly'> = {},
): Promise<Engine> {
  const engine = await openEngine({ ...options, path: ':memory:' })
  try {
    for (const [at, { path, schema }] of files.entries()) {
      const name = `file_${at}`
      await engine.execute(`ATTACH ${dialect.text(path)} AS ${name} (READ_ONLY)`)
      const tables = await engine.query(
        'SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = $1 AND NOT internal',
        [name],
      )
      for (const row of tables) {
        const [own, table] = [String(row['schema_name']), String(row['table_name'])]
        const shown = schema ?? own
        await engine.execute(`CREATE SCHEMA IF NOT EXISTS "${shown}"`)
        await engine.execute(`CREATE VIEW "${shown}"."${table}" AS FROM ${name}."${own}"."${table}"`)
      }
    }
    return engine
  } catch (error) {
    engine.close()
    throw error
  }
}

/** Opens a built release: accounts and references lie in one file of its folder, each fact in one of its own. */
export async function openBuilt(
  folder: string,
  options: Omit<EngineOptions, 'path' | 'readOnly'> = {},
): Promise<Engine> {
  const names = await readdir(join(folder, 'facts')).catch(() => [])
  const facts = names
    .filter((name) => name.endsWith('.duckdb'))
    .map((name): ShownFile => ({ path: join(folder, 'facts', name), schema: 'facts' }))
  return openShown([{ path: join(folder, 'release.duckdb') }, ...facts], options)
}
