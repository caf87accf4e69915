const LF = 10
const CR = 13

/** The line end that most lines of the first piece of a file have. */
export function endsWithCrlf(piece: Buffer): boolean {
  let crlf = 0
  let lf = 0
  for (let i = piece.indexOf(LF); i !== -1; i = piece.indexOf(LF, i + 1)) {
    if (i > 0 && piece[i - 1] === CR) crlf++
    else lf++
  }
  return crlf >= lf && crlf > 0
}

export function lineFeeds(bytes: Buffer): number {
  let count = 0
  for (let i = bytes.indexOf(LF); i !== -1; i = bytes.indexOf(LF, i + 1)) count++
  return count
}

/** Passes over a row that is too long to be one, however long; keeps its beginning. */
export class OverlongRow {
  readonly beginning: Buffer
  readonly line: number
  readonly #crlf: boolean
  length: number
  /** Physical line ends within it, its own included once it has ended. */
  lines: number
  #last: number

  constructor(begun: Buffer, line: number, crlf: boolean) {
    this.beginning = Buffer.from(begun.subarray(0, 64 * 1024))
    this.line = line
    this.#crlf = crlf
    this.length = begun.length
    this.lines = lineFeeds(begun)
    this.#last = begun.at(-1) ?? 0
  }

  /** Goes on through a piece; returns where the next row begins, or -1 when this one has not ended. */
  pass(piece: Buffer): number {
    let at = piece.indexOf(LF)
    while (at !== -1) {
      this.lines++
      const ended = (at === 0 ? this.#last : piece[at - 1]) === CR
      if (ended || !this.#crlf) {
        this.length += at - (ended ? 1 : 0)
        return at + 1
      }
      at = piece.indexOf(LF, at + 1)
    }
    this.length += piece.length
    this.#last = piece.at(-1) ?? this.#last
    return -1
  }
}
