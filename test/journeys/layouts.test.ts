import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { constants, deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { dialect, openEngine } from '#engine'
import { ingest, type Manifest, readPublished } from '#ingest'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'
import { buildZip, readZip, type ZipMember } from '../support/zip.ts'

const folder = mkdtempSync(join(tmpdir(), 'layouts-'))
const options = { id: 'layout', asOf: '2026-09-30', acceptRepairs: true }
const questions = [
  'measures=filings,closures,pending,inactive,pd_closures&by=court',
  'measures=filings,pending&by=nationality,sex',
  'measures=closures,completions&by=fiscal_year,closure_type',
  'measures=hearings_set,adjournments&by=court',
  'measures=asylum_applications,asylum_grants,bond_decisions,bond_grants&by=court',
]

interface Read {
  readonly manifest: Manifest
  readonly build: string
  readonly answers: readonly string[]
}

let members: ZipMember[]
let usual: Read
/** The same without any dirt, whose columns can be moved about. */
let cleanMembers: ZipMember[]
let clean: Read

beforeAll(async () => {
  members = await simulated('usual', undefined)
  usual = await read('usual', buildZip(members).bytes)
  cleanMembers = await simulated('clean', 0)
  clean = await read('clean', buildZip(cleanMembers).bytes)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function simulated(name: string, dirt: number | undefined): Promise<ZipMember[]> {
  const out = join(folder, `${name}.simulated.zip`)
  await simulate({ out, scenario: 'sample', seed: 9, cases: 1500, ...(dirt !== undefined && { dirt }) })
  return readZip(readFileSync(out))
}

async function readInput(name: string, input: string): Promise<Read> {
  const dataDir = join(folder, `data-${name}`)
  const { manifest } = await ingest({ catalog, input, dataDir, ...options })
  const published = await readPublished(dataDir)
  const { id } = manifest.release
  const service = openDocket({ dataDir })
  const answers: string[] = []
  for (const question of questions) answers.push(JSON.stringify((await service.run(question)).rows))
  await service.close()
  return { manifest, build: join(dataDir, 'built', id, published?.releases[id]?.build ?? ''), answers }
}

async function read(name: string, bytes: Buffer): Promise<Read> {
  const input = join(folder, `${name}.zip`)
  writeFileSync(input, bytes)
  return readInput(name, input)
}

/** Without the names of the files, whose case may differ. */
function accountsOf({ manifest }: Read): Record<string, unknown> {
  return Object.fromEntries(Object.entries(manifest.tables).map(([id, { file: _, ...account }]) => [id, account]))
}

/** The built tables, byte for byte. */
function tablesOf({ manifest }: Read): Record<string, string> {
  const tables = Object.entries(manifest.files).filter(([path]) => path.startsWith('tables'))
  return Object.fromEntries(tables.map(([path, { sha256 }]) => [path, sha256]))
}

function expectSame(found: Read, expected: Read): void {
  expect(accountsOf(found)).toEqual(accountsOf(expected))
  expect(tablesOf(found)).toEqual(tablesOf(expected))
  expect(found.answers).toEqual(expected.answers)
}

describe('however a release is packed, it is read the same', () => {
  const packed = (change: (member: ZipMember) => ZipMember): Buffer => buildZip(members.map(change)).bytes

  test('Zip64, in its sizes and in its end', async () => {
    expectSame(
      await read(
        'zip64',
        packed((m) => ({ ...m, zip64: true })),
      ),
      usual,
    )
  })

  test('stored, not packed', async () => {
    expectSame(
      await read(
        'stored',
        packed((m) => ({ ...m, method: 'stored' })),
      ),
      usual,
    )
  })

  test('the largest by Deflate64, the others stored or deflated', async () => {
    const largest = members.toSorted((a, b) => b.bytes.length - a.bytes.length).slice(0, 3)
    // Without copies of the longest length, the one thing the two methods write differently.
    const pack = (bytes: Buffer): Buffer => deflateRawSync(bytes, { strategy: constants.Z_HUFFMAN_ONLY })
    const mixed = members.map((m, at): ZipMember => {
      if (largest.includes(m)) return { ...m, packed: { method: 9, bytes: pack(m.bytes) } }
      return at % 2 === 0 ? { ...m, method: 'stored' } : m
    })
    expectSame(await read('deflate64', buildZip(mixed).bytes), usual)
  })

  test('sizes and checksums behind the bytes', async () => {
    expectSame(
      await read(
        'streamed',
        packed((m) => ({ ...m, streamed: true })),
      ),
      usual,
    )
  })

  test('in any folder, under names in any case, in any order', async () => {
    const folders = ['', 'a/b/c/', 'LOOKUP/', 'EOIR Case Data/new place/']
    const moved = members.map((m, at): ZipMember => {
      const name = basename(m.name)
      return { ...m, name: (folders[at % 4] ?? '') + (at % 3 === 0 ? name.toUpperCase() : name.toLowerCase()) }
    })
    expectSame(await read('folders', buildZip(moved.toReversed()).bytes), usual)
  })

  test('as a folder of files', async () => {
    const place = join(folder, 'unpacked')
    for (const { name, bytes } of members) {
      mkdirSync(dirname(join(place, name)), { recursive: true })
      writeFileSync(join(place, name), bytes)
    }
    expectSame(await readInput('unpacked', place), usual)
  })

  test('as a folder of files in one place, under names in capitals', async () => {
    const place = join(folder, 'flat')
    mkdirSync(place)
    for (const { name, bytes } of members) writeFileSync(join(place, basename(name).toUpperCase()), bytes)
    expectSame(await readInput('flat', place), usual)
  })
})

/** A column of the rewritten file: its name there, and where it was; without a place it is new and empty. */
type Placed = readonly [name: string, from?: number | undefined]

function rewritten(member: ZipMember, arrange: (names: readonly string[]) => readonly Placed[]): ZipMember {
  const [header = '', ...rows] = member.bytes.toString('latin1').split('\r\n')
  const names = header.split('\t')
  const columns = arrange(names)
  const lines = rows.map((row) => {
    if (row === '') return ''
    const fields = row.split('\t')
    return [
      ...columns.map(([, from]) => (from === undefined ? '' : (fields[from] ?? ''))),
      ...fields.slice(names.length),
    ].join('\t')
  })
  return { ...member, bytes: Buffer.from([columns.map(([name]) => name).join('\t'), ...lines].join('\r\n'), 'latin1') }
}

const asTheyAre = (names: readonly string[]): Placed[] => names.map((name, at): Placed => [name, at])

/** Columns of the bond table that stood in it until 2025. */
const bondColumns = [
  'REJ',
  'IJ_NAME',
  'SEND_MSG_WU',
  'BOND_HEARING_DATE',
  'BOND_HEARING_TIME',
  'ADJ1_CAL_TYPE',
  'ADJ1_DATE',
  'ADJ1_TIME',
  'ADJ1_RSN',
  'ADJ1_TELEPHONIC',
  'ADJ1_MSG',
  'ADJ2_CAL_TYPE',
  'ADJ2_DATE',
  'ADJ2_TIME',
  'ADJ2_RSN',
  'ADJ2_TELEPHONIC',
  'ADJ2_MSG',
  'SCHEDULED_HEAR_LOC',
]

/** Table → how its columns stood in an older release. */
const older: Readonly<Record<string, (names: readonly string[]) => readonly Placed[]>> = {
  A_TblCase: (names) => {
    const zips = asTheyAre(names).filter(([name]) => !name.endsWith('_ZIPCODE'))
    const old = zips.map(([name, from]): Placed => [name === 'Sex' ? 'GENDER' : name, from])
    // UPDATED_CITY stood further on.
    const city = old.filter(([name]) => name === 'UPDATED_CITY')
    const rest = old.filter(([name]) => name !== 'UPDATED_CITY')
    return rest.toSpliced(rest.findIndex(([name]) => name === 'UPDATED_STATE') + 1, 0, ...city)
  },
  D_TblAssociatedBond: (names) => [
    ...asTheyAre(names),
    ...bondColumns.map((name): Placed => [`${name}_TO_BE_REMOVED`]),
  ],
  tbl_Court_Motions: (names) => names.map((name, at): Placed => [name.replace(/_Remove$/, ''), at]),
  tbl_schedule: (names) => asTheyAre(names).toSpliced(12, 0, ['CONTINUE_FLAG']),
  tblProBono: (names) => names.map((name, at): Placed => [name === 'strAlienSex' ? 'strAlienGender' : name, at]),
}

function olderRelease(): ZipMember[] {
  const tables = cleanMembers.map((member) => {
    const file = basename(member.name).replace('.csv', '')
    const arrange = older[file]
    const moved = arrange === undefined ? member : rewritten(member, arrange)
    return {
      ...moved,
      name: `FOIA-TRAC-Report/${file === 'A_TblCase' ? 'a_tblcase' : file}${member.name.endsWith('.csv') ? '.csv' : ''}`,
    }
  })
  const text = 'idnAction\tidnCase\r\n1\t1\r\n'
  return [...tables, { name: 'FOIA-TRAC-Report/tblAction.csv', bytes: Buffer.from(text) }]
}

/** Rows of a table in one build that the other has not, by the columns named. */
async function differing(table: string, columns: readonly string[], one: Read, other: Read): Promise<unknown> {
  const engine = await openEngine({ path: ':memory:' })
  const named = columns.map((name) => `"${name}"`).join(', ')
  const rows = ({ build }: Read): string =>
    `SELECT ${named} FROM read_parquet(${dialect.text(join(build, 'tables', `${table}.parquet`))})`
  const sql = (a: Read, b: Read): string => `SELECT count(*) AS n FROM (${rows(a)} EXCEPT ALL ${rows(b)})`
  const [left] = await engine.query(sql(one, other))
  const [right] = await engine.query(sql(other, one))
  engine.close()
  return [left?.['n'], right?.['n']]
}

describe('FOIA-TRAC-Report, the layout before 2025', () => {
  let found: Read
  beforeAll(async () => {
    found = await read('older', buildZip(olderRelease()).bytes)
  })

  test('gives the same numbers', () => {
    expect(accountsOf(found)).toEqual(accountsOf(clean))
    expect(found.answers).toEqual(clean.answers)
  })

  test.each(['case', 'bond', 'motion', 'hearing', 'pro_bono'])(
    'the rows of %s are the same, by our names',
    async (id) => {
      const lacking = ['ALIEN_ZIPCODE', 'UPDATED_ZIPCODE']
      const columns =
        catalog.tables.get(id)?.columns.flatMap(({ name }) => (lacking.includes(name) ? [] : [name])) ?? []
      expect(columns.length).toBeGreaterThan(20)
      expect(await differing(id, columns, found, clean)).toEqual([0, 0])
    },
  )

  test('37, 49, 31 and 41 columns; what differs is said', () => {
    const widths = olderRelease().flatMap(({ name, bytes }) => {
      const width = bytes.toString('latin1').split('\r\n')[0]?.split('\t').length
      return /case\.csv|Bond\.csv|schedule\.csv|Court_Motions\.csv/.test(name) ? [[basename(name), width]] : []
    })
    expect(Object.fromEntries(widths)).toEqual({
      'a_tblcase.csv': 37,
      'D_TblAssociatedBond.csv': 49,
      'tbl_schedule.csv': 31,
      'tbl_Court_Motions.csv': 41,
    })
    const said = found.manifest.checks.map((check) => check.message)
    expect(said).toContain('the column ALIEN_ZIPCODE of a_tblcase.csv is missing; it is empty in this release')
    expect(said).toContain('the column Sex of a_tblcase.csv is called GENDER in this release')
    expect(said).toContain('a new column in tbl_schedule.csv: CONTINUE_FLAG; loaded as text')
    expect(said).toContain('a file of the release that no table is defined for: tblaction.csv; it was not read')
    expect(said.filter((message) => message.includes('_TO_BE_REMOVED'))).toHaveLength(18)
  })

  test('the bond table of 49 columns and that of 31 are one table with the same 31', async () => {
    expect(await differing('bond', ['IDNASSOCBOND', 'INITIAL_BOND', 'NEW_BOND', 'DEC'], found, clean)).toEqual([0, 0])
    const engine = await openEngine({ path: ':memory:' })
    const [row] = await engine.query(
      `SELECT count(*) AS n FROM (DESCRIBE FROM read_parquet(${dialect.text(join(found.build, 'tables', 'bond.parquet'))}))`,
    )
    engine.close()
    expect(row?.['n']).toBe(49)
  })
})

test('marks of removal on any column of any table change nothing', async () => {
  const marked = cleanMembers.map((member) => {
    if (!member.name.endsWith('.csv') || member.name.includes('Lookup')) return member
    return rewritten(member, (names) =>
      names.map((name, at): Placed => [`${name}${at % 2 === 0 ? '_Remove' : '_TO_BE_REMOVED'}`, at]),
    )
  })
  const found = await read('marked', buildZip(marked).bytes)
  expect(accountsOf(found)).toEqual(accountsOf(clean))
  expect(found.answers).toEqual(clean.answers)
})
