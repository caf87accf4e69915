import type { ColumnType, Table } from '#catalog'
import { DataError } from '#errors'
import { usualCell } from './cell.ts'
import { type BuiltColumn, builtColumns } from './columns.ts'
import type { Header } from './header.ts'
import type { KernelExports } from './kernel.ts'
import { type ColumnPage, ParquetFile, type WrittenFile } from './parquet.ts'
import type { RowLog } from './read.ts'

/** How the kernel treats the cells of a column; the numbers are those of `src/wasm/column.ts`. */
const kinds: Readonly<Record<ColumnType, number>> = {
  string: 0,
  time: 0,
  month_year: 0,
  code: 1,
  integer: 2,
  datetime: 3,
  date: 4,
  bit: 5,
  decimal: 6,
}

/** A column of which most is unreadable after so many cells is not gone on with. */
const mostUnreadable = 100_000

function unreadableColumn(file: string, column: string, raw: string): DataError {
  return new DataError(`most cells of ${column} in ${file} cannot be read, for instance: ${raw.slice(0, 60)}`, {
    code: 'column-unreadable',
    value: column,
    allowed: 'what its definition says, in definitions/tables',
    hint: 'EOIR may have changed how this column is written, or columns are swapped; please report this release',
  })
}

const spaces = /^\p{Zs}+|\p{Zs}+$/gu

/** The kernel's memory as it is now; it moves when it grows. */
export function bytesOf(kernel: KernelExports, from: number, length: number): Buffer {
  return Buffer.from(kernel.memory.buffer, from, length)
}

/** A table being built: the kernel's row groups, written as they fill. */
export class TableFile {
  readonly #kernel: KernelExports
  readonly #columns: readonly BuiltColumn[]
  readonly #parquet: ParquetFile
  readonly #file: string
  readonly #log: RowLog
  readonly #unreadable: Record<string, number> = {}

  constructor(
    kernel: KernelExports,
    options: { table: Table; header: Header; path: string; file: string; log: RowLog },
  ) {
    const { table, header, path, file, log } = options
    this.#kernel = kernel
    this.#file = file
    this.#log = log
    this.#columns = builtColumns(table, header)
    for (const [at, { name, type }] of this.#columns.entries()) {
      const plain = type === 'integer' && table.key.includes(name)
      kernel.setColumn(at, kinds[type], plain, plain && table.key.length === 1)
    }
    // Keys stand in the first columns, where the kernel looks for their digits; in a file where they do not, no row is plain.
    const required = table.required.map((name) => header.columns.findIndex((c) => c.column?.name === name))
    const first = required.filter((at) => at >= 0).every((at, i) => at === i)
    const keys = required.filter((at) => at >= 0).length
    kernel.begin(this.#columns.length, header.columns.length, table.trailing ?? 0, first ? keys : -1)
    this.#parquet = new ParquetFile(path, this.#columns)
  }

  get rows(): number {
    return this.#parquet.rows + this.#kernel.groupSize()
  }

  /** Adds a row that was cleaned or mended. */
  add(fields: readonly string[]): void {
    const cells = fields.map((field, at) => {
      const cell = field.replaceAll(spaces, '')
      return this.#columns[at]?.type === 'code' ? cell.toUpperCase() : cell
    })
    const at = this.#kernel.mendedAt()
    const row = Buffer.from(cells.join('\t'))
    bytesOf(this.#kernel, at, row.length).set(row)
    if (this.#kernel.addRowAt(at, at + row.length) !== 0) this.flush()
  }

  /** Answers the kernel: see `readCell` in `src/wasm/cell.ts`. */
  readCell(column: number, from: number, length: number): number {
    const { name, type } = this.#columns[column] ?? { name: '', type: 'string' }
    const text = bytesOf(this.#kernel, from, length).toString('utf8')
    const usual = usualCell(type, text)
    if (usual === undefined) {
      this.#note(name, text)
      return -1
    }
    bytesOf(this.#kernel, this.#kernel.answerAt(), usual.length).set(usual)
    return usual.length
  }

  /** Column → cells that hold something it cannot hold. */
  get unreadable(): Readonly<Record<string, number>> {
    return this.#unreadable
  }

  #note(column: string, raw: string): void {
    const cells = (this.#unreadable[column] ?? 0) + 1
    this.#unreadable[column] = cells
    if (cells > mostUnreadable && cells > this.rows / 2) throw unreadableColumn(this.#file, column, raw)
    this.#log.unreadable({ file: this.#file, row: this.rows, column, raw })
  }

  /** Writes the row group that the kernel holds. */
  flush(): void {
    const rows = this.#kernel.groupSize()
    if (rows > 0) this.#parquet.group(rows, (column, prepared) => this.#page(column, prepared))
    this.#kernel.newGroup()
  }

  #page(column: number, prepared: boolean): ColumnPage {
    const kernel = this.#kernel
    kernel.encodeColumn(column, prepared)
    const type = this.#columns[column]?.type ?? 'string'
    const filled = kernel.filledCells(column)
    const dictionary = kernel.dictionaryLength()
    const ranged = filled > 0 && (kinds[type] ?? 0) > 1 && type !== 'decimal'
    return {
      data: bytesOf(kernel, kernel.pageStart(), kernel.pageLength()),
      filled,
      byDifferences: prepared && dictionary === 0 && (type === 'integer' || type === 'datetime'),
      dictionary:
        dictionary === 0
          ? undefined
          : { bytes: bytesOf(kernel, kernel.dictionaryStart(column), dictionary), size: kernel.dictionarySize(column) },
      range: ranged ? [kernel.leastValue(), kernel.mostValue()] : undefined,
    }
  }

  /** Keys that stand on an earlier row too, where the key is one column of numbers; undefined when that is not known. */
  repeatedKeys(table: Table): BigInt64Array | undefined {
    const [key, another] = table.key
    const at = this.#columns.findIndex((column) => column.name === key)
    const count = this.#kernel.repeatedKeys()
    if (another !== undefined || at < 0 || this.#columns[at]?.type !== 'integer' || count < 0) return undefined
    return BigInt64Array.from(new BigInt64Array(this.#kernel.memory.buffer, this.#kernel.repeatedKeysAt(), count))
  }

  finish(): WrittenFile {
    this.flush()
    return this.#parquet.finish()
  }

  close(): void {
    this.#parquet.close()
  }
}
