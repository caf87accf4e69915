import type { Catalog, Table } from '#catalog'
import { dialect, type Engine } from '#engine'
import { DataError } from '#errors'
import type { TableRead } from './read.ts'
import { repairIds } from './repair.ts'
import { sqlTable } from './tables.ts'

/** `note`: worth knowing. `warn`: look at it. `stop`: nothing is published. */
export type CheckLevel = 'ok' | 'note' | 'warn' | 'stop'

export interface Check {
  readonly id: string
  readonly table: string | null
  readonly level: CheckLevel
  /** One sentence: what was found, against what. */
  readonly message: string
  readonly value: number | null
}

/** A repair that touches more rows than this stops the ingest: something new is wrong. */
const ceilingShare = 0.005
const ceilingRows = 1000
const rejectShare = 0.02
/** Cells that their column cannot hold: more than this is worth a look, and in a column that counts rest on more than that stops. */
const unreadableShare = { warn: 0.01, stop: 0.1 }
const fewCells = 20
/** Count.txt may lag by a few rows. */
const countSlack = 5

function check(
  id: string,
  level: CheckLevel,
  message: string,
  table: string | null = null,
  value: number | null = null,
): Check {
  return { id, table, level, message, value }
}

function headerChecks({ header, table, account }: TableRead): Check[] {
  const checks: Check[] = []
  for (const column of header.missing) {
    const key = table.kind === 'core' && table.required.includes(column.name)
    const counting = column.counts === true || key
    const message = counting
      ? `the column ${column.name} of ${account.file} is missing, and ${key ? 'its rows cannot be told apart' : 'counts rest on it'}`
      : `the column ${column.name} of ${account.file} is missing; it is empty in this release`
    checks.push(check('column-missing', counting ? 'stop' : 'warn', message, table.file))
  }
  for (const name of header.unknown)
    checks.push(check('column-new', 'warn', `a new column in ${account.file}: ${name}; loaded as text`, table.file))
  for (const { released, name } of header.renamed) {
    checks.push(
      check(
        'column-renamed',
        'note',
        `the column ${name} of ${account.file} is called ${released} in this release`,
        table.file,
      ),
    )
  }
  return checks
}

function repairChecks(read: TableRead, accepted: boolean): Check[] {
  const { account, repairs, table } = read
  const ceiling = Math.max(ceilingRows, Math.floor(account.rows_in * ceilingShare))
  // Motions end rows early as a habit.
  const habitual = table.trailing !== undefined
  return repairIds.flatMap((id) => {
    const rows = repairs[id]
    if (rows <= ceiling || habitual) return []
    const message = `the repair ${id} would touch ${rows} rows of ${account.file}; its ceiling is ${ceiling}`
    return [check('repair-ceiling', accepted ? 'warn' : 'stop', message, table.file, rows)]
  })
}

function cellChecks({ unreadable, account, table }: TableRead): Check[] {
  return Object.entries(unreadable).flatMap(([name, cells]) => {
    const share = cells / account.rows_in
    if (cells <= fewCells || share <= unreadableShare.warn) return []
    const counts = table.columns.some((column) => column.name === name && column.counts === true)
    const level = counts && share > unreadableShare.stop ? 'stop' : 'warn'
    const message = `${cells} of ${account.rows_in} cells of ${name} in ${account.file} hold something that the column cannot hold`
    return [check('column-unreadable', level, message, table.file, cells)]
  })
}

function countChecks({ account, table }: TableRead, accepted: boolean): Check[] {
  const checks: Check[] = []
  const { rows_expected: expected, rows_in: rows } = account
  if (expected === null)
    checks.push(check('count-unknown', 'note', `Count.txt does not name ${account.file}`, table.file))
  else if (Math.abs(expected - rows) >= countSlack) {
    checks.push(
      check(
        'count-differs',
        'warn',
        `${account.file} has ${rows} rows; Count.txt says ${expected}`,
        table.file,
        rows - expected,
      ),
    )
  }
  const rejects = account.rows_in * rejectShare
  if (account.rows_rejected > rejects) {
    checks.push(
      check(
        'many-rejects',
        accepted || account.rows_rejected <= ceilingRows ? 'warn' : 'stop',
        `${account.rows_rejected} of ${account.rows_in} rows of ${account.file} were rejected`,
        table.file,
        account.rows_rejected,
      ),
    )
  }
  return checks
}

/** Repairs that no row of the release needed: perhaps mended upstream. */
function idleRepairs(reads: readonly TableRead[]): Check[] {
  return repairIds
    .filter((id) => reads.every((read) => read.repairs[id] === 0))
    .map((id) => check('repair-idle', 'note', `the repair ${id} matched no row of this release`))
}

/** Checks of the files as they were read. */
export function readChecks(
  reads: readonly TableRead[],
  absent: readonly Check[],
  { acceptRepairs, whole }: { acceptRepairs: boolean; whole: boolean },
): Check[] {
  const checks = reads.flatMap((read) => [
    ...headerChecks(read),
    ...countChecks(read, acceptRepairs),
    ...cellChecks(read),
    ...repairChecks(read, acceptRepairs),
  ])
  return [...checks, ...absent, ...(whole ? idleRepairs(reads) : [])]
}

