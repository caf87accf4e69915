import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Table } from '#catalog'
import { dialect, openEngine } from '#engine'
import { loadKernel } from '../../src/ingest/kernel.ts'
import type { Account, Cleaning } from '../../src/ingest/read.ts'
import { FileReader } from '../../src/ingest/read-table.ts'

export interface ReadText {
  readonly account: Account
  readonly cleaning: Cleaning
  /** The built table, each cell as text, null when empty. */
  readonly built: readonly Readonly<Record<string, string | null>>[]
  /** The same without names: the columns of the file and the fields beyond them, each cell as text. */
  readonly rows: readonly (readonly string[])[]
  readonly repaired: readonly { readonly line: number; readonly repair: string; readonly fields: readonly string[] }[]
  readonly rejected: readonly { readonly line: number; readonly reason: string; readonly raw: string }[]
  readonly unreadable: readonly { readonly row: number; readonly column: string; readonly raw: string }[]
  /** Keys that stand on an earlier row too; undefined when the reader cannot tell. */
  readonly repeatedKeys: readonly bigint[] | undefined
}

const engine = await openEngine({ path: ':memory:' })
const reader = new FileReader(await loadKernel('rows.ts'))

/** The rows of a built table as text. */
async function builtTable(path: string): Promise<Record<string, string | null>[]> {
  const table = `read_parquet(${dialect.text(path)}, file_row_number = true)`
  const rows = await engine.query(
    `SELECT CAST(COLUMNS(*) AS VARCHAR) FROM (SELECT * EXCLUDE file_row_number FROM ${table} ORDER BY file_row_number)`,
  )
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell === null ? null : String(cell)])),
  )
}

/** Reads the bytes of one file as an ingest does, in these pieces. */
export async function readPieces(table: Table, pieces: readonly Buffer[]): Promise<ReadText> {
  const folder = mkdtempSync(join(tmpdir(), 'read-table-'))
  const repaired: ReadText['repaired'][number][] = []
  const rejected: ReadText['rejected'][number][] = []
  const unreadable: ReadText['unreadable'][number][] = []
  try {
    const path = join(folder, 'table.parquet')
    const read = await reader.read({
      table,
      file: `${table.file}.csv`,
      pieces: Readable.from(pieces),
      path,
      log: {
        repaired: ({ line, repair, fields }) => repaired.push({ line, repair, fields }),
        rejected: ({ line, reason, raw }) => rejected.push({ line, reason, raw: raw.toString('latin1') }),
        unreadable: ({ row, column, raw }) => unreadable.push({ row, column, raw }),
      },
    })
    const { account, cleaning, header } = read
    const repeatedKeys = read.repeatedKeys && [...read.repeatedKeys]
    const built = await builtTable(path)
    const width = header.columns.length + (table.trailing ?? 0)
    const rows = built.map((row) =>
      Object.values(row)
        .slice(0, width)
        .map((cell) => cell ?? ''),
    )
    return { account, cleaning, built, rows, repaired, rejected, unreadable, repeatedKeys }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A sample shows bytes that cannot be typed: `\0` NUL, `\n` line feed, `\xHH` a byte; lines end in CRLF when read. */
export function sampleBytes(text: string): Buffer {
  const body = text.replaceAll(/\r?\n/g, '\r\n')
  const typed = body.replaceAll(/\\(n|0|x([0-9a-f]{2}))/gi, (_, code: string, hex: string | undefined) =>
    hex === undefined ? (code === 'n' ? '\n' : '\0') : String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(typed, 'latin1')
}

/** What became of the lines that were not simply loaded: `5 repaired stray_tab`, `6 rejected <reason>`. */
export function outcomes({ repaired, rejected }: ReadText): string[] {
  return [
    ...repaired.map((r) => ({ line: r.line, text: `${r.line} repaired ${r.repair}` })),
    ...rejected.map((r) => ({ line: r.line, text: `${r.line} rejected ${r.reason}` })),
  ]
    .toSorted((a, b) => a.line - b.line)
    .map((each) => each.text)
}

/** Reads the sample beside the definition of a table. */
export async function readSample(table: Table): Promise<ReadText> {
  const path = join(import.meta.dirname, `../../definitions/tables/${table.id}/${table.id}.sample.tsv`)
  return readPieces(table, [sampleBytes(readFileSync(path, 'utf8'))])
}
