import { closeSync, openSync, writeSync } from 'node:fs'
import type { Table } from '#catalog'
import { DataError } from '#errors'
import { type Cleaned, cleanRow } from './clean.ts'
import { type Header, readHeader, rowShape } from './header.ts'
import { RowSplitter } from './lines.ts'
import { hasKeys, mend, type RepairId, type RowShape, rejoin } from './repair.ts'

/** The account of one table. `rows_in = rows_loaded + rows_rejected`; repaired rows are among the loaded. */
export interface Account {
  file: string
  rows_in: number
  rows_loaded: number
  rows_repaired: number
  rows_rejected: number
  /** What the release's own Count.txt says; null when it does not. */
  rows_expected: number | null
  /** Physical lines, the header included. */
  lines_in: number
}

/** Rows that needed cleaning, by what was found. */
export interface Cleaning {
  nul: number
  control: number
  decoded: number
}

export interface TableRead {
  readonly table: Table
  readonly header: Header
  readonly account: Account
  readonly cleaning: Cleaning
  readonly repairs: Readonly<Record<RepairId, number>>
  /** Clean rows: tab-separated, LF, UTF-8, as many fields as the header plus `table.trailing`. */
  readonly cleanFile: string
}

/** Where the raw row of every repaired and rejected row goes. */
export interface RowLog {
  repaired(entry: { table: string; line: number; repair: RepairId; raw: Buffer; fields: readonly string[] }): void
  rejected(entry: { table: string; line: number; reason: string; raw: Buffer }): void
}

const flushAt = 4 * 2 ** 20
/** A longer row is not a row: it is rejected whole. */
const longestRow = 2 ** 20
const TAB = 9
const newline = Buffer.from('\n')

/** Collects bytes and writes them in large pieces. */
class CleanFile {
  readonly #fd: number
  readonly #buffer = Buffer.allocUnsafe(flushAt + longestRow)
  #used = 0

  constructor(path: string) {
    this.#fd = openSync(path, 'w')
  }

