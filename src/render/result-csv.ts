import { isMissing, type Result, type Row } from '../query/result.ts'
import { csv } from './csv.ts'

interface CsvColumn {
  readonly name: string
  readonly of: (row: Row) => string
}

function dimensionColumns(result: Result, id: string): CsvColumn[] {
  const names = result.labels[id]
  const code: CsvColumn = { name: id, of: (row) => String(row[id]) }
  return names === undefined ? [code] : [code, { name: `${id}_name`, of: (row) => names[String(row[id])] ?? '' }]
}

function measureColumns(id: string): CsvColumn[] {
  return [
    { name: id, of: (row) => (typeof row[id] === 'number' ? String(row[id]) : '') },
    { name: `${id}_status`, of: (row) => (isMissing(row[id]) ? row[id].missing : '') },
  ]
}

/** A result as CSV: codes with names; a missing number is empty, with its reason in `<measure>_status`. */
export function toCsv(result: Result): string {
  const columns = result.columns.flatMap(({ id, kind }) =>
    kind === 'dimension' ? dimensionColumns(result, id) : measureColumns(id),
  )
  return csv([columns.map((c) => c.name), ...result.rows.map((row) => columns.map((c) => c.of(row)))])
}
