import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Format, Workbook } from 'wasm-xlsxwriter'
import { dialect, openEngine } from '#engine'
import type { Result } from '#query'
import { flatColumns } from '#render'

/** One sheet of a workbook. */
export interface Sheet {
  readonly name: string
  readonly result: Result
}

/** What Excel takes as the name of a sheet: at most 31 characters, none of its own marks, each once. */
function sheetName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replaceAll(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 28) || 'numbers'
  let unique = plain
  for (let i = 2; taken.has(unique.toLowerCase()); i++) unique = `${plain} ${i}`
  taken.add(unique.toLowerCase())
  return unique
}

function addNumbers(workbook: Workbook, name: string, result: Result): void {
  const columns = flatColumns(result)
  const sheet = workbook.addWorksheet()
  sheet.setName(name)
  const bold = new Format().setBold()
  columns.forEach((column, at) => {
    sheet.writeStringWithFormat(0, at, column.name, bold)
  })
  result.rows.forEach((row, line) => {
    columns.forEach((column, at) => {
      const value = column.of(row)
      if (typeof value === 'number') sheet.writeNumber(line + 1, at, value)
      else if (value !== null) sheet.writeString(line + 1, at, value)
    })
  })
}

function factsOf(result: Result): readonly (readonly [string, string])[] {
  const { release } = result.origin
  return [
    ['query', result.query],
    ['release', `${release.id}${release.synthetic ? ' (synthetic)' : ''}`],
    ['as of', release.as_of],
    ...result.notes.map((note): [string, string] => ['note', note.text]),
    ['receipt', result.receipt],
  ]
}

/** Results as an Excel workbook: the numbers on one sheet each, where they come from on the last. Texts stay texts. */
export function toWorkbook(sheets: readonly Sheet[]): Uint8Array {
  const workbook = new Workbook()
  const taken = new Set(['source'])
  const named = sheets.map(({ name, result }) => ({ name: sheetName(name, taken), result }))
  for (const { name, result } of named) addNumbers(workbook, name, result)
  const source = workbook.addWorksheet()
  source.setName('source')
  const facts = named.flatMap(({ name, result }) =>
    named.length === 1 ? factsOf(result) : [['sheet', name] as const, ...factsOf(result)],
  )
  facts.forEach(([name, value], line) => {
    source.writeString(line, 0, name)
    source.writeString(line, 1, value)
  })
  return workbook.saveToBufferSync()
}

/** A result as an Excel workbook of its own. */
export function toXlsx(result: Result): Uint8Array {
  return toWorkbook([{ name: 'numbers', result }])
}

/** A result as Parquet (zstd), with query, release and receipt in the file's own notes. */
export async function toParquet(result: Result): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'opendocket-'))
  const engine = await openEngine({ path: ':memory:' })
  try {
    const columns = flatColumns(result)
    const [rows, out] = [join(folder, 'rows.ndjson'), join(folder, 'result.parquet')]
    const lines = result.rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((c) => [c.name, c.of(row)]))))
    await writeFile(rows, `${lines.join('\n')}\n`)
    const types = columns.map((c) => `${dialect.text(c.name)}: '${c.kind === 'number' ? 'DOUBLE' : 'VARCHAR'}'`)
    const { release } = result.origin
    const notes = {
      query: result.query,
      release: release.id,
      as_of: release.as_of,
      synthetic: String(release.synthetic),
      receipt: result.receipt,
    }
    const metadata = Object.entries(notes).map(([name, value]) => `${name}: ${dialect.text(value)}`)
    await engine.execute(`COPY (SELECT * FROM read_json(${dialect.text(rows)}, format = 'newline_delimited', columns = {${types.join(', ')}}))
      TO ${dialect.text(out)} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {${metadata.join(', ')}})`)
    return await readFile(out)
  } finally {
    engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}
