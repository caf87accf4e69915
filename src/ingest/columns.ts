import type { ColumnType, Table } from '#catalog'
import type { Header } from './header.ts'

/** A column of a built table. */
export interface BuiltColumn {
  readonly name: string
  readonly type: ColumnType
}

/** Names by which the engine gives the place of a row. */
const reserved = ['file_row_number', 'rowid']

function uniqueNames(): (wanted: string) => string {
  const taken = new Set(reserved)
  return (wanted) => {
    let free = wanted
    for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${wanted}_${n}`
    taken.add(free.toLowerCase())
    return free
  }
}

/** The columns of a built table: those of the file, the fields beyond its names, then those that it lacks. */
export function builtColumns(table: Table, header: Header): BuiltColumn[] {
  const unique = uniqueNames()
  const released = header.columns.map(({ released, column }, at) => ({
    name: unique(column?.name ?? (released === '' ? `column_${at + 1}` : released)),
    type: column?.type ?? ('string' as const),
  }))
  const extra = Array.from({ length: table.trailing ?? 0 }, (_, n) => ({
    name: unique(`extra_${n + 1}`),
    type: 'string' as const,
  }))
  const missing = header.missing.map(({ name, type }) => ({ name: unique(name), type }))
  return [...released, ...extra, ...missing]
}
