import type { Table } from '#catalog'
import { DataError } from '#errors'
import { type Header, readHeader } from './header.ts'
import { type KernelExports, startKernel } from './kernel.ts'
import { endsWithCrlf, lineFeeds, OverlongRow } from './lines.ts'
import { longestRow, type RowLog, type TableRead, TableReader } from './read.ts'
import { bytesOf, TableFile } from './table-file.ts'

export interface ReadOptions {
  readonly table: Table
  /** The file as it is in the release, for messages. */
  readonly file: string
  readonly pieces: AsyncIterable<Buffer>
  /** Where the built table goes. */
  readonly path: string
  readonly log: RowLog
  /** Called with the number of bytes of each piece, and the rows so far. */
  readonly onBytes?: (bytes: number, rows: number) => void
}

/** What `scan` of the kernel says. */
const said = { more: 0, row: 1, full: 2 }
/** Largest piece put into the kernel's window at once. */
const most = 2 ** 20

interface Begun {
  readonly header: Header
  readonly reader: TableReader
  readonly out: TableFile
}

/** One file on its way through the kernel: plain rows stay there, every other row comes out to be judged. */
class Reading {
  readonly #options: ReadOptions
  readonly #kernel: KernelExports
  readonly #window: number
  #crlf: boolean | undefined
  /** What came before the first line had ended. */
  #lead: Buffer = Buffer.alloc(0)
  #begun: Begun | undefined
  #overlong: OverlongRow | undefined
  /** Bytes in the window that belong to an unfinished row. */
  #rest = 0
  /** Lines of overlong rows, which the kernel does not see. */
  #linesBeside = 0

  constructor(options: ReadOptions, kernel: KernelExports) {
    this.#options = options
    this.#kernel = kernel
    this.#window = kernel.windowAt()
  }

  get rows(): number {
    return this.#begun?.reader.account.rows_in ?? 0
  }

  readCell(column: number, from: number, length: number): number {
    return this.#begun?.out.readCell(column, from, length) ?? -1
  }

  push(piece: Buffer): void {
    if (this.#crlf !== undefined) {
      this.#putAll(piece)
      return
    }
    this.#lead = Buffer.concat([this.#lead, piece])
    // Until a line has ended nothing can be said of line ends.
    if (this.#lead.includes('\n') || this.#lead.length > 2 * longestRow) this.#open()
  }

  /** Settles how lines end and goes through what has come so far. */
  #open(): void {
    this.#crlf = endsWithCrlf(this.#lead)
    this.#kernel.open(this.#crlf)
    this.#putAll(this.#lead)
    this.#lead = Buffer.alloc(0)
  }

