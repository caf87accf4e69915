import { fates, type Ledger } from '#catalog'
import type { ListedRow } from '../query/ledger.ts'
import { csv } from './csv.ts'

/** Rows of a comparison as CSV; the columns of a changed row stand in one cell, with blanks between. */
export function ledgerCsv(rows: readonly ListedRow[]): string {
  return csv([
    ['table', 'key', 'fate', 'court', 'month', 'columns', 'first_release', 'last_release'],
    ...rows.map((r) => [r.file, r.key, r.fate, r.court, r.month, r.columns.join(' '), r.first, r.last]),
  ])
}

/** The totals of a comparison as CSV: one line a table, court or month. */
export function ledgerTotalsCsv(ledger: Ledger): string {
  const lines = ledger.tables.flatMap((t) => [
    [t.file, 'all', '', t.before, ...fates.map((fate) => t.rows[fate]), t.after],
    ...t.courts.map((p) => [t.file, 'court', p.part, '', ...fates.map((fate) => p[fate]), '']),
    ...t.months.map((p) => [t.file, 'month', p.part, '', ...fates.map((fate) => p[fate]), '']),
    ...Object.entries(t.columns).map(([name, n]) => [t.file, 'column', name, '', '', n, '', '', '']),
  ])
  return csv([['table', 'by', 'part', 'before', ...fates, 'after'], ...lines.map((line) => line.map(String))])
}
