import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { zstdDecompressSync } from 'node:zlib'
import { numberIn, readThrift, type Struct, structIn, structsIn, textIn } from './thrift-read.ts'

/** By whom a file says that it was written. */
export const writer = 'opendocket'

/** A column of a row group as it lies in its file, unpacked but still encoded. */
export interface EncodedColumn {
  /** Number of the encoding in the Parquet format. */
  readonly encoding: number
  readonly data: Buffer
  readonly dictionary: { readonly bytes: Buffer; readonly size: number } | undefined
}

interface Chunk {
  readonly at: number
  readonly bytes: number
}

interface Group {
  readonly rows: number
  readonly chunks: readonly Chunk[]
}

/** A file that `parquet.ts` wrote, read a column of a row group at a time. */
export class WrittenParquet {
  readonly #fd: number
  /** Room for what is read. */
  #room = Buffer.alloc(0)
  readonly groups: readonly Group[]
  /** Name → its place and the number of its physical type in the Parquet format. */
  readonly columns: ReadonlyMap<string, { readonly at: number; readonly physical: number }>

  private constructor(fd: number, footer: Struct) {
    this.#fd = fd
    const [, ...schema] = structsIn(footer, 2)
    this.columns = new Map(
      schema.map((column, at) => [textIn(column, 4), { at, physical: numberIn(column, 1) }] as const),
    )
    this.groups = structsIn(footer, 4).map((group) => ({
      rows: numberIn(group, 3),
      chunks: structsIn(group, 1).map((chunk) => {
        const meta = structIn(chunk, 3)
        return { at: meta.has(11) ? numberIn(meta, 11) : numberIn(meta, 9), bytes: numberIn(meta, 7) }
      }),
    }))
  }

  /** Opens a file; undefined when somebody else wrote it. A file that is broken raises an Error. */
  static open(path: string): WrittenParquet | undefined {
    const fd = openSync(path, 'r')
    try {
      const { size } = fstatSync(fd)
      const length = readAt(fd, size - 8, Buffer.alloc(4)).readUInt32LE()
      const { struct } = readThrift(readAt(fd, size - 8 - length, Buffer.alloc(length)))
      if (textIn(struct, 6) === writer) return new WrittenParquet(fd, struct)
    } catch (error) {
      closeSync(fd)
      throw error
    }
    closeSync(fd)
    return undefined
  }

  /** Reads a column of a row group. */
  column(group: number, column: number): EncodedColumn {
    const chunk = this.groups[group]?.chunks[column]
    if (chunk === undefined) throw new Error(`no column ${column} in row group ${group}`)
    if (this.#room.length < chunk.bytes) this.#room = Buffer.allocUnsafe(chunk.bytes * 2)
    const bytes = readAt(this.#fd, chunk.at, this.#room.subarray(0, chunk.bytes))
    const first = unpacked(bytes, 0)
    const about = first.header.get(7) === undefined ? undefined : structIn(first.header, 7)
    const second = about === undefined ? first : unpacked(bytes, first.end)
    return {
      encoding: numberIn(structIn(second.header, 5), 2),
      data: second.page,
      dictionary: about && { bytes: first.page, size: numberIn(about, 1) },
    }
  }

  close(): void {
    closeSync(this.#fd)
  }
}

/** Fills a buffer with what stands at a place of a file. */
function readAt(fd: number, at: number, bytes: Buffer): Buffer {
  let done = 0
  while (done < bytes.length) {
    const read = readSync(fd, bytes, done, bytes.length - done, at + done)
    if (read === 0) throw new Error('a Parquet file ends too early')
    done += read
  }
  return bytes
}

/** Reads the page that begins at a place. */
function unpacked(bytes: Buffer, at: number): { header: Struct; page: Buffer; end: number } {
  const { struct, end } = readThrift(bytes, at)
  const [size, packed] = [numberIn(struct, 2), numberIn(struct, 3)]
  // One piece, with room behind it: where a piece is full, another is made.
  const page = zstdDecompressSync(bytes.subarray(end, end + packed), { chunkSize: size + 64 })
  return { header: struct, page, end: end + packed }
}
