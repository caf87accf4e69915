import type { Grime } from './grime.ts'
import type { Draft, Page } from './page.ts'

/** What became of the rows of a table since the release before. */
export interface Changes {
  added: number
  /** Rows of which a cell changed. */
  changed: number
  /** How often each column did. */
  readonly columns: Map<number, number>
  vanished: number
  returned: number
  readonly vanishedKeys: number[]
  readonly returnedKeys: number[]
  /** Whether the row is in the release of a month, and whether it was in any before it. */
  readonly isHidden: (key: number, month: number) => boolean
  readonly month: number
}

const kept = 500

export function newChanges(month: number, isHidden: Changes['isHidden']): Changes {
  const lists = { vanishedKeys: [], returnedKeys: [] }
  return { added: 0, changed: 0, columns: new Map(), vanished: 0, returned: 0, ...lists, isHidden, month }
}

/** A case row that no proceeding belongs to is put beside a row by this kind of dirt, under a key of its own. */
const beside = 'case_without_proceeding'

/** Compares a row with what it was a month before. A row that is new has never been hidden before. */
export function changesOf(
  changes: Changes,
  before: Draft,
  page: Page,
  from: number,
  key: number,
  grime: Grime | undefined,
): void {
  const old = before.rows.get(key)
  const isNow = !changes.isHidden(key, changes.month)
  const was = old !== undefined && !changes.isHidden(key, changes.month - 1)
  const due = grime?.isDue(key) === true ? grime : undefined
  const now = { bytes: page.bytes, from, to: page.at - 2 }
  const then = old === undefined ? undefined : { bytes: before.bytes, from: old[0], to: old[1] }
  const columns = was && isNow && then !== undefined ? differing(then, now, key, due) : []
  enter(changes, { key, was, isNow, isNew: old === undefined, columns })
  if (due === undefined) return
  const has = (row: Slice | undefined) => row !== undefined && due.stain(textOf(row), key)?.kind === beside
  const [wasBeside, isBeside] = [was && has(then), isNow && has(now)]
  const other = due.keyBeside(key)
  enter(changes, { key: other, was: wasBeside, isNow: isBeside, isNew: old === undefined || was, columns })
}

interface Entry {
  readonly key: number
  readonly was: boolean
  readonly isNow: boolean
  /** Whether no release before had it. */
  readonly isNew: boolean
  readonly columns: readonly number[]
}

function enter(changes: Changes, { key, was, isNow, isNew, columns }: Entry): void {
  if (was && !isNow) {
    changes.vanished += 1
    if (changes.vanishedKeys.length < kept) changes.vanishedKeys.push(key)
  }
  if (!was && isNow && isNew) changes.added += 1
  if (!was && isNow && !isNew) {
    changes.returned += 1
    if (changes.returnedKeys.length < kept) changes.returnedKeys.push(key)
  }
  if (!was || !isNow || columns.length === 0) return
  changes.changed += 1
  for (const i of columns) changes.columns.set(i, (changes.columns.get(i) ?? 0) + 1)
}

/** A row in a buffer, without its line end. */
interface Slice {
  readonly bytes: Uint8Array
  readonly from: number
  readonly to: number
}

function textOf({ bytes, from, to }: Slice): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1')
}

/** The columns in which a correct reading of two rows differs. */
function differing(then: Slice, now: Slice, key: number, grime: Grime | undefined): number[] {
  if (isSame(then.bytes, then.from, then.to, now.bytes, now.from, now.to)) return []
  const read = (row: Slice) => grime?.stain(textOf(row), key)?.cells ?? textOf(row).split('\t')
  const [old, cells] = [read(then), read(now)]
  return cells.flatMap((cell, i) => (cell.trim() === (old[i] ?? '').trim() ? [] : [i]))
}

function isSame(a: Uint8Array, from: number, to: number, b: Uint8Array, start: number, end: number): boolean {
  if (to - from !== end - start) return false
  for (let i = 0; i < to - from; i += 1) if (a[from + i] !== b[start + i]) return false
  return true
}
