import type { Engine, SqlRow } from '#engine'

/** The account of one table: every row loaded or rejected. */
export interface TableAccount {
  readonly table: string
  readonly file: string
  readonly rows_in: number
  readonly rows_loaded: number
  readonly rows_repaired: number
  readonly rows_rejected: number
  /** What the release's own Count.txt says; null when it does not. */
  readonly rows_expected: number | null
  readonly lines_in: number
}

export interface CheckAccount {
  readonly id: string
  readonly table: string | null
  readonly level: string
  readonly message: string
}

/** A row as it stood in the file, and what was done with it. */
export interface RowAccount {
  readonly table: string
  readonly line: number
  /** Why it was rejected, or by which repair it was mended. */
  readonly why: string
  /** Its text, long free text cut. */
  readonly raw: string
}

/** A column whose name is new, missing or another in this release. */
export interface HeaderAccount {
  readonly table: string
  readonly position: number
  readonly released: string
  readonly name: string | null
}

/** What an ingest did with a release. */
export interface ReleaseAccount {
  readonly tables: readonly TableAccount[]
  readonly checks: readonly CheckAccount[]
  readonly headers: readonly HeaderAccount[]
  readonly cleaned: { readonly nul: number; readonly control: number; readonly decoded: number }
  readonly repairs: {
    readonly total: number
    readonly byKind: readonly { readonly kind: string; readonly rows: number }[]
    readonly rows: readonly RowAccount[]
  }
  readonly rejects: { readonly total: number; readonly rows: readonly RowAccount[] }
}

/** At most this many raw rows are shown; all of them are in the log of the release. */
const shown = 100
const longestRaw = 300

function text(row: SqlRow, column: string): string {
  return row[column] === null || row[column] === undefined ? '' : String(row[column])
}

function number(row: SqlRow | undefined, column: string): number {
  const value = row?.[column]
  return typeof value === 'number' ? value : 0
}

/** Bytes as text: a tab shows as an arrow, anything that is not printable as a dot. */
function printable(blob: string): string {
  const decoded = blob.replaceAll(/\\x([0-9A-F]{2})/g, (_, hex: string) => {
    const byte = Number.parseInt(hex, 16)
    if (byte === 9) return '→'
    return byte < 0x20 || byte === 0x7f ? '·' : Buffer.from([byte]).toString('latin1')
  })
  return decoded.length > longestRaw ? `${decoded.slice(0, longestRaw)} …` : decoded
}

function rowAccount(row: SqlRow): RowAccount {
  return {
    table: text(row, 'table'),
    line: number(row, 'line'),
    why: text(row, 'why'),
    raw: printable(text(row, 'raw')),
  }
}

async function tables(engine: Engine): Promise<TableAccount[]> {
  const rows = await engine.query('SELECT * FROM log.accounts ORDER BY rows_in DESC, "table"')
  return rows.map((row) => ({
    table: text(row, 'table'),
    file: text(row, 'file'),
    rows_in: number(row, 'rows_in'),
    rows_loaded: number(row, 'rows_loaded'),
    rows_repaired: number(row, 'rows_repaired'),
    rows_rejected: number(row, 'rows_rejected'),
    rows_expected: row['rows_expected'] === null ? null : number(row, 'rows_expected'),
    lines_in: number(row, 'lines_in'),
  }))
}

/** Reads the account from the log of a built release. */
export async function readAccount(engine: Engine): Promise<ReleaseAccount> {
  const sample = (table: string, why: string): Promise<SqlRow[]> =>
    engine.query(
      `SELECT "table", line, ${why} AS why, CAST(raw AS VARCHAR) AS raw FROM log.${table} ORDER BY "table", line LIMIT ${shown}`,
    )
  const [cleaned] = await engine.query(
    'SELECT CAST(sum(nul) AS BIGINT) AS nul, CAST(sum(control) AS BIGINT) AS control, CAST(sum(decoded) AS BIGINT) AS decoded FROM log.cleaning',
  )
  const kinds = await engine.query(
    'SELECT repair, count(*) AS n FROM log.repairs GROUP BY repair ORDER BY n DESC, repair',
  )
  const [rejects] = await engine.query('SELECT count(*) AS n FROM log.rejects')
  const headers = await engine.query(
    'SELECT * FROM log.headers WHERE name IS NULL OR lower(name) <> lower(released) ORDER BY "table", position',
  )
  const checks = await engine.query('SELECT * FROM log.checks')
  return {
    tables: await tables(engine),
    checks: checks.map((row) => ({
      id: text(row, 'id'),
      table: row['table'] === null ? null : text(row, 'table'),
      level: text(row, 'level'),
      message: text(row, 'message'),
    })),
    headers: headers.map((row) => ({
      table: text(row, 'table'),
      position: number(row, 'position'),
      released: text(row, 'released'),
      name: row['name'] === null ? null : text(row, 'name'),
    })),
    cleaned: { nul: number(cleaned, 'nul'), control: number(cleaned, 'control'), decoded: number(cleaned, 'decoded') },
    repairs: {
      total: kinds.reduce((sum, row) => sum + number(row, 'n'), 0),
      byKind: kinds.map((row) => ({ kind: text(row, 'repair'), rows: number(row, 'n') })),
      rows: (await sample('repairs', 'repair')).map(rowAccount),
    },
    rejects: { total: number(rejects, 'n'), rows: (await sample('rejects', 'reason')).map(rowAccount) },
  }
}
