import type { ColumnType, Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import { DataError } from '#errors'
import type { TableRead } from './read.ts'

const sqlTypes: Readonly<Record<ColumnType, string>> = {
  integer: 'BIGINT',
  string: 'VARCHAR',
  code: 'VARCHAR',
  datetime: 'TIMESTAMP',
  date: 'DATE',
  time: 'VARCHAR',
  month_year: 'VARCHAR',
  bit: 'TINYINT',
  decimal: 'DOUBLE',
}

function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}

/** A table of the release in SQL: `tables.proceeding`. */
export function sqlTable(table: Table): string {
  return `tables.${name(table.id)}`
}

interface LoadedColumn {
  /** Name of the text column in the clean file. */
  readonly raw: string
  readonly name: string
  readonly type: ColumnType
}

function loadedColumns(read: TableRead): LoadedColumn[] {
  const taken = new Set<string>()
  const unique = (wanted: string): string => {
    let free = wanted
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${wanted}_${n}`
    taken.add(free.toLowerCase())
    return free
  }
  const columns = read.header.columns.map(
    ({ released, column }, at): LoadedColumn => ({
      raw: `c${at}`,
      name: unique(column?.name ?? (released === '' ? `column_${at + 1}` : released)),
      type: column?.type ?? 'string',
    }),
  )
  const extra = Array.from(
    { length: read.table.trailing ?? 0 },
    (_, n): LoadedColumn => ({
      raw: `c${columns.length + n}`,
      name: unique(`extra_${n + 1}`),
      type: 'string',
    }),
  )
  return [...columns, ...extra]
}

/** The typed value of a column: trimmed, empty as missing, codes in upper case, what cannot be read as missing. */
function typed(column: LoadedColumn): string {
  const text = `nullif(trim(${column.raw}), '')`
  if (column.type === 'code') return `upper(${text})`
  const type = sqlTypes[column.type]
  return type === 'VARCHAR' ? text : `TRY_CAST(${text} AS ${type})`
}

/** Names and raw values of the cells of a row that hold something unreadable. */
function unreadable(columns: readonly LoadedColumn[]): string {
  const cast = columns.filter((c) => sqlTypes[c.type] !== 'VARCHAR')
  if (cast.length === 0) return 'CAST(NULL AS VARCHAR)'
  const cells = cast.map(
    (c) =>
      `CASE WHEN trim(${c.raw}) <> '' AND ${typed(c)} IS NULL THEN ${dialect.text(`${c.name}=`)} || trim(${c.raw}) END`,
  )
  return `concat_ws(chr(9), ${cells.join(', ')})`
}

function source(read: TableRead, columns: readonly LoadedColumn[]): string {
  const types = columns.map((c) => `'${c.raw}': 'VARCHAR'`).join(', ')
  return `read_csv(${dialect.text(read.cleanFile)}, header = false, auto_detect = false, delim = '\\t', quote = '', escape = '',
    new_line = '\\n', null_padding = false, strict_mode = true, max_line_size = 8388608, nullstr = '', columns = {${types}})`
}

/**
 * Loads the clean rows of a table into `tables.<id>`: same rows as released, typed, missing columns empty.
 * The engine must hold exactly as many rows as we counted. Cells that could not be read go to `log.cells`.
 */
export async function loadTable(engine: Engine, read: TableRead): Promise<void> {
  const columns = loadedColumns(read)
  const table = sqlTable(read.table)
  const wanted = [
    ...columns.map((c) => `${typed(c)} AS ${name(c.name)}`),
    ...read.header.missing.map((c) => `CAST(NULL AS ${sqlTypes[c.type]}) AS ${name(c.name)}`),
    `${unreadable(columns)} AS _unreadable`,
  ]
  await engine.execute(`CREATE TABLE ${table} AS SELECT ${wanted.join(',\n')} FROM ${source(read, columns)}`)
  const [count] = await engine.query(
    `SELECT count(*) AS n, count(*) FILTER (WHERE _unreadable <> '') AS odd FROM ${table}`,
  )
  if (count?.['n'] !== read.account.rows_loaded) {
    throw new DataError(
      `the account of ${read.account.file} does not close: ${read.account.rows_loaded} clean rows were handed on and ${count?.['n']} arrived`,
      {
        code: 'account-open',
        value: read.account.file,
        hint: 'nothing was published; please report this release',
      },
    )
  }
  if (count['odd'] !== 0) {
    await engine.execute(`INSERT INTO log.cells
      SELECT ${dialect.text(read.account.file)}, rowid, split_part(cell, '=', 1), substr(cell, instr(cell, '=') + 1)
      FROM (SELECT rowid, unnest(string_split(_unreadable, chr(9))) AS cell FROM ${table} WHERE _unreadable <> '')`)
  }
  await engine.execute(`ALTER TABLE ${table} DROP COLUMN _unreadable`)
}

/** An empty table for a file that the release lacks. */
export async function emptyTable(engine: Engine, table: Table): Promise<void> {
  const columns = table.columns.map((c) => `${name(c.name)} ${sqlTypes[c.type]}`)
  await engine.execute(`CREATE TABLE ${sqlTable(table)} (${columns.join(', ')})`)
}
