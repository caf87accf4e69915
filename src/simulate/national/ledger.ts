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
  if (old === undefined) {
    if (isNow) changes.added += 1
    return
  }
  const was = !changes.isHidden(key, changes.month - 1)
  if (was && !isNow) {
    changes.vanished += 1
    if (changes.vanishedKeys.length < kept) changes.vanishedKeys.push(key)
  }
  if (!was && isNow) {
    changes.returned += 1
    if (changes.returnedKeys.length < kept) changes.returnedKeys.push(key)
  }
  if (was && isNow) compare(changes, before, old, page, from, key, grime)
}

function compare(
  changes: Changes,
  before: Draft,
  [oldFrom, oldTo]: readonly [number, number],
  page: Page,
  from: number,
  key: number,
  grime: Grime | undefined,
): void {
  const to = page.at - 2
  if (isSame(before.bytes, oldFrom, oldTo, page.bytes, from, to)) return
  const read = (text: string) =>
    (grime?.isDue(key) === true ? grime.stain(text, key)?.cells : undefined) ?? text.split('\t')
  const [old, now] = [read(before.text(oldFrom, oldTo)), read(page.text(from, to))]
  let isChanged = false
  now.forEach((cell, i) => {
    if (cell.trim() === (old[i] ?? '').trim()) return
    isChanged = true
    changes.columns.set(i, (changes.columns.get(i) ?? 0) + 1)
  })
  if (isChanged) changes.changed += 1
}

function isSame(a: Uint8Array, from: number, to: number, b: Uint8Array, start: number, end: number): boolean {
  if (to - from !== end - start) return false
  for (let i = 0; i < to - from; i += 1) if (a[from + i] !== b[start + i]) return false
  return true
}