/** A core table that the release itself counts rows of was lost on the way; another one may have been given up by EOIR. */
function missingTable(table: Table, counted: number | undefined): Check {
  if (table.kind === 'core' && counted !== undefined && counted > 0) {
    const message = `${table.file}.csv is not in this release, though its Count.txt says ${counted} rows`
    return check('table-missing', 'stop', message, table.file, counted)
  }
  return check('table-missing', 'warn', `${table.file}.csv is not in this release; its table is empty`, table.file)
}

/** Tables in the form of a release that are no data: its own list of columns. */
const notData = new Set(['eoirdb_schema.csv'])

/**
 * Checks of what the release holds: `files` are its names in lower case, `counts` what its Count.txt says, by table
 * in lower case.
 */
export function fileChecks(
  tables: readonly Table[],
  files: readonly string[],
  counts: ReadonlyMap<string, number>,
): Check[] {
  const known = new Set(tables.map((table) => `${table.file.toLowerCase()}.csv`))
  const present = new Set(files)
  const missing = tables.filter((table) => !present.has(`${table.file.toLowerCase()}.csv`))
  const unknown = files.filter((name) => name.endsWith('.csv') && !known.has(name) && !notData.has(name))
  return [
    ...missing.map((table) => missingTable(table, counts.get(table.file.toLowerCase()))),
    ...unknown.map((name) =>
      check('file-unknown', 'warn', `a file of the release that no table is defined for: ${name}; it was not read`),
    ),
  ]
}

async function duplicateKeys(engine: Engine, table: Table): Promise<Check[]> {
  const [row] = await engine.query(
    `SELECT count(DISTINCT "key") AS n, count(*) AS surplus FROM once.repeated WHERE "table" = ${dialect.text(table.file)}`,
  )
  if (row?.['n'] === 0 || row === undefined) return []
  const surplus = Number(row['surplus'])
  return [
    check(
      'duplicate-key',
      'warn',
      `keys of ${table.file} that stand on more than one row: ${row['n']} (rows too many: ${surplus}); facts take the first`,
      table.file,
      surplus,
    ),
  ]
}

async function count(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.query(sql)
  return Number(row?.['n'] ?? 0)
}

/** Codes that no lookup of the release explains, for the columns that counts rest on. They are shown as they are. */
async function unknownCodes(engine: Engine, table: Table, byFile: ReadonlyMap<string, Table>): Promise<Check[]> {
  const checks: Check[] = []
  for (const column of table.columns) {
    const [file, key] = column.lookup?.split('.') ?? []
    const lookup = file === undefined ? undefined : byFile.get(file)
    if (column.counts !== true || lookup === undefined || key === undefined || lookup.kind !== 'lookup') continue
    const n = await count(
      engine,
      `SELECT count(*) AS n FROM ${sqlTable(table)} WHERE "${column.name}" IS NOT NULL AND "${column.name}" NOT IN (SELECT "${key}" FROM ${sqlTable(lookup)} WHERE "${key}" IS NOT NULL)`,
    )
    if (n > 0)
      checks.push(
        check(
          'unknown-code',
          'note',
          `rows of ${table.file} with a code in ${column.name} that ${file} does not explain: ${n}; it is shown as it is`,
          table.file,
          n,
        ),
      )
  }
  return checks
}

/** Checks of these tables once loaded; of the whole release when it is there. */
export async function tableChecks(
  engine: Engine,
  catalog: Catalog,
  of: readonly Table[],
  whole: boolean,
): Promise<Check[]> {
  const tables = [...catalog.tables.values()]
  const byFile = new Map(tables.map((t) => [t.file, t]))
  const checks: Check[] = []
  for (const table of of) {
    if (table.kind !== 'core') continue
    checks.push(...(await duplicateKeys(engine, table)))
    checks.push(...(await unknownCodes(engine, table, byFile)))
  }
  for (const { id, sql, message } of whole ? catalog.release.oddities : []) {
    const n = await count(engine, sql)
    if (n > 0) checks.push(check(id, 'note', message.replace('{n}', String(n)), null, n))
  }
  return checks
}

/** Raises a DataError when a check says stop. */
export function stopIfAny(checks: readonly Check[]): void {
  const stops = checks.filter((c) => c.level === 'stop')
  if (stops.length === 0) return
  throw new DataError(
    `the release did not pass its checks and was not published:\n${stops.map((c) => `  ${c.message}`).join('\n')}`,
    {
      code: 'checks-failed',
      value: stops[0]?.id,
      hint: stops.every((c) => c.id === 'repair-ceiling' || c.id === 'many-rejects')
        ? 'look at the rows, in the release and in docs/dirt.md; --accept-repairs goes on'
        : 'see whether the release is whole and of a layout that opendocket knows',
    },
  )
}
