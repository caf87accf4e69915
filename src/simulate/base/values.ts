import { readFileSync } from 'node:fs'

const folder = new URL('../../../definitions/tables/lookups/values/', import.meta.url)
const kept = new Map<string, readonly Record<string, string>[]>()

/** The rows of one of the code tables in `definitions/tables/lookups/values`, by column name. */
export function values(name: string): readonly Record<string, string>[] {
  const known = kept.get(name)
  if (known !== undefined) return known
  const [header = [], ...rows] = parse(readFileSync(new URL(`${name}.csv`, folder), 'utf8'))
  const read = rows.map((row) => Object.fromEntries(header.map((column, i) => [column, row[i] ?? ''])))
  kept.set(name, read)
  return read
}

/** RFC 4180, as these files are written. */
function parse(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gy
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text)
    if (found === null) throw new SyntaxError('not a CSV table')
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
    if (found[3] === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
