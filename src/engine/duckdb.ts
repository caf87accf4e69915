import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

export type SqlValue = string | number | boolean | null
export type SqlRow = Record<string, SqlValue>
export type Parameter = string | number

/** A statement that the engine refused, with its text. */
export class EngineError extends Error {
  readonly sql: string

  constructor(cause: unknown, sql: string) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(`${reason}\n--- in this statement:\n${sql.length > 2000 ? `${sql.slice(0, 2000)} …` : sql}`, { cause })
    this.name = 'EngineError'
    this.sql = sql
  }
}

/** Values of a column, for as long as the piece is being taken. */
export type NumberColumn = Uint8Array | Uint16Array | Uint32Array

export interface EngineOptions {
  /** A file, or `:memory:`. */
  readonly path: string
  readonly readOnly?: boolean
  readonly threads?: number
  /** For instance `2GB`. */
  readonly memory?: string
  readonly temporary?: string
}

/** The one border with the database: SQL and parameters in, rows out. */
export interface Engine {
  query(sql: string, parameters?: readonly Parameter[]): Promise<SqlRow[]>
  /** Runs one or several statements and returns nothing. */
  execute(sql: string): Promise<void>
  /** Stops what runs, and everything asked later: it fails. */
  interrupt(): void
  /** Reads columns of unsigned integers piece by piece, without a row as an object; a missing value must not occur. */
  read(sql: string, take: (columns: readonly NumberColumn[], rows: number) => void): Promise<void>
  close(): void
}

/** Large integers become numbers (all our counts are below 2^53); dates and the like become text. */
function plain(value: DuckDBValue): SqlValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (typeof value === 'bigint') return Number(value)
  return String(value)
}

/** The values of a vector as they lie in the engine's memory. */
function numbersOf(vector: unknown): NumberColumn {
  const items: unknown = typeof vector === 'object' && vector !== null ? Reflect.get(vector, 'items') : undefined
  if (items instanceof Uint16Array || items instanceof Uint8Array || items instanceof Uint32Array) return items
  throw new Error('the engine gives its columns in another form than expected')
}

function settings(options: EngineOptions): Record<string, string> {
  const out: Record<string, string> = { threads: String(options.threads ?? 2) }
  if (options.memory !== undefined) out['memory_limit'] = options.memory
  if (options.temporary !== undefined) out['temp_directory'] = options.temporary
  if (options.readOnly === true) out['access_mode'] = 'READ_ONLY'
  return out
}

/** The name of a file that is written, as a database of the engine. */
const written = 'written'

/**
 * SQL that opens a file to be written. Files are read by the engine that wrote them: its newest storage is written in
 * half the time and is smaller. There is no journal: a file is whole when it is closed, or of no use; and where the
 * disk fails, a journal that can neither be written nor taken back ends the whole process.
 */
export function attachWritten(path: string, as = written): string {
  const file = `'${path.replaceAll("'", "''")}'`
  return `ATTACH ${file} AS ${as} (STORAGE_VERSION 'latest', RECOVERY_MODE no_wal_writes)`
}

class DuckDbEngine implements Engine {
  readonly #instance: DuckDBInstance
  readonly #idle: DuckDBConnection[] = []
  readonly #busy = new Set<DuckDBConnection>()
  readonly #database: string | undefined
  #closed = false
  #interrupted = false

  /** `database`: the one that names without a database are looked for in, where it is not the first. */
  constructor(instance: DuckDBInstance, database?: string) {
    this.#instance = instance
    this.#database = database
  }

  async query(sql: string, parameters: readonly Parameter[] = []): Promise<SqlRow[]> {
    return this.#use(sql, async (connection) => {
      const reader = await connection.runAndReadAll(sql, [...parameters])
      return reader.getRowObjects().map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, plain(v)])))
    })
  }

  async execute(sql: string): Promise<void> {
    await this.#use(sql, async (connection) => {
      await connection.run(sql)
    })
  }

  interrupt(): void {
    this.#interrupted = true
    for (const connection of this.#busy) connection.interrupt()
  }

  async read(sql: string, take: (columns: readonly NumberColumn[], rows: number) => void): Promise<void> {
    await this.#use(sql, async (connection) => {
      const result = await connection.stream(sql)
      let coming = result.fetchChunk()
      try {
        for (let chunk = await coming; chunk !== null && chunk.rowCount > 0; chunk = await coming) {
          // The engine fills the next piece while this one is looked at.
          coming = result.fetchChunk()
          const { columnCount, rowCount } = chunk
          const vectors = Array.from({ length: columnCount }, (_, i) => chunk?.getColumnVector(i))
          take(vectors.map(numbersOf), rowCount)
        }
      } finally {
        await coming.catch(() => undefined)
      }
    })
  }

  close(): void {
    this.#closed = true
    for (const connection of this.#idle.splice(0)) connection.closeSync()
    this.#instance.closeSync()
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await this.#instance.connect()
    if (this.#database !== undefined) await connection.run(`USE ${this.#database}`)
    return connection
  }

  /** Queries at the same time run on connections of their own; a connection is used again when free. */
  async #use<T>(sql: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    if (this.#interrupted) throw new EngineError(new Error('interrupted'), sql)
    const connection = this.#idle.pop() ?? (await this.#connect())
    this.#busy.add(connection)
    try {
      return await work(connection)
    } catch (cause) {
      throw new EngineError(cause, sql)
    } finally {
      this.#busy.delete(connection)
      if (this.#closed) connection.closeSync()
      else this.#idle.push(connection)
    }
  }
}

/** Opens a database. A path that cannot be opened raises an EngineError. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  try {
    if (options.path === ':memory:' || options.readOnly === true)
      return new DuckDbEngine(await DuckDBInstance.create(options.path, settings(options)))
    const instance = await DuckDBInstance.create(':memory:', settings(options))
    const connection = await instance.connect()
    await connection.run(attachWritten(options.path))
    connection.closeSync()
    return new DuckDbEngine(instance, written)
  } catch (cause) {
    throw new EngineError(cause, `open ${options.path}`)
  }
}
