import { isMissing, type Result, type Row } from '../query/result.ts'

/** A column of a result as a flat table: codes with names, numbers with the reason where one is missing. */
export interface FlatColumn {
  readonly name: string
  readonly kind: 'text' | 'number'
  /** Null where there is nothing: a missing number, or no reason for one that is there. */
  readonly of: (row: Row) => string | number | null
}

function dimensionColumns(result: Result, id: string): FlatColumn[] {
  const names = result.labels[id]
  const code: FlatColumn = { name: id, kind: 'text', of: (row) => String(row[id]) }
  return names === undefined
    ? [code]
    : [code, { name: `${id}_name`, kind: 'text', of: (row) => names[String(row[id])] ?? null }]
}

function measureColumns(id: string): FlatColumn[] {
  return [
    { name: id, kind: 'number', of: (row) => (typeof row[id] === 'number' ? row[id] : null) },
    { name: `${id}_status`, kind: 'text', of: (row) => (isMissing(row[id]) ? row[id].missing : null) },
  ]
}

/** The columns of a result as CSV, Excel and Parquet have them: a missing number is empty, with its reason in `<measure>_status`. */
export function flatColumns(result: Result): FlatColumn[] {
  return result.columns.flatMap(({ id, kind }) =>
    kind === 'dimension' ? dimensionColumns(result, id) : measureColumns(id),
  )
}
