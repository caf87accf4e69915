import type { Language } from '../../src/catalog/index.ts'
import type { Result, Row } from '../../src/query/result.ts'
import { formatNumber, wordsIn } from '../../src/render/index.ts'
import { cellIn, codeIn, formatCell, labelIn } from '../../src/web/explorer/cells.ts'

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

/** An answer as a table of words: codes with their names, numbers as every page prints them. */
export function answerTable(result: Result, language: Language): AnswerTable {
  const { columns } = result
  const words = wordsIn(language)
  const cells = (row: Row): string[] =>
    columns.map(({ id, kind, unit }) => {
      if (kind === 'dimension') return labelIn(result, id, codeIn(row, id), language)
      const { text, missing } = formatCell(cellIn(row, id), unit, language, words)
      return missing ?? text
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
