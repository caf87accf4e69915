/// <reference types="vite/client" />
import { nearest } from '#catalog'
import { NotFoundError } from '#errors'
import { dateOf, firstDay, type LibraryRecord, type RelationKind, readRecords } from './record.ts'

const files = import.meta.glob<unknown>('./records/*.json', { eager: true, import: 'default' })

const read = readRecords(
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path.replace(/^\./, 'site/library'), content])),
)

function newestFirst(a: LibraryRecord, b: LibraryRecord): number {
  return firstDay(dateOf(b)).localeCompare(firstDay(dateOf(a))) || a.id.localeCompare(b.id)
}

/** The records that are shown, newest first. A file that breaks a rule stops the build. */
export const records: readonly LibraryRecord[] = [...read.values()]
  .filter((r) => r.held === undefined)
  .sort(newestFirst)

/** Documents that were looked for and not found. */
export const held: readonly LibraryRecord[] = [...read.values()].filter((r) => r.held !== undefined)

const byId = new Map(records.map((r) => [r.id, r]))

export function recordOf(id: string): LibraryRecord {
  const record = byId.get(id)
  if (record !== undefined) return record
  throw new NotFoundError(`There is no record ${id} in the library.`, {
    code: 'unknown-record',
    value: id,
    nearest: nearest(id, byId.keys()),
    hint: 'search the library for a word of the title',
  })
}

export function findRecord(id: string): LibraryRecord | undefined {
  return byId.get(id)
}

export interface Related {
  /** `changes` and `changed_by` come from the status histories, the rest from the relations. */
  readonly kind: RelationKind | `${RelationKind}_of` | 'changes' | 'changed_by'
  readonly id: string
  readonly title: string
}

/** The records that stand beside one, each once a kind, in both directions. */
export function relatedTo(record: LibraryRecord): readonly Related[] {
  const found = new Map<string, Related>()
  const add = (kind: Related['kind'], id: string) => {
    const other = byId.get(id)
    if (other !== undefined) found.set(`${kind} ${id}`, { kind, id, title: other.title })
  }
  for (const { by } of record.status_history) if (by !== undefined) add('changed_by', by)
  for (const { kind, to } of record.relations) add(kind, to)
  for (const other of records) {
    if (other.status_history.some(({ by }) => by === record.id)) add('changes', other.id)
    for (const { kind, to } of other.relations) if (to === record.id) add(`${kind}_of`, other.id)
  }
  return [...found.values()]
}
