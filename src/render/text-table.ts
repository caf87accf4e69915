import { isMissing, type Result, type ResultColumn, type Row } from '../query/result.ts'
import { formatNumber, formatShare } from './format.ts'

/** Columns of text, numbers right, a rule under the header. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly boolean[],
): string {
  const widths = header.map((h, i) => Math.max(h.length, ...rows.map((r) => (r[i] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (right[i] === true ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ')
      .trimEnd()
  return `${[line(header), widths.map((w) => '─'.repeat(w)).join('  '), ...rows.map(line)].join('\n')}\n`
}

function cellText(result: Result, column: ResultColumn, row: Row): string {
  const cell = row[column.id]
  if (column.kind === 'dimension') {
    const code = String(cell ?? '')
    const name = result.labels[column.id]?.[code]
    return name === undefined || name === code ? code : `${name} ${code}`
  }
  if (isMissing(cell)) return `(${cell.missing})`
  if (typeof cell !== 'number') return ''
  if (column.unit === 'share') return formatShare(cell, result.language, 2)
  return formatNumber(Number.isInteger(cell) ? cell : Math.round(cell * 10) / 10, result.language)
}

/** A result as a table for the terminal, totals first. */
export function toTextTable(result: Result): string {
  const { columns } = result
  const body = result.rows.map((row) => columns.map((c) => cellText(result, c, row)))
  if (result.totals !== null) {
    const { totals } = result
    const all = result.language === 'es' ? 'Todos' : 'All'
    body.unshift(columns.map((c, i) => (c.kind === 'dimension' ? (i === 0 ? all : '') : cellText(result, c, totals))))
  }
  return textTable(
    columns.map((c) => c.id),
    body,
    columns.map((c) => c.kind !== 'dimension'),
  )
}
