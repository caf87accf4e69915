/** One row as it stands in the file, without its line end. */
export interface RawRow {
  readonly bytes: Buffer
  /** Physical line on which it begins; the header is line 1. */
  readonly line: number
}

export type LineEnd = 'crlf' | 'lf'

const LF = 10
const CR = 13

/** The line end that most lines of the first piece of a file have. */
export function dominantLineEnd(piece: Buffer): LineEnd {
  let crlf = 0
  let lf = 0
  for (let i = piece.indexOf(LF); i !== -1; i = piece.indexOf(LF, i + 1)) {
    if (i > 0 && piece[i - 1] === CR) crlf++
    else lf++
  }
  return crlf >= lf && crlf > 0 ? 'crlf' : 'lf'
}

/**
 * Splits a stream of bytes into rows by the file's dominant line end. A bare LF inside a CRLF file stays in its row.
 * `lines` counts physical lines, the header and an unfinished last line included.
 */
export class RowSplitter {
  #end: LineEnd | undefined
  #rest: Buffer = Buffer.alloc(0)
  /** Where the search for the next line end begins in `#rest`. */
  #from = 0
  #line = 1
  /** Physical lines begun inside the row that is being collected. */
  #inside = 0
  lines = 0

  get end(): LineEnd | undefined {
    return this.#end
  }

  /** Calls `each` for every row that this piece completes. Rows may share the piece's memory: use them at once. */
  push(piece: Buffer, each: (bytes: Buffer, line: number) => void): void {
    const data = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    // Until a line has ended nothing can be said of line ends.
    if (this.#end === undefined && data.includes(LF)) this.#end = dominantLineEnd(data)
    let start = 0
    let at = data.indexOf(LF, this.#from)
    while (at !== -1) {
      this.lines++
      const crlf = at > start && data[at - 1] === CR
      if (this.#end === 'lf' || crlf) {
        each(data.subarray(start, crlf ? at - 1 : at), this.#line)
        this.#line += 1 + this.#inside
        this.#inside = 0
        start = at + 1
      } else {
        this.#inside++
      }
      at = data.indexOf(LF, at + 1)
    }
    this.#rest = data.subarray(start)
    this.#from = this.#rest.length
  }

  /** Calls `each` for a last row without a line end. */
  finish(each: (bytes: Buffer, line: number) => void): void {
    if (this.#rest.length === 0) return
    this.lines++
    each(this.#rest, this.#line)
    this.#rest = Buffer.alloc(0)
  }
}