  #putAll(piece: Buffer): void {
    for (let at = 0; at < piece.length; at += most) this.#put(piece.subarray(at, at + most))
  }

  #put(piece: Buffer): void {
    let fresh = piece
    if (this.#overlong !== undefined) {
      const end = this.#overlong.pass(piece)
      if (end === -1) return
      this.#endOverlong(this.#overlong)
      fresh = piece.subarray(end)
    }
    bytesOf(this.#kernel, this.#window + this.#rest, fresh.length).set(fresh)
    this.#scan(this.#rest + fresh.length)
    if (this.#rest > 2 * longestRow) this.#beginOverlong()
  }

  /** Lets the kernel go through the first bytes of the window and moves what is left to its beginning. */
  #scan(used: number): void {
    const kernel = this.#kernel
    const end = this.#window + used
    let from = this.#window
    let status = said.full
    while (status !== said.more) {
      const begun = this.#begun
      status = kernel.scan(from, end, begun === undefined || begun.reader.waiting)
      begun?.reader.plain(kernel.taken.value)
      from = kernel.next.value
      if (status === said.row)
        this.#takeRow(kernel.rowStart.value, kernel.rowEnd.value, this.#line(kernel.rowLine.value))
      else if (status === said.full) begun?.out.flush()
    }
    this.#rest = end - from
    bytesOf(kernel, 0, end).copyWithin(this.#window, from, end)
  }

  #line(inKernel: number): number {
    return inKernel + this.#linesBeside
  }

  #takeRow(from: number, to: number, line: number): void {
    if (this.#begun === undefined) {
      const first = from + headerLength(bytesOf(this.#kernel, from, to - from))
      this.#begin(bytesOf(this.#kernel, from, first - from))
      if (first < to) this.#takeRow(first + 1, to, line + 1)
      return
    }
    const { reader, out } = this.#begun
    if (reader.waiting && this.#kernel.isPlainAt(from, to) !== 0) {
      reader.settle()
      reader.plain(1)
      if (this.#kernel.addRowAt(from, to) !== 0) out.flush()
      // A copy: the kernel's memory moves when a mended row makes it grow.
    } else reader.take(Buffer.from(bytesOf(this.#kernel, from, to - from)), line)
  }

  #begin(bytes: Buffer): void {
    const { table, file, log, path } = this.#options
    const header = readHeader(bytes, table, file)
    const out = new TableFile(this.#kernel, { table, header, path, file, log })
    const reader = new TableReader(table, header, file, (fields) => out.add(fields), log)
    this.#begun = { header, out, reader }
  }

  #beginOverlong(): void {
    const begun = bytesOf(this.#kernel, this.#window, this.#rest)
    const line = this.#line(this.#kernel.lines.value) + 1
    this.#overlong = new OverlongRow(begun, line, this.#crlf ?? false)
    this.#rest = 0
  }

  #endOverlong({ beginning, length, line, lines }: OverlongRow): void {
    if (this.#begun === undefined) throw noHeader(this.#options.file)
    this.#begun.reader.takeOverlong(beginning, length, line)
    this.#linesBeside += lines
    this.#overlong = undefined
  }

  /** Takes a last row without a line end. */
  #end(): void {
    if (this.#overlong !== undefined) {
      this.#overlong.lines++
      this.#endOverlong(this.#overlong)
    } else if (this.#rest > 0) {
      const line = this.#line(this.#kernel.lines.value) + 1
      this.#linesBeside += 1 + lineFeeds(bytesOf(this.#kernel, this.#window, this.#rest))
      this.#takeRow(this.#window, this.#window + this.#rest, line)
    }
    this.#begun?.reader.end()
  }

  finish(): TableRead {
    if (this.#crlf === undefined) this.#open()
    this.#end()
    if (this.#begun === undefined) throw emptyFile(this.#options.file)
    const { header, reader, out } = this.#begun
    const built = out.finish()
    if (out.rows !== reader.account.rows_loaded) throw openAccount(reader.account.file)
    return {
      table: this.#options.table,
      header,
      account: { ...reader.account, lines_in: this.#line(this.#kernel.lines.value) },
      cleaning: reader.cleaning,
      repairs: reader.repairs,
      unreadable: out.unreadable,
      repeatedKeys: out.repeatedKeys(this.#options.table),
      built,
    }
  }

  close(): void {
    this.#begun?.out.close()
  }
}

/** Where the header ends when it ends in LF alone and the rows in CRLF: then the first row stands behind it, as wide. */
function headerLength(bytes: Buffer): number {
  const at = bytes.indexOf('\n')
  const width = (part: Buffer): number => part.toString('latin1').split('\t').length
  return at !== -1 && width(bytes.subarray(0, at)) === width(bytes.subarray(at + 1)) ? at : bytes.length
}

function emptyFile(file: string): DataError {
  return new DataError(`an empty file: ${file}`, {
    code: 'empty-file',
    value: file,
    allowed: 'a header line and rows',
    hint: 'download the release again',
  })
}

function noHeader(file: string): DataError {
  return new DataError(`the first line of a file is too long to be a header: ${file}`, {
    code: 'no-header',
    value: file,
    allowed: `a header line of at most ${longestRow} bytes`,
    hint: 'see whether the file is a table of the release',
  })
}

export function openAccount(file: string): DataError {
  return new DataError(`the account of ${file} does not close: rows handed on and rows built differ`, {
    code: 'account-open',
    value: file,
    hint: 'nothing was published; please report this release',
  })
}

/** Reads files one after another with a kernel of its own. */
export class FileReader {
  readonly #kernel: KernelExports
  #reading: Reading | undefined

  constructor(module: WebAssembly.Module) {
    this.#kernel = startKernel(module, (column, from, length) => this.#reading?.readCell(column, from, length) ?? -1)
  }

  /** Reads one file of a release: bytes in, the built table at `path`, every row that is not plain in the log. */
  async read(options: ReadOptions): Promise<TableRead> {
    const reading = new Reading(options, this.#kernel)
    this.#reading = reading
    try {
      for await (const piece of options.pieces) {
        reading.push(piece)
        options.onBytes?.(piece.length, reading.rows)
      }
      return reading.finish()
    } catch (error) {
      reading.close()
      throw error
    }
  }
}
