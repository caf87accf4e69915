export { signed, toComparedDocument, toComparedTable } from './compared.ts'
export { csv, readCsv } from './csv.ts'
export { type ResultDocument, toDocument } from './document.ts'
export {
  capital,
  formatDate,
  formatMonth,
  formatMonths,
  formatNumber,
  formatPeriod,
  formatShare,
  formatShortMonth,
  sentenceList,
} from './format.ts'
export { ledgerCsv, ledgerTotalsCsv } from './ledger-csv.ts'
export { toCsv } from './result-csv.ts'
export { type FlatColumn, flatColumns } from './result-table.ts'
export { textTable, toTextTable } from './text-table.ts'
export {
  type ErrorWords,
  type ExplorerWords,
  errorWordsIn,
  explorerWordsIn,
  plain,
  type SiteWords,
  type Stretch,
  stretches,
  wordsIn,
} from './words/index.ts'
export { proofWordsIn } from './words/proof.ts'
