import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ColumnType, isMissing, type Table } from '#catalog'
import { catalog } from '#definitions'
import { courtData } from '#disclosure'
import { dialect, type Engine, openEngine } from '#engine'
import { openService, type QueryService, type Result } from '#query'
import { buildCubes } from '../../src/cubes/index.ts'
import { loadCarried } from '../../src/ingest/carry.ts'
import { addHeld, buildMembers, firstMonth, type Held, heldBy, inOrder, prepareFacts } from '../../src/ingest/facts.ts'
import { loadReferences, schemaSql } from '../../src/ingest/log.ts'
import { showOnce } from '../../src/ingest/once.ts'

export type TextRow = Readonly<Record<string, string>>

/** Reads a small table that a person can count: a line of names, then rows; cells are words, `.` is an empty cell. */
export function table(text: string): TextRow[] {
  const [names = [], ...rows] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(/\s+/))
  return rows.map((cells) => {
    if (cells.length !== names.length)
      throw new Error(`${cells.length} cells under ${names.length} names: ${cells.join(' ')}`)
    return Object.fromEntries(names.map((name, i) => [name, cells[i] === '.' ? '' : (cells[i] ?? '')]))
  })
}

const proceedingColumns: Readonly<Record<string, string>> = {
  proceeding: 'IDNPROCEEDING',
  case: 'IDNCASE',
  osc: 'OSC_DATE',
  input: 'INPUT_DATE',
  comp: 'COMP_DATE',
  dec: 'DEC_CODE',
  other: 'OTHER_COMP',
  court: 'BASE_CITY_CODE',
  loc: 'HEARING_LOC_CODE',
  nat: 'NAT',
  type: 'CASE_TYPE',
  custody: 'CUSTODY',
  absentia: 'ABSENTIA',
  lang: 'LANG',
  judge: 'IJ_CODE',
}

const caseColumns: Readonly<Record<string, string>> = {
  case: 'IDNCASE',
  nat: 'NAT',
  type: 'CASE_TYPE',
  custody: 'CUSTODY',
  counsel: 'E_28_DATE',
  asylum: 'C_ASY_TYPE',
  born: 'C_BIRTHDATE',
  entry: 'DATE_OF_ENTRY',
  sex: 'Sex',
  lang: 'LANG',
  priority: 'CASEPRIORITY_CODE',
}

/** Short names for columns of the other tables; a name that is none of these is the released one. */
const otherColumns: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  application: {
    application: 'IDNPROCEEDINGAPPLN',
    proceeding: 'IDNPROCEEDING',
    case: 'IDNCASE',
    relief: 'APPL_CODE',
    received: 'APPL_RECD_DATE',
    dec: 'APPL_DEC',
  },
  hearing: {
    hearing: 'IDNSCHEDULE',
    case: 'IDNCASE',
    court: 'BASE_CITY_CODE',
    loc: 'HEARING_LOC_CODE',
    day: 'ADJ_DATE',
    calendar: 'CAL_TYPE',
    reason: 'ADJ_RSN',
    medium: 'ADJ_MEDIUM',
    lang: 'LANG',
    judge: 'IJ_CODE',
  },
  bond: { bond: 'IDNASSOCBOND', case: 'IDNCASE', court: 'BASE_CITY_CODE', comp: 'COMP_DATE', dec: 'DEC' },
  motion: {
    motion: 'IDNMOTION',
    case: 'IDNCASE',
    type: 'REC_TYPE',
    party: 'STRFILINGPARTY',
    dec: 'DEC',
    comp: 'COMP_DATE',
  },
  charge: { charge: 'IDNPRCDCHG', case: 'IDNCASE', code: 'CHARGE' },
  charge_code: { code: 'strCode', criminal: 'criminal_flag' },
  representation: {
    rep: 'IDNREPSASSIGNED',
    case: 'IDNCASE',
    type: 'STRATTYTYPE',
    level: 'STRATTYLEVEL',
    date: 'E_28_DATE',
  },
  juvenile_history: { case: 'idnCase', juvenile: 'idnJuvenile' },
  case_identifier: { case: 'IDNCASE', code: 'CASE_ID' },
  lead_rider: { lead: 'idnLeadCase', rider: 'idnRiderCase' },
}

async function fill(engine: Engine, id: string, columns: Readonly<Record<string, string>>, rows: readonly TextRow[]) {
  const [first] = rows
  if (first === undefined) return
  const names = Object.keys(first)
  const released = names.map((name) => {
    const column = columns[name]
    if (column === undefined)
      throw new Error(`unknown column of ${id}: ${name}; known are ${Object.keys(columns).join(', ')}`)
    return column
  })
  const values = rows.map(
    (row) => `(${names.map((n) => (row[n] === '' ? 'NULL' : dialect.text(row[n] ?? ''))).join(', ')})`,
  )
  await engine.execute(`INSERT INTO tables."${id}" (${released.join(', ')}) VALUES ${values.join(',\n')}`)
}

const sqlTypes: Partial<Record<ColumnType, string>> = {
  integer: 'BIGINT',
  datetime: 'TIMESTAMP',
  date: 'DATE',
  bit: 'TINYINT',
  decimal: 'DOUBLE',
}

async function emptyTable(engine: Engine, table: Table): Promise<void> {
  const columns = table.columns.map((c) => `"${c.name}" ${sqlTypes[c.type] ?? 'VARCHAR'}`)
  await engine.execute(`CREATE TABLE tables."${table.id}" (${columns.join(', ')})`)
}

/** Tables that the SQL of the definitions reads. */
function readTables(): Table[] {
  const facts = [...catalog.facts.values()].map((f) => f.sql)
  const labels = [...catalog.dimensions.values()].map((d) => d.labels ?? '')
  const sql = [...catalog.prepare.map((p) => p.sql), ...facts, ...labels].join('\n')
  return [...catalog.tables.values()].filter((t) => new RegExp(`(tables|once)\\."?${t.id}\\b`).test(sql))
}

