import type { Stained } from '../dirt/dirt.ts'
import type { Account } from '../release.ts'
import { hash } from './chance.ts'
import type { Grime } from './grime.ts'
import { type Changes, changesOf } from './ledger.ts'
import { Sheet } from './sheet.ts'

/** Which rows of a table the release does not have, although their cases do. */
export type Hidden = (key: number) => boolean

/** The rows of one table, with its account. */
export class Page extends Sheet {
  readonly account: Account = { rows: 0, loaded: 0, repaired: 0, rejected: 0, lines: 0 }
  readonly dirt = new Map<string, number>()
  /** What became of the rows since the release before; absent in the first release. */
  changes: Changes | undefined
  readonly #grime: Grime | undefined
  readonly #before: Draft | undefined
  readonly #hidden: Hidden | undefined

  constructor(bytes: Uint8Array, grime: Grime | undefined, before: Draft | undefined, hidden: Hidden | undefined) {
    super(bytes)
    this.#grime = grime
    this.#before = before
    this.#hidden = hidden
  }

  /** A row is whole: it is counted, and stained if its turn has come. */
  row(key: number): void {
    const from = this.rowStart
    this.end()
    if (this.#before !== undefined && this.changes !== undefined) {
      changesOf(this.changes, this.#before, this, from, key, this.#grime)
    }
    if (this.#hidden?.(key) === true) {
      this.at = from
      this.rowStart = from
      return
    }
    const stained = this.#grime?.isDue(key) === true ? this.#grime.stain(this.text(from, this.at - 2), key) : undefined
    if (stained === undefined) {
      this.account.rows += 1
      this.account.loaded += 1
      this.account.lines += 1
    } else this.#stained(from, stained.kind, stained)
  }

  #stained(from: number, kind: string, { text, rows, repaired, rejected, breaks }: Stained): void {
    this.replace(from, `${text}\r\n`)
    this.dirt.set(kind, (this.dirt.get(kind) ?? 0) + 1)
    this.account.rows += rows
    this.account.loaded += rows - rejected
    this.account.repaired += repaired
    this.account.rejected += rejected
    this.account.lines += rows + breaks
  }
}

/** The rows of one case as they stood a month before, by key. */
export class Draft extends Page {
  readonly rows = new Map<number, readonly [from: number, to: number]>()

  constructor() {
    super(new Uint8Array(1 << 17), undefined, undefined, undefined)
  }

  override row(key: number): void {
    const from = this.rowStart
    this.end()
    this.rows.set(key, [from, this.at - 2])
  }

  override reset(): void {
    super.reset()
    this.rows.clear()
  }
}

/** Whether a row is chosen, so many in a million. */
export function chosen(seed: number, purpose: number, key: number, share: number): boolean {
  return hash(seed, purpose, key) < share * 0x100000000
}
