import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { readPieces, sampleBytes } from './support/read.ts'
import { numbers, table, withRelease } from './support/tables.ts'

type Outcome = 'loaded' | 'cleaned' | 'repaired' | 'rejected'

interface Example {
  readonly table: string
  /** Header and rows, `|` for a tab. */
  readonly rows: readonly string[]
  /** The cells of the last row in the database, where they show what was done. */
  readonly cells?: Readonly<Record<string, string | null>>
  readonly repair?: string
  /** Rows in, loaded, repaired, rejected. */
  readonly account: readonly [number, number, number, number]
}

const cases = 'IDNCASE|ALIEN_CITY|ALIEN_STATE|NAT|CASE_TYPE|E_28_DATE'
const one = (row: string, cells: Example['cells'] = {}): Example => ({
  table: 'case',
  rows: [cases, row],
  cells,
  account: [1, 1, 0, 0],
})
const mended = (row: string, repair: string, cells: Example['cells'] = {}): Example => ({
  ...one(row, cells),
  repair,
  account: [1, 1, 1, 0],
})
const refused = (...rows: readonly string[]): Example => ({
  table: 'case',
  rows: [cases, ...rows],
  account: [1, 0, 0, 1],
})

const examples: Readonly<Record<string, Example>> = {
  'NUL bytes': one('1|RENO|NV|M\\0X|RMV|', { NAT: 'MX' }),
  'control characters': one('1|RENO|NV|\\x06|RMV|', { NAT: null }),
  'bytes that are not UTF-8': one('1|WINSTON\\x96SALEM|NC|MX|RMV|', { ALIEN_CITY: 'WINSTON–SALEM' }),
  'spaces around a value': one('1|RENO|NV| MX  |RMV|', { NAT: 'MX' }),
  'spaces for an empty value': one('1|RENO|NV|  |RMV|', { NAT: null }),
  'lower-case codes': one('1|RENO|NV|mx|rmv|', { NAT: 'MX', CASE_TYPE: 'RMV' }),
  'quote marks': one('1|"THE" BRONX|NY|MX|RMV|', { ALIEN_CITY: '"THE" BRONX' }),
  'codes that no lookup explains': one('1|RENO|NV|QQ|MAA|', { NAT: 'QQ', CASE_TYPE: 'MAA' }),
  'filler dates': one('1|RENO|NV|MX|RMV|2099-12-31 00:00:00.000', { E_28_DATE: '2099-12-31 00:00:00' }),
  'text where a date belongs': one('1|RENO|NV|MX|RMV|soon', { E_28_DATE: null }),
  'a year of two digits': one('1|RENO|NV|MX|RMV|12-01-05', { E_28_DATE: null }),
  'LF after the header, CRLF after the rows': {
    ...one('', { NAT: 'MX' }),
    rows: [`${cases}\\n1|RENO|NV|MX|RMV|`, '2|RENO|NV|MX|RMV|'],
    account: [2, 2, 0, 0],
  },
  'duplicate keys': {
    ...one('1|RENO|NV|MX|RMV|'),
    rows: [cases, '1|RENO|NV|MX|RMV|', '1|RENO|NV|MX|RMV|'],
    account: [2, 2, 0, 0],
  },
  'a proceeding without its case': {
    table: 'proceeding',
    rows: ['IDNPROCEEDING|IDNCASE|COMP_DATE|DEC_CODE', '1|9|2012-01-05 00:00:00.000|X'],
    cells: { IDNCASE: '9' },
    account: [1, 1, 0, 0],
  },
  'LF where the file has CRLF, inside a row': mended('1|RE\\nNO|NV|MX|RMV|', 'line_break', { ALIEN_CITY: 'RE NO' }),
  'a row cut in two by a full line end': {
    ...mended('', 'line_break', { ALIEN_CITY: 'SALT LAKE' }),
    rows: [cases, '1|SALT', 'LAKE|UT|MX|RMV|'],
    account: [2, 1, 1, 1],
  },
  'a tab in free text': mended('1|SALT|LAKE|UT|MX|RMV|', 'stray_tab', { ALIEN_CITY: 'SALT LAKE', NAT: 'MX' }),
  'an empty field too many at the end': mended('1|RENO|NV|MX|RMV||', 'trailing_field', { NAT: 'MX' }),
  'a row that ends early': mended('1|RENO|NV|MX', 'short_row', { NAT: 'MX', CASE_TYPE: null }),
  'tabs that can be mended in several ways': refused('1|RENO|NV||MX|RMV|2012-01-05|'),
  'tabs that can be mended in no way': refused('1|RENO|NV|MX|RMV|0|soon'),
  'a row that ends early and breaks a column': refused('1|RENO|NV|M7'),
  'a row without its key': refused('|RENO|NV|MX|RMV|'),
  'an empty line among the rows': { ...refused('', '1|RENO|NV|MX|RMV|'), account: [2, 1, 0, 1] },
}

/** Kind → what the document says becomes of it. */
const said = new Map(
  readFileSync(join(import.meta.dirname, '../docs/dirt.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, kind = '', outcome = '']): [string, string] => [kind, outcome])
    .slice(2),
)

function bytesOf({ rows }: Example): Buffer {
  return sampleBytes(`${rows.join('\n').replaceAll('|', '\t')}\n`)
}

function tableOf(example: Example) {
  const found = catalog.tables.get(example.table)
  if (found === undefined) throw new Error(`no such table: ${example.table}`)
  return found
}

function outcomeOf({ account: [, , repaired, rejected] }: Example, cleaned: boolean): Outcome {
  if (repaired > 0) return 'repaired'
  if (rejected > 0) return 'rejected'
  return cleaned ? 'cleaned' : 'loaded'
}

describe('docs/dirt.md', () => {
  test('names the kinds of dirt that are tested, and no others', () => {
    expect([...said.keys()].toSorted()).toEqual(Object.keys(examples).toSorted())
  })

  test.each(Object.entries(examples))('%s', async (kind, example) => {
    const { account, repaired, built } = await readPieces(tableOf(example), [bytesOf(example)])
    const { rows_in, rows_loaded, rows_repaired, rows_rejected } = account
    expect([rows_in, rows_loaded, rows_repaired, rows_rejected]).toEqual(example.account)
    expect(repaired.map((r) => r.repair)).toEqual(example.repair === undefined ? [] : [example.repair])
    expect(said.get(kind)).toBe(outcomeOf(example, said.get(kind) === 'cleaned'))
    if (rows_loaded > 0) expect(built.at(-1)).toMatchObject(example.cells ?? {})
  })

  test('a filler is missing in the facts, and of a duplicate the facts take the first', async () => {
    const proceedings = `
      proceeding  case  input       comp        dec  court
      1           1     1900-01-01  2099-12-31  X    LOS
      2           2     2012-01-05  .           .    LOS
      2           2     2012-02-05  .           .    DEN`
    expect(await numbers('measures=filings,closures&by=court', proceedings)).toEqual(
      table(`
        court  filings  closures
        LOS    1        0`),
    )
  })

  test('a proceeding without its case is a closure when it ends, never a filing or pending', async () => {
    const proceedings = `
      proceeding  case  input       comp        dec  court
      1           9     2012-01-05  2012-02-05  X    LOS
      2           9     2012-03-05  .           .    LOS`
    const cases = `
      case  nat
      1     MX`
    await withRelease(
      proceedings,
      async ({ ask }) => {
        expect(await ask('measures=closures,filings,pending')).toEqual(table('closures filings pending\n1 0 0'))
      },
      { cases },
    )
  })
})
