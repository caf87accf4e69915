import type { Language } from '../../src/catalog/index.ts'
import { type Cell, isMissing, type Result, type ResultColumn, type Row } from '../../src/query/result.ts'
import { formatNumber, formatShare, wordsIn } from '../../src/render/index.ts'

/** So many rows are shown; the rest is in the file. */
const most = 50

/** Rows of an answer as a page shows them. */
export interface AnswerTable {
  readonly receipt: string
  readonly columns: readonly { readonly id: string; readonly label: string; readonly isNumber: boolean }[]
  readonly rows: readonly (readonly string[])[]
  readonly totals: readonly string[] | undefined
  readonly shown: string
  readonly all: string
}

function numberText(cell: Cell | string | undefined, column: ResultColumn, language: Language): string {
  if (typeof cell === 'number')
    return column.unit === 'share' ? formatShare(cell, language) : formatNumber(Math.round(cell), language)
  return cell !== undefined && typeof cell !== 'string' && isMissing(cell)
    ? wordsIn(language).missing[cell.missing]
    : ''
}

/** An answer as a table of words: codes with their names, numbers as every page prints them. */
export function answerTable(result: Result, language: Language): AnswerTable {
  const { columns, labels } = result
  const cells = (row: Row): string[] =>
    columns.map((column) => {
      const cell = row[column.id]
      if (column.kind !== 'dimension') return numberText(cell, column, language)
      return typeof cell === 'string' ? (labels[column.id]?.[cell] ?? cell) : ''
    })
  const rows = result.rows.slice(0, most)
  return {
    receipt: result.receipt,
    columns: columns.map(({ id, label, kind }) => ({ id, label, isNumber: kind !== 'dimension' })),
    rows: rows.map((row) => cells(row)),
    // Of a question without a dimension the one row says it all.
    totals: result.totals === null || columns[0]?.kind !== 'dimension' ? undefined : cells(result.totals),
    shown: formatNumber(rows.length, language),
    all: formatNumber(result.rows.length, language),
  }
}
