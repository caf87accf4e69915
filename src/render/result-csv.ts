import type { Result } from '../query/result.ts'
import { csv } from './csv.ts'
import { flatColumns } from './result-table.ts'

/** A result as CSV: codes with names; a missing number is empty, with its reason in `<measure>_status`. */
export function toCsv(result: Result): string {
  const columns = flatColumns(result)
  return csv([columns.map((c) => c.name), ...result.rows.map((row) => columns.map((c) => String(c.of(row) ?? '')))])
}
