import { createHash, type Hash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { constants, zstdCompressSync } from 'node:zlib'
import type { ColumnType } from '#catalog'
import type { BuiltColumn } from './columns.ts'
import { writer } from './parquet-read.ts'
import { type Fields, type Thrift, thrift } from './thrift.ts'

/** Numbers of the Parquet format. */
const physical = { int32: 1, int64: 2, double: 5, bytes: 6 }
const encoding = { plain: 0, levels: 3, differences: 5, dictionary: 8 }
const zstd = 6
const page = { data: 0, dictionary: 2 }
const level = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

const physicalTypes: Readonly<Record<ColumnType, number>> = {
  integer: physical.int64,
  datetime: physical.int64,
  date: physical.int32,
  bit: physical.int32,
  decimal: physical.double,
  string: physical.bytes,
  code: physical.bytes,
  time: physical.bytes,
  month_year: physical.bytes,
}

const i32 = (value: number): Thrift => ({ i32: value })
const i64 = (value: number | bigint): Thrift => ({ i64: value })
const struct = (...fields: Fields): Thrift => ({ struct: fields })

/** What a physical value means: the older and the newer mark of a column. */
function meaning(type: ColumnType): Fields {
  if (type === 'integer' || type === 'decimal') return []
  // A moment without a time zone has a newer mark only.
  if (type === 'datetime') return [[10, struct([8, struct([1, { bool: false }], [2, struct([2, struct()])])])]]
  if (type === 'date')
    return [
      [6, i32(6)],
      [10, struct([6, struct()])],
    ]
  if (type === 'bit')
    return [
      [6, i32(15)],
      [10, struct([10, struct([1, { i8: 8 }], [2, { bool: true }])])],
    ]
  return [
    [6, i32(0)],
    [10, struct([1, struct()])],
  ]
}

/** An encoded column of a row group. */
export interface ColumnPage {
  readonly data: Uint8Array
  /** Values that are not missing. */
  readonly filled: number
  /** Whether the values are written by their differences: Parquet's DELTA_BINARY_PACKED. */
  readonly byDifferences: boolean
  /** Undefined when the values stand in the data page themselves. */
  readonly dictionary: { readonly bytes: Uint8Array; readonly size: number } | undefined
  /** Least and greatest value, where the column holds numbers. */
  readonly range: readonly [bigint, bigint] | undefined
}

export interface WrittenFile {
  readonly bytes: number
  readonly sha256: string
}

/** Gives the page of a column as it is, or prepared for being compressed: by differences, or with codes evenly wide. */
export type Encode = (column: number, prepared: boolean) => ColumnPage

/** From so many values on a column is taken to go on as it began. */
const enough = 4096

/** Bytes on their way into the file. */
interface Packed {
  readonly bytes: Buffer
  /** How many they were before compression. */
  readonly size: number
}

function compress(bytes: Uint8Array): Packed {
  const packed = zstdCompressSync(bytes, { ...level, chunkSize: Math.max(4096, bytes.length >> 1) })
  return { bytes: packed, size: bytes.length }
}

/** A column of a row group on its way into the file. */
interface PackedColumn {
  readonly data: Packed
  readonly dictionary: (Packed & { readonly entries: number }) | undefined
  readonly filled: number
  readonly range: ColumnPage['range']
  readonly encoding: number
}

function compressColumn({ data, dictionary, filled, byDifferences, range }: ColumnPage): PackedColumn {
  const values = byDifferences && filled > 0 ? encoding.differences : encoding.plain
  return {
    data: compress(data),
    dictionary: dictionary && { ...compress(dictionary.bytes), entries: dictionary.size },
    filled,
    range,
    encoding: dictionary === undefined ? values : encoding.dictionary,
  }
}

/** A Parquet file, written a row group at a time. */
export class ParquetFile {
  readonly #fd: number
  readonly #columns: readonly BuiltColumn[]
  readonly #hash: Hash = createHash('sha256')
  readonly #groups: Thrift[] = []
  /** Of columns of which that was tried: whether they are smaller when they are prepared; and whether they had no dictionary then. */
  readonly #tried = new Map<number, { readonly prepared: boolean; readonly plain: boolean }>()
  #at = 0
  #closed = false
  rows = 0

  constructor(path: string, columns: readonly BuiltColumn[]) {
    this.#columns = columns
    this.#fd = openSync(path, 'w')
    this.#write(Buffer.from('PAR1'))
  }

  /** Writes a row group; `encode` gives the page of each column and may use its memory again for the next. */
  group(rows: number, encode: Encode): void {
    const from = this.#at
    const columns = this.#columns.map((column, at) => this.#column(column, rows, this.#smaller(at, encode)))
    this.#groups.push(struct([1, { list: columns }], [2, i64(this.#at - from)], [3, i64(rows)]))
    this.rows += rows
  }

  finish(): WrittenFile {
    const root = struct([4, { binary: 'table' }], [5, i32(this.#columns.length)])
    const schema = this.#columns.map(({ name, type }) =>
      struct([1, i32(physicalTypes[type])], [3, i32(1)], [4, { binary: name }], ...meaning(type)),
    )
    const footer = thrift([
      [1, i32(2)],
      [2, { list: [root, ...schema] }],
      [3, i64(this.rows)],
      [4, { list: this.#groups }],
      [6, { binary: writer }],
    ])
    const end = Buffer.alloc(8)
    end.writeUInt32LE(footer.length)
    end.write('PAR1', 4)
    this.#write(footer)
    this.#write(end)
    this.close()
    return { bytes: this.#at, sha256: this.#hash.digest('hex') }
  }

  close(): void {
    if (!this.#closed) closeSync(this.#fd)
    this.#closed = true
  }

  #write(bytes: Uint8Array): void {
    let written = 0
    while (written < bytes.length) written += writeSync(this.#fd, bytes, written, bytes.length - written)
    this.#hash.update(bytes)
    this.#at += bytes.length
  }

  /**
   * The page of a column, in the way that is smaller once compressed: the first row group tells, and later ones keep to it
   * for as long as the column has a dictionary, or has none.
   */
  #smaller(at: number, encode: Encode): PackedColumn {
    const tried = this.#tried.get(at)
    const prepared = tried?.prepared ?? false
    const first = compressColumn(encode(at, prepared))
    const plain = first.dictionary === undefined
    if (first.filled === 0 || tried?.plain === plain) return first
    const other = compressColumn(encode(at, !prepared))
    const isSmaller = other.data.bytes.length < first.data.bytes.length
    if (first.filled >= enough) this.#tried.set(at, { prepared: isSmaller !== prepared, plain })
    return isSmaller ? other : first
  }

  /** Writes a page and returns its size before compression. */
  #page({ bytes, size }: Packed, kind: number, about: readonly [number, Thrift]): number {
    const header = thrift([[1, i32(kind)], [2, i32(size)], [3, i32(bytes.length)], about])
    this.#write(header)
    this.#write(bytes)
    return header.length + size
  }

  #column({ name, type }: BuiltColumn, rows: number, column: PackedColumn): Thrift {
    const { data, dictionary, filled, range, encoding: values } = column
    const begun = this.#at
    let size = 0
    if (dictionary !== undefined) {
      const about = struct([1, i32(dictionary.entries)], [2, i32(encoding.plain)])
      size += this.#page(dictionary, page.dictionary, [7, about])
    }
    const dataAt = this.#at
    const about = struct([1, i32(rows)], [2, i32(values)], [3, i32(encoding.levels)], [4, i32(encoding.levels)])
    size += this.#page(data, page.data, [5, about])
    const statistics: Fields = [[3, i64(rows - filled)], ...limits(type, range)]
    const meta = struct(
      [1, i32(physicalTypes[type])],
      [2, { list: [i32(values), i32(encoding.levels)] }],
      [3, { list: [{ binary: name }] }],
      [4, i32(zstd)],
      [5, i64(rows)],
      [6, i64(size)],
      [7, i64(this.#at - begun)],
      [9, i64(dataAt)],
      ...(dictionary === undefined ? [] : ([[11, i64(begun)]] as const)),
      [12, struct(...statistics)],
    )
    return struct([2, i64(begun)], [3, meta])
  }
}

/** The greatest and the least value, as their bytes. */
function limits(type: ColumnType, range: ColumnPage['range']): Fields {
  if (range === undefined) return []
  const wide = physicalTypes[type] === physical.int64
  const [least, most] = range.map((value) => {
    const bytes = Buffer.alloc(wide ? 8 : 4)
    if (wide) bytes.writeBigInt64LE(value)
    else bytes.writeInt32LE(Number(value))
    return { binary: bytes }
  })
  return least === undefined || most === undefined
    ? []
    : [
        [5, most],
        [6, least],
      ]
}

/** Writes columns of numbers, all of one length. */
export function writeNumbers(path: string, columns: Readonly<Record<string, readonly bigint[]>>): void {
  const values = Object.values(columns)
  const rows = values[0]?.length ?? 0
  const file = new ParquetFile(
    path,
    Object.keys(columns).map((name) => ({ name, type: 'integer' })),
  )
  // Whether a row has a value: one run of ones.
  const run: number[] = []
  for (let rest = rows * 2; rest > 0; rest = Math.floor(rest / 128)) run.push((rest % 128) + (rest > 127 ? 128 : 0))
  const levels = Buffer.from([run.length + 1, 0, 0, 0, ...run, 1])
  if (rows > 0)
    file.group(rows, (column) => {
      const plain = new Uint8Array(BigInt64Array.from(values[column] ?? []).buffer)
      return {
        data: Buffer.concat([levels, plain]),
        filled: rows,
        byDifferences: false,
        dictionary: undefined,
        range: undefined,
      }
    })
  file.finish()
}
