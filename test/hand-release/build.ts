import { createWriteStream, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Table } from '#catalog'
import { tables } from '../../definitions/tables/index.ts'

const here = import.meta.dirname
const values = join(here, '../../definitions/tables/lookups/values')
const root = 'EOIR Case Data 2012-0702'

/** The only table whose lines end in LF alone. */
const lineFeedOnly = 'tblLookupCustodyStatus'

/** `\s` space, `\t` tab, `\n` line feed, `\0` NUL, `\xHH` a byte. */
function fromNotation(cell: string): string {
  return cell.replace(/\\(s|t|n|0|x([0-9A-Fa-f]{2}))/g, (_, code: string, hex: string | undefined) => {
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16))
    return { s: ' ', t: '\t', n: '\n', 0: '\0' }[code] ?? ''
  })
}

function cellText(cell: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(cell) ? `${cell} 00:00:00.000` : fromNotation(cell)
}

/** A row as it will stand in the file; a blank line is an empty text. */
type Line = string

/** Lays named cells out under the whole header of the table. */
function layOut(table: Table, row: ReadonlyMap<string, string>): Line {
  for (const name of row.keys())
    if (!table.columns.some((c) => c.name === name)) throw new Error(`${table.file} has no column ${name}`)
  return table.columns.map((c) => row.get(c.name) ?? '').join('\t')
}

/** Reads a typed file: comments, one line of column names, rows. */
function typedRows(table: Table, text: string): Line[] {
  const lines: Line[] = []
  let names: string[] | undefined
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    if (line.startsWith('blank:')) lines.push('')
    else if (line.startsWith('raw: ')) lines.push(fromNotation(line.slice('raw: '.length)))
    else {
      const cells = line.split('|').map((cell) => cell.trim())
      if (!names) names = cells
      else {
        const row = new Map<string, string>()
        for (const [i, name] of names.entries()) if (name !== 'note') row.set(name, cellText(cells[i] ?? ''))
        lines.push(layOut(table, row))
      }
    }
  }
  return lines
}

/** Reads a small CSV with quotes. */
function csv(name: string): Record<string, string>[] {
  const rows = readFileSync(join(values, name), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2] ?? '').replaceAll('""', '"')),
    )
  const [names = [], ...rest] = rows
  return rest.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i] ?? ''])))
}

type Layout = (row: Record<string, string>, number: number) => Record<string, string>

/** The lookups that matter, from the values that the definitions carry, with some dirt of their own. */
const lookups: Record<string, { readonly file: string; readonly layout: Layout }> = {
  tblLookupCourtDecision: {
    file: 'court_decision_2025.csv',
    layout: (r) => ({
      idnCourtDecision: r['id'] ?? '',
      strCaseType: r['case_type'] ?? '',
      strDecCode: `${r['code']}  `,
      // As released, the dash of code I is a Windows-1252 byte.
      strDecDescription: (r['description'] ?? '').replace('Discretion - Terminated', 'Discretion \x96 Terminated'),
      strDecType: r['dec_type'] ?? '',
    }),
  },
  tblLookupBaseCity: {
    file: 'base_city.csv',
    layout: (r) => ({
      BASE_CITY_CODE: r['code'] ?? '',
      BASE_CITY_NAME: r['lookup_name'] ?? '',
      BASE_CITY: (r['display_name'] ?? '').toUpperCase(),
      BASE_STATE: r['state'] ?? '',
    }),
  },
  tblLookupHloc: {
    file: 'hearing_location.csv',
    layout: (r, number) => ({
      idnHloc: String(number),
      HEARING_LOC_CODE: r['code'] ?? '',
      HEARING_LOC_NAME: r['name_2025'] ?? '',
      HEARING_STATE: r['state'] ?? '',
      HEARING_BASE_CITY: r['base_city'] ?? '',
    }),
  },
  tblLookupAlienNat: {
    file: 'alien_nat.csv',
    layout: (r, number) => ({
      idnNat: String(number),
      strCode: r['code'] ?? '',
      strDescription: (r['description'] ?? '').replace('MEXICO', 'MEX\0ICO'),
    }),
  },
  tblLookupCaseType: {
    file: 'case_type.csv',
    layout: (r, number) => ({
      idnCaseType: String(number),
      strCode: r['code'] ?? '',
      strDescription: r['description'] ?? '',
    }),
  },
  tblLookupCustodyStatus: {
    file: 'custody_status.csv',
    layout: (r, number) => ({
      idnCustodyStatus: String(number),
      strCode: r['code'] ?? '',
      strDescription: r['description'] ?? '',
    }),
  },
}

function rowsOf(table: Table, typed: ReadonlySet<string>): Line[] {
  if (typed.has(`${table.file}.txt`)) return typedRows(table, readFileSync(join(here, `${table.file}.txt`), 'utf8'))
  const lookup = lookups[table.file]
  if (!lookup) return []
  return csv(lookup.file)
    .filter((row) => row['source'] !== 'data only')
    .map((row, i) => layOut(table, new Map(Object.entries(lookup.layout(row, i + 1)))))
}

/** Writes the hand-typed release as a zip in EOIR's format. */
export async function buildHandRelease(outZip: string): Promise<void> {
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(outZip))
  const mtime = new Date('2012-07-02T12:00:00Z')
  const add = (name: string, bytes: Buffer) => zip.addBuffer(bytes, `${root}/${name}`, { mtime })

  const typed = new Set(readdirSync(here))
  const count: string[] = []
  for (const table of tables) {
    const rows = rowsOf(table, typed)
    const end = table.file === lineFeedOnly ? '\n' : '\r\n'
    const header = table.columns.map((c) => c.name).join('\t')
    const folder = table.kind === 'core' ? 'EOIR Case Data' : 'Lookup'
    add(`${folder}/${table.file}.csv`, Buffer.from([header, ...rows, ''].join(end), 'latin1'))
    count.push(`${table.file}\t${rows.filter((row) => row !== '').length}`)
  }
  add('Count.txt', Buffer.from(`${count.join('\r\n')}\r\n`, 'latin1'))
  add('SYNTHETIC.txt', readFileSync(join(here, 'SYNTHETIC.txt')))
  zip.end()
  await written
}
