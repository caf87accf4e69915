import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Format, Workbook } from 'wasm-xlsxwriter'
import { dialect, openEngine } from '#engine'
import type { Result } from '#query'
import { flatColumns } from '#render'

/** A result as an Excel workbook: the numbers on one sheet, where they come from on another. Texts stay texts. */
export function toXlsx(result: Result): Uint8Array {
  const columns = flatColumns(result)
  const workbook = new Workbook()
  const numbers = workbook.addWorksheet()
  numbers.setName('numbers')
  const bold = new Format().setBold()
  columns.forEach((column, at) => {
    numbers.writeStringWithFormat(0, at, column.name, bold)
  })
  result.rows.forEach((row, line) => {
    columns.forEach((column, at) => {
      const value = column.of(row)
      if (typeof value === 'number') numbers.writeNumber(line + 1, at, value)
      else if (value !== null) numbers.writeString(line + 1, at, value)
    })
  })
  const source = workbook.addWorksheet()
  source.setName('source')
  const { release } = result.origin
  const facts: [string, string][] = [
    ['query', result.query],
    ['release', `${release.id}${release.synthetic ? ' (synthetic)' : ''}`],
    ['as of', release.as_of],
    ...result.notes.map((note): [string, string] => ['note', note.text]),
    ['receipt', result.receipt],
  ]
  facts.forEach(([name, value], line) => {
    source.writeString(line, 0, name)
    source.writeString(line, 1, value)
  })
  return workbook.saveToBufferSync()
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
