import type { Column, Table } from '#catalog'
import { DataError } from '#errors'
import { cleanRow } from './clean.ts'
import type { RowShape } from './repair.ts'
import { ruleOf } from './rules.ts'

/** A column of a file: its name there and the definition it answers to, if any. */
export interface FileColumn {
  readonly released: string
  readonly column: Column | undefined
}

export interface Header {
  readonly columns: readonly FileColumn[]
  /** Defined columns that the file lacks. */
  readonly missing: readonly Column[]
  /** Names that no definition knows. */
  readonly unknown: readonly string[]
  /** Defined columns under another name. */
  readonly renamed: readonly { readonly released: string; readonly name: string }[]
}

/** Names are compared without case and without the marks that EOIR puts on columns about to go. */
function bare(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/_(to_be_removed|remove)$/, '')
}

function byName(table: Table): Map<string, Column> {
  const map = new Map<string, Column>()
  for (const column of table.columns) {
    for (const alias of column.aliases ?? []) map.set(bare(alias), column)
  }
  for (const column of table.columns) map.set(bare(column.name), column)
  return map
}

const mostColumns = 512
const longestName = 128

const begins =
  (...marks: readonly string[]) =>
  (line: string): boolean =>
    marks.some((mark) => line.startsWith(mark))

/** How a file that is no table shows itself in its first line, read as Latin-1. */
const otherFiles: readonly (readonly [(line: string) => boolean, string])[] = [
  [begins('\xff\xfe', '\xfe\xff'), 'it is written in UTF-16'],
  [begins('PK\x03\x04', '\x1f\x8b', '7z\xbc\xaf'), 'it is packed once more'],
  [(line) => /^\s*<(!doctype|html|\?xml)/i.test(line), 'it is a web page'],
  [(line) => !line.includes('\t') && line.split(/[|,;]/).length > 3, 'its names are not separated by tabs'],
]

function noTable(file: string, why: string): DataError {
  return new DataError(`this file is not a table of a release: ${file}: ${why}`, {
    code: 'not-a-table',
    value: file,
    allowed: `a header line of names separated by tabs, at most ${mostColumns} of at most ${longestName} letters`,
    hint: 'download the release again; if EOIR changed the form of the file, please report it',
  })
}

function checkNames(names: readonly string[], bytes: Buffer, file: string): void {
  const line = bytes.subarray(0, 4096).toString('latin1')
  const other = otherFiles.find(([shows]) => shows(line))
  if (other !== undefined) throw noTable(file, other[1])
  if (names.length > mostColumns) throw noTable(file, `its first line holds ${names.length} names`)
  const long = names.find((name) => name.length > longestName)
  if (long !== undefined) throw noTable(file, `its first line holds a name of ${long.length} letters`)
}

/** Reads the header line of a file against the definition of its table; raises when it can be none. */
export function readHeader(bytes: Buffer, table: Table, file: string): Header {
  const names = cleanRow(bytes)
    .text.replace(/^\ufeff/, '')
    .split('\t')
    .map((name) => name.trim())
  while (names.length > 1 && names.at(-1) === '') names.pop()
  checkNames(names, bytes, file)
  const known = byName(table)
  const taken = new Set<Column>()
  const columns = names.map((released): FileColumn => {
    const column = known.get(bare(released))
    if (column === undefined || taken.has(column)) return { released, column: undefined }
    taken.add(column)
    return { released, column }
  })
  return {
    columns,
    missing: table.columns.filter((column) => !taken.has(column)),
    unknown: columns.filter((c) => c.column === undefined).map((c) => c.released),
    renamed: columns.flatMap(({ released, column }) =>
      column !== undefined && released.toLowerCase() !== column.name.toLowerCase()
        ? [{ released, name: column.name }]
        : [],
    ),
  }
}

/** What the rows of this file must look like. */
export function rowShape(header: Header, table: Table): RowShape {
  const at = (name: string): number => header.columns.findIndex((c) => c.column?.name === name)
  return {
    width: header.columns.length,
    rules: header.columns.map((c) => ruleOf(c.column)),
    required: table.required.map(at).filter((i) => i >= 0),
    free: header.columns.flatMap((c, i) => (c.column?.free === true ? [i] : [])),
  }
}
