import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Table } from '#catalog'
import { type Account, type Cleaning, readTable } from '../../src/ingest/read.ts'

export interface ReadText {
  readonly account: Account
  readonly cleaning: Cleaning
  /** Clean rows, each as the fields that go on to the engine. */
  readonly rows: readonly (readonly string[])[]
  readonly repaired: readonly { readonly line: number; readonly repair: string; readonly fields: readonly string[] }[]
  readonly rejected: readonly { readonly line: number; readonly reason: string; readonly raw: string }[]
}

/** Reads the bytes of one file as an ingest does, in these pieces. */
export async function readPieces(table: Table, pieces: readonly Buffer[]): Promise<ReadText> {
  const folder = mkdtempSync(join(tmpdir(), 'read-table-'))
  const repaired: ReadText['repaired'][number][] = []
  const rejected: ReadText['rejected'][number][] = []
  try {
    const cleanFile = join(folder, 'clean.tsv')
    const { account, cleaning } = await readTable({
      table,
      file: `${table.file}.csv`,
      pieces: Readable.from(pieces),
      cleanFile,
      log: {
        repaired: ({ line, repair, fields }) => repaired.push({ line, repair, fields }),
        rejected: ({ line, reason, raw }) => rejected.push({ line, reason, raw: raw.toString('latin1') }),
      },
    })
    const text = readFileSync(cleanFile, 'utf8')
    const rows =
      text === ''
        ? []
        : text
            .slice(0, -1)
            .split('\n')
            .map((row) => row.split('\t'))
    return { account, cleaning, rows, repaired, rejected }
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