  row(bytes: Uint8Array, tail: Uint8Array): void {
    if (this.#used + bytes.length + tail.length > this.#buffer.length) this.#flush()
    this.#buffer.set(bytes, this.#used)
    this.#used += bytes.length
    this.#buffer.set(tail, this.#used)
    this.#used += tail.length
    if (this.#used >= flushAt) this.#flush()
  }

  #flush(): void {
    let written = 0
    while (written < this.#used) written += writeSync(this.#fd, this.#buffer, written, this.#used - written)
    this.#used = 0
  }

  close(): void {
    this.#flush()
    closeSync(this.#fd)
  }
}

/** The number of tabs of a row that has no byte to clean and digits in its first fields; -1 for any other row. */
function plainTabs(bytes: Buffer, keys: number): number {
  let seen = 0
  let digits = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0
    if (byte === TAB) {
      if (seen < keys && digits === 0) return -1
      seen++
      digits = 0
    } else if (byte < 0x20 || byte > 0x7e) return -1
    else if (seen < keys) {
      if (byte < 0x30 || byte > 0x39 || digits >= 18) return -1
      digits++
    }
  }
  return seen
}

interface Held {
  readonly fields: readonly string[]
  readonly raw: Buffer
  readonly line: number
}

/** Turns the rows of one file into clean rows, and accounts for each. */
class TableReader {
  readonly account: Account
  readonly cleaning: Cleaning = { nul: 0, control: 0, decoded: 0 }
  readonly repairs: Record<RepairId, number> = { stray_tab: 0, trailing_field: 0, short_row: 0, line_break: 0 }
  header: Header | undefined
  readonly #table: Table
  readonly #out: CleanFile
  readonly #log: RowLog
  #shape: RowShape = { width: 0, rules: [], required: [], free: [] }
  /** Keys stand in the first columns, so that the quick test can see them; -1 when they do not. */
  #keys = 0
  readonly #trailing: number
  readonly #tails: readonly Uint8Array[]
  #held: Held | undefined
  #blank: number | undefined

  constructor(table: Table, file: string, out: CleanFile, log: RowLog) {
    this.#table = table
    this.#out = out
    this.#log = log
    this.#trailing = table.trailing ?? 0
    this.#tails = Array.from({ length: this.#trailing + 1 }, (_, n) => Buffer.from(`${'\t'.repeat(n)}\n`))
    this.account = {
      file,
      rows_in: 0,
      rows_loaded: 0,
      rows_repaired: 0,
      rows_rejected: 0,
      rows_expected: null,
      lines_in: 0,
    }
  }

  /** Takes the next row of the file; the first is the header. */
  take(bytes: Buffer, line: number): void {
    if (this.header === undefined) {
      this.#begin(bytes)
      return
    }
    this.#settleBlank()
    if (bytes.length === 0) {
      this.#blank = line
      return
    }
    this.account.rows_in++
    const tail = this.#plainTail(bytes)
    if (tail === undefined) {
      this.#takeOdd(bytes, line)
      return
    }
    this.#settle()
    this.account.rows_loaded++
    this.#out.row(bytes, tail)
  }

  /** What must follow a plain row to fill it up; undefined when the row is not plain. */
  #plainTail(bytes: Buffer): Uint8Array | undefined {
    if (this.#keys < 0 || bytes.length > longestRow) return undefined
    const tabs = plainTabs(bytes, this.#keys)
    const missing = this.#shape.width - 1 + this.#trailing - tabs
    if (missing !== this.#trailing && missing !== 0) return undefined
    return this.#tails[missing]
  }

  /** An empty line in the middle of a file is a rejected row; the last one is the end of the file. */
  #settleBlank(): void {
    if (this.#blank === undefined) return
    this.account.rows_in++
    this.#settle()
    this.#reject(Buffer.alloc(0), this.#blank, 'an empty line')
    this.#blank = undefined
  }

  end(): void {
    this.#settle()
    this.#out.close()
  }

  #begin(bytes: Buffer): void {
    this.header = readHeader(bytes, this.#table)
    this.#shape = rowShape(this.header, this.#table)
    const { required } = this.#shape
    this.#keys = required.every((at, i) => at === i) ? required.length : -1
  }

  /** Anything that is not plain: cleaned first, then judged by its number of fields. */
  #takeOdd(bytes: Buffer, line: number): void {
    if (bytes.length > longestRow) {
      this.#settle()
      this.#reject(bytes, line, `a row of ${bytes.length} bytes; the longest allowed is ${longestRow}`)
      return
    }
    const cleaned = cleanRow(bytes)
    this.#count(cleaned)
    if (cleaned.text.trim() === '') {
      this.#settle()
      this.#reject(bytes, line, 'an empty line')
      return
    }
    const fields = cleaned.text.split('\t')
    if (this.#continues(fields, bytes, line)) return
    this.#settle()
    if (fields.length < this.#shape.width) {
      this.#held = { fields, raw: Buffer.from(bytes), line }
      return
    }
    this.#judge(fields, cleaned, bytes, line)
  }

  #judge(fields: readonly string[], cleaned: Cleaned, bytes: Buffer, line: number): void {
    const { width } = this.#shape
    if (fields.length !== width && fields.length !== width + this.#trailing) {
      const mended = mend(fields, this.#shape)
      if (mended.ok) this.#repair(mended.fields, mended.repair, bytes, line)
      else this.#reject(bytes, line, mended.reason)
      return
    }
    if (!hasKeys(fields, this.#shape)) this.#reject(bytes, line, `no number in ${this.#table.required.join(' or ')}`)
    else if (cleaned.lineBreak) this.#repair(fields, 'line_break', bytes, line)
    else this.#write(fields)
  }

  /** When the row before was short and this one completes it, the two are one row that a line end had cut. */
  #continues(fields: readonly string[], bytes: Buffer, line: number): boolean {
    const held = this.#held
    if (held === undefined || hasKeys(fields, this.#shape)) return false
    const whole = rejoin(held.fields, fields, this.#shape)
    if (whole === undefined) return false
    this.#held = undefined
    this.#repair(whole, 'line_break', held.raw, held.line)
    this.#reject(bytes, line, `the continuation of the row on line ${held.line}, which was joined with it`)
    return true
  }

  /** Settles a short row that nothing continued. */
  #settle(): void {
    const held = this.#held
    if (held === undefined) return
    this.#held = undefined
    const mended = mend(held.fields, this.#shape)
    if (mended.ok) this.#repair(mended.fields, mended.repair, held.raw, held.line)
    else this.#reject(held.raw, held.line, mended.reason)
  }

  #repair(fields: readonly string[], repair: RepairId, raw: Buffer, line: number): void {
    this.account.rows_repaired++
    this.repairs[repair]++
    this.#log.repaired({ table: this.#table.file, line, repair, raw, fields })
    this.#write(fields)
  }

  #reject(raw: Buffer, line: number, reason: string): void {
    this.account.rows_rejected++
    this.#log.rejected({ table: this.#table.file, line, reason, raw })
  }

  #write(fields: readonly string[]): void {
    this.account.rows_loaded++
    this.#out.row(
      Buffer.from(fields.join('\t')),
      this.#tails[this.#shape.width + this.#trailing - fields.length] ?? newline,
    )
  }

  #count(cleaned: Cleaned): void {
    if (cleaned.nul) this.cleaning.nul++
    if (cleaned.control) this.cleaning.control++
    if (cleaned.decoded) this.cleaning.decoded++
  }
}

export interface ReadOptions {
  readonly table: Table
  /** The file as it is in the release, for messages. */
  readonly file: string
  readonly pieces: AsyncIterable<Buffer>
  readonly cleanFile: string
  readonly log: RowLog
  /** Called with the number of bytes of each piece. */
  readonly onBytes?: (bytes: number, rows: number) => void
}

/** Reads one file of a release: bytes in, clean rows in `cleanFile`, every other row in the log. */
export async function readTable(options: ReadOptions): Promise<TableRead> {
  const splitter = new RowSplitter()
  const reader = new TableReader(options.table, options.file, new CleanFile(options.cleanFile), options.log)
  const take = (bytes: Buffer, line: number): void => reader.take(bytes, line)
  for await (const piece of options.pieces) {
    splitter.push(piece, take)
    options.onBytes?.(piece.length, reader.account.rows_in)
  }
  splitter.finish(take)
  reader.end()
  if (reader.header === undefined) {
    throw new DataError(`an empty file: ${options.file}`, {
      code: 'empty-file',
      value: options.file,
      allowed: 'a header line and rows',
      hint: 'download the release again',
    })
  }
  return {
    table: options.table,
    header: reader.header,
    account: { ...reader.account, lines_in: splitter.lines },
    cleaning: reader.cleaning,
    repairs: reader.repairs,
    cleanFile: options.cleanFile,
  }
}