const tablesRead = readTables()

export interface SmallTables {
  readonly proceedings: readonly TextRow[]
  /** Absent: every case that a proceeding names has a row, with nothing on it. */
  readonly cases?: readonly TextRow[] | undefined
  /** Rows of other tables, by the table's id. */
  readonly others?: Readonly<Record<string, readonly TextRow[]>>
  readonly asOf: string
}

/** Builds the facts of small tables with the real SQL, in the order of a real ingest. */
export async function buildSmall(
  engine: Engine,
  { proceedings, cases, others = {}, asOf }: SmallTables,
): Promise<string> {
  await engine.execute(`CREATE SCHEMA tables; ${schemaSql}`)
  await loadReferences(engine, catalog.references)
  for (const each of tablesRead) await emptyTable(engine, each)
  await fill(engine, 'proceeding', proceedingColumns, proceedings)
  const named = [...new Set(proceedings.map((p) => p['case'] ?? ''))].map((id): TextRow => ({ case: id }))
  await fill(engine, 'case', caseColumns, cases ?? named)
  for (const [id, rows] of Object.entries(others)) await fill(engine, id, otherColumns[id] ?? {}, rows)
  await showOnce(engine, tablesRead)
  await engine.execute('CREATE SCHEMA facts; CREATE SCHEMA built')
  await loadCarried(engine, catalog)
  await prepareFacts(engine, catalog, asOf)
  const facts = inOrder([...catalog.facts.values()])
  for (const { id, sql } of facts) {
    await engine.execute(sql.replaceAll('DATE $as_of', dialect.date(asOf)))
    await engine.execute(`CREATE VIEW built."${id}" AS FROM facts."${id}"`)
  }
  const held: Held = new Map()
  for (const fact of facts) addHeld(held, await heldBy(engine, fact, catalog))
  await buildMembers(engine, catalog, held)
  return firstMonth(engine, catalog, asOf)
}

/** A release of a few rows, built and answered by the real machinery. */
export interface SmallRelease {
  readonly service: QueryService
  /** The same release, for questions in SQL. */
  readonly engine: Engine
  /** Answers a query in words: a number as its digits, a missing cell as its reason. */
  ask(query: string): Promise<TextRow[]>
  /** The rows of an SQL question, each cell as text. */
  rows(sql: string): Promise<TextRow[]>
  close(): Promise<void>
}

function word(cell: unknown): string {
  if (isMissing(cell)) return cell.missing
  return typeof cell === 'number' ? String(Number(cell.toFixed(6))) : String(cell ?? '')
}

function words(row: Readonly<Record<string, unknown>>): TextRow {
  return Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, word(cell)]))
}

export interface SmallOptions {
  readonly cases?: string | readonly TextRow[]
  /** Other tables, by id: a text table each. */
  readonly others?: Readonly<Record<string, string | readonly TextRow[]>>
  readonly asOf?: string
}

/** What two ways of counting must agree on: everything but how and how fast. */
export function answerOf({ plan: _, ...answer }: Result): Omit<Result, 'plan'> {
  return answer
}

/** Makes a service ask the engine the same, each time, and compare. */
export function askBoth(service: QueryService, reference: QueryService): void {
  const run = service.run.bind(service)
  service.run = async (query, language) => {
    const result = await run(query, language)
    assert.deepEqual(answerOf(result), answerOf(await reference.run(query, language)))
    return result
  }
}

/** Builds a release from a text table of proceedings, and of cases where they matter. */
export async function smallRelease(
  proceedings: string | readonly TextRow[],
  options: SmallOptions = {},
): Promise<SmallRelease> {
  const asOf = options.asOf ?? '2012-06-28'
  const folder = await mkdtemp(join(tmpdir(), 'small-release-'))
  const path = join(folder, 'release.duckdb')
  const builder = await openEngine({ path })
  const read = (rows: string | readonly TextRow[]): readonly TextRow[] =>
    typeof rows === 'string' ? table(rows) : rows
  const cases = options.cases === undefined ? undefined : read(options.cases)
  const others = Object.fromEntries(Object.entries(options.others ?? {}).map(([id, rows]) => [id, read(rows)]))
  const first_month = await buildSmall(builder, { proceedings: read(proceedings), cases, others, asOf })
  await buildCubes(builder, catalog, { folder, asOf })
  builder.close()
  const info = { id: 'small', as_of: asOf, synthetic: true, sha256: '0'.repeat(64), first_month, published_at: '' }
  const about = {
    catalog,
    releases: async () => ({ current: info.id, builds: [{ folder, info }] }),
    gate: courtData,
  }
  const service = openService(about)
  const reference = openService({ ...about, fast: false })
  askBoth(service, reference)
  const engine = await openEngine({ path, readOnly: true })
  return {
    service,
    engine,
    ask: async (query) => (await service.run(query)).rows.map(words),
    rows: async (sql) => (await engine.query(sql)).map(words),
    close: async () => {
      await service.close()
      await reference.close()
      engine.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Builds a release, asks it something and takes it away. */
export async function withRelease<T>(
  proceedings: string | readonly TextRow[],
  use: (release: SmallRelease) => Promise<T>,
  options: SmallOptions = {},
): Promise<T> {
  const release = await smallRelease(proceedings, options)
  try {
    return await use(release)
  } finally {
    await release.close()
  }
}

/** The answer of a small release to one query. */
export async function numbers(
  query: string,
  proceedings: string | readonly TextRow[],
  options: SmallOptions = {},
): Promise<TextRow[]> {
  return withRelease(proceedings, (release) => release.ask(query), options)
}
