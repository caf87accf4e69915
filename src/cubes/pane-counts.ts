import { blockRows } from './format.ts'
import type { ScanKernel } from './kernel.ts'
import type { Rows } from './rows.ts'
import type { ScanPane, ScanTerm } from './scan.ts'

/** A pane whose lists and counts are in memory. */
export interface PlacedPane {
  readonly pane: ScanPane
  readonly numbers: readonly number[]
  readonly counts: number
}

/** Counts rows by panes. */
export class PaneCounts {
  readonly #kernel: ScanKernel
  readonly #rows: Rows

  constructor(kernel: ScanKernel, rows: Rows) {
    this.#kernel = kernel
    this.#rows = rows
  }

  /** Puts the lists of panes into memory, and room for their counts: those of all rows, and those of rows that have ended. */
  place(panes: readonly ScanPane[]): readonly PlacedPane[] {
    const rows = this.#rows
    return panes.map((pane) => {
      const numbers = pane.terms.map((t) => rows.numbersOf(t))
      const counts = rows.take(pane.size * 4)
      rows.words.fill(0, counts / 4, counts / 4 + pane.size)
      return { pane, numbers, counts }
    })
  }

  /** The counts of each pane. */
  read(panes: readonly PlacedPane[]): Uint32Array<ArrayBuffer>[] {
    return panes.map(({ pane, counts }) => this.#rows.words.slice(counts / 4, counts / 4 + pane.size))
  }

  /** Counts the selected rows of a block. */
  add(block: number, n: number, panes: readonly PlacedPane[]): void {
    const { words, places } = this.#rows
    let placed: ScanTerm | undefined
    const [first, second] = [places, places + blockRows * 4]
    for (const { pane, numbers, counts } of panes) {
      const { terms } = pane
      const last = terms.at(-1)
      if (last === undefined) {
        words[counts / 4] = (words[counts / 4] ?? 0) + n
        continue
      }
      const inner = last.numbers === undefined ? terms.slice(0, -1) : terms
      let before = 0
      inner.forEach((term, i) => {
        if (i === 0 && term.numbers === placed?.numbers && term.column === placed?.column) {
          before = first
          return
        }
        const out = i === 0 ? first : second
        this.#rows.place(block, n, term, numbers[i] ?? 0, before, out)
        if (i === 0) placed = term
        before = out
      })
      if (last.numbers === undefined) this.#countCodes(block, n, last, before, counts)
      else this.#kernel.countPlaces(n, before, counts)
    }
  }

  #countCodes(block: number, n: number, term: ScanTerm, before: number, counts: number): void {
    const { words, selection } = this.#rows
    const [least, greatest] = this.#rows.zone(block, term.column)
    if (least === greatest) {
      const own = counts + least * term.step * 4
      if (before === 0) words[own / 4] = (words[own / 4] ?? 0) + n
      else this.#kernel.countPlaces(n, before, own)
      return
    }
    const { address, wide } = this.#rows.at(block, term.column)
    const count = wide ? this.#kernel.countCodes2 : this.#kernel.countCodes1
    count(address, n, term.step, selection, before, counts)
  }
}
