import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Table } from '#catalog'
import { catalog } from '#definitions'

/** Rows of one table by column name; what is not named is empty. */
export type Rows = readonly Readonly<Record<string, string>>[]

export interface FolderOptions {
  /** Changes the names of a header. */
  readonly header?: (file: string, names: string[]) => string[]
  /** Changes the whole text of a file; undefined leaves the file out. */
  readonly text?: (file: string, text: string) => string | Buffer | undefined
}

const oneCase: Readonly<Record<string, Rows>> = {
  A_TblCase: [{ IDNCASE: '1', NAT: 'MX', LANG: 'SP', CUSTODY: 'N', CASE_TYPE: 'RMV' }],
  B_TblProceeding: [
    {
      IDNPROCEEDING: '11',
      IDNCASE: '1',
      INPUT_DATE: '2011-01-05 00:00:00.000',
      COMP_DATE: '2012-03-05 00:00:00.000',
      OTHER_COMP: 'Y',
      BASE_CITY_CODE: 'LOS',
      HEARING_LOC_CODE: 'LOS',
      CASE_TYPE: 'RMV',
      NAT: 'MX',
    },
  ],
}

function fileText(table: Table, rows: Rows, names: string[]): string {
  const lines = rows.map((row) => table.columns.map((c) => row[c.name] ?? '').join('\t'))
  return [names.join('\t'), ...lines, ''].join('\r\n')
}

/** Writes a small release as a folder of files in EOIR's layout; returns its path. */
export function releaseFolder(
  folder: string,
  rows: Readonly<Record<string, Rows>> = oneCase,
  options: FolderOptions = {},
): string {
  const inside = join(folder, 'EOIR Case Data 2012-0702', 'EOIR Case Data')
  mkdirSync(inside, { recursive: true })
  for (const table of catalog.tables.values()) {
    const names = table.columns.map((c) => c.name)
    const plain = fileText(table, rows[table.file] ?? [], options.header?.(table.file, names) ?? names)
    const text = options.text === undefined ? plain : options.text(table.file, plain)
    if (text !== undefined) writeFileSync(join(inside, `${table.file}.csv`), text)
  }
  return folder
}
