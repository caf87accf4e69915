import type { Random } from '../base/random.ts'

/** What stands in the file instead of a clean row, and how a correct ingest accounts for it. */
export interface Stained {
  /** Without the line end after it. */
  readonly text: string
  /** Lines by the dominant line end. */
  readonly rows: number
  readonly repaired: number
  readonly rejected: number
  /** Stray line breaks inside a row: they make physical lines, not rows. */
  readonly breaks: number
}

/** A kind of defect. It never changes what the release counts to, only how hard that is to read. */
export interface Dirt {
  readonly id: string
  readonly files: readonly string[]
  /** Whether this row can carry it. */
  readonly fits?: (cells: readonly string[], at: (column: string) => number) => boolean
  readonly stain: (cells: string[], at: (column: string) => number, serial: number) => Stained
}

/** The row is read as if nothing were wrong. */
export function cleaned(cells: readonly string[]): Stained {
  return { text: cells.join('\t'), rows: 1, repaired: 0, rejected: 0, breaks: 0 }
}

/** The row is mended and logged. */
export function repaired(text: string, breaks = 0): Stained {
  return { text, rows: 1, repaired: 1, rejected: 0, breaks }
}

/** The row stands as it was, and beside it another that cannot be read. */
export function rejected(cells: readonly string[], bad: string): Stained {
  return { text: `${cells.join('\t')}\r\n${bad}`, rows: 2, repaired: 0, rejected: 1, breaks: 0 }
}

/** Chooses which rows of one file are stained: every kind once, as early as a row fits it, then at random at the rate. */
export class Stainer {
  readonly seen = new Map<string, number>()
  readonly #kinds: readonly Dirt[]
  readonly #owed: Dirt[]
  readonly #rng: Random
  readonly #rate: number
  readonly #at: (column: string) => number
  #row = 0

  constructor(kinds: readonly Dirt[], columns: readonly string[], rate: number, rng: Random) {
    this.#kinds = kinds
    this.#owed = rate > 0 ? [...kinds] : []
    this.#rate = rate
    this.#rng = rng
    this.#at = (column) => columns.indexOf(column)
  }

  /** The stained row, or nothing if it stays clean. */
  stain(cells: string[]): Stained | undefined {
    if (this.#rate === 0 || this.#kinds.length === 0) return undefined
    this.#row += 1
    const kind = this.#row % 3 === 0 && this.#owed.length > 0 ? this.#due(cells) : this.#random(cells)
    if (kind === undefined) return undefined
    this.seen.set(kind.id, (this.seen.get(kind.id) ?? 0) + 1)
    return kind.stain([...cells], this.#at, this.#row)
  }

  #due(cells: readonly string[]): Dirt | undefined {
    const i = this.#owed.findIndex((kind) => kind.fits?.(cells, this.#at) ?? true)
    return i < 0 ? undefined : this.#owed.splice(i, 1)[0]
  }

  #random(cells: readonly string[]): Dirt | undefined {
    if (this.#rng() >= this.#rate) return undefined
    const kind = this.#kinds[Math.floor(this.#rng() * this.#kinds.length)]
    return kind !== undefined && (kind.fits?.(cells, this.#at) ?? true) ? kind : undefined
  }
}
