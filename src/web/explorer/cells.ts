import type { Language } from '#catalog'
import { capital, formatNumber, formatPeriod, formatShare, type SiteWords } from '#render'
import { type Cell, isMissing, type Result, type Row } from '../../query/result.ts'

export interface CellView {
  readonly text: string
  /** Why there is no number, in words. */
  readonly missing?: string
}

export function cellIn(row: Row | null | undefined, id: string): Cell {
  const cell = row?.[id]
  if (typeof cell === 'number') return cell
  return cell !== undefined && isMissing(cell) ? cell : { missing: 'not_recorded' }
}

/** A number as it is printed: a share as percent, days and counts whole. */
export function formatValue(value: number, unit: string, language: Language): string {
  return unit === 'share' ? formatShare(value, language) : formatNumber(Math.round(value), language)
}

export function formatCell(cell: Cell, unit: string, language: Language, words: SiteWords): CellView {
  if (isMissing(cell)) return { text: '–', missing: words.missing[cell.missing] }
  return { text: formatValue(cell, unit, language) }
}

/** The code in a dimension's cell. */
export function codeIn(row: Row, dimension: string): string {
  const cell = row[dimension]
  return typeof cell === 'string' ? cell : ''
}

export function labelIn(result: Result, dimension: string, code: string, language: Language): string {
  const label = result.labels[dimension]?.[code]
  if (label !== undefined && label !== code) return label
  return /^(FY)?\d{4}(-\d{2})?$/.test(code) ? capital(formatPeriod(code, language)) : code
}
