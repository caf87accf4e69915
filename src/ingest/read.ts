import type { Table } from '#catalog'
import { type Cleaned, cleanRow } from './clean.ts'
import { type Header, rowShape } from './header.ts'
import type { WrittenFile } from './parquet.ts'
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
  /** Column → cells that hold something the column cannot hold. */
  readonly unreadable: Readonly<Record<string, number>>
  /** Keys that stand on an earlier row too. Undefined when that is not known. */
  readonly repeatedKeys: BigInt64Array | undefined
  /** The built table: Parquet, `rows_loaded` rows. */
  readonly built: WrittenFile
}

/** Where the raw row of every repaired and rejected row goes. */
export interface RowLog {
  /** A cell that its column cannot hold; the row is loaded with the cell empty. */
  unreadable(entry: { file: string; row: number; column: string; raw: string }): void
  repaired(entry: { table: string; line: number; repair: RepairId; raw: Buffer; fields: readonly string[] }): void
  rejected(entry: { table: string; line: number; reason: string; raw: Buffer }): void
}

/** A longer row is not a row: it is rejected whole. */
export const longestRow = 2 ** 20

/** Where clean rows go: cells in the order of the file, trimmed of what only decoding can show. */
export type RowSink = (fields: readonly string[]) => void

interface Held {
  readonly fields: readonly string[]
  readonly raw: Buffer
  readonly line: number
}

/** Judges the rows of one file that are not plain, and accounts for all. */
export class TableReader {
  readonly account: Account
  readonly cleaning: Cleaning = { nul: 0, control: 0, decoded: 0 }
  readonly repairs: Record<RepairId, number> = { stray_tab: 0, trailing_field: 0, short_row: 0, line_break: 0 }
  readonly #table: Table
  readonly #out: RowSink
  readonly #log: RowLog
  readonly #shape: RowShape
  #held: Held | undefined
  #blank: number | undefined

  constructor(table: Table, header: Header, file: string, out: RowSink, log: RowLog) {
    this.#table = table
    this.#out = out
    this.#log = log
    this.#shape = rowShape(header, table)
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

  /** Whether the row before waits for the next one to be judged. */
  get waiting(): boolean {
    return this.#held !== undefined || this.#blank !== undefined
  }

  /** Settles what waits, before a plain row. */
  settle(): void {
    this.#settleBlank()
    this.#settle()
  }

  /** Accounts for plain rows, which are loaded as they are. */
  plain(rows: number): void {
    this.account.rows_in += rows
    this.account.rows_loaded += rows
  }

  /** Takes the next row, which is not plain. */
  take(bytes: Buffer, line: number): void {
    this.#settleBlank()
    if (bytes.length === 0) {
      this.#blank = line
      return
    }
    this.account.rows_in++
    this.#takeOdd(bytes, line)
  }

  /** Takes a row too long to be one, of which only the beginning was kept. */
  takeOverlong(beginning: Buffer, length: number, line: number): void {
    this.settle()
    this.account.rows_in++
    this.#reject(beginning, line, `a row of ${length} bytes; the longest allowed is ${longestRow}`)
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
    if (fields.length !== width && fields.length !== width + (this.#table.trailing ?? 0)) {
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
    this.#out(fields)
  }

  #count(cleaned: Cleaned): void {
    if (cleaned.nul) this.cleaning.nul++
    if (cleaned.control) this.cleaning.control++
    if (cleaned.decoded) this.cleaning.decoded++
  }
}
