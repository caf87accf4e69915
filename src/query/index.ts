export type { CheckAccount, HeaderAccount, ReleaseAccount, RowAccount, TableAccount } from './account.ts'
export { type BalanceLine, type BalancePeriod, type BalanceQuestion, balanceOf } from './balance.ts'
export type { ComparedMeasure, ComparedRow, Comparison } from './compare.ts'
export type { BalanceSheet, Compared, ProvedAccount } from './derived.ts'
export { type Download, type DownloadKind, downloadKinds } from './downloads.ts'
export {
  type LedgerQuestion,
  type ListedRow,
  ledgerOf,
  listRows,
  noLedgers,
  type PairName,
  parseLedgerQuestion,
  parsePair,
} from './ledger.ts'
export { openService, type Releases, type ServiceOptions } from './open.ts'
export { type Pair, pairOf, partnersOf } from './pair.ts'
export { measureColumns, parseQuery, printQuery } from './parse.ts'
export { dayBefore, isDate, lastDayOf, type Period, parsePeriod, periodOf, periodsBetween } from './period.ts'
export type { Filter, PeriodText, Query } from './query.ts'
export { definitionHash, parseReceipt, type Receipt } from './receipt.ts'
export {
  type Cell,
  isMissing,
  type Missing,
  type MissingReason,
  type Note,
  numberIn,
  type Origin,
  type Plan,
  type ReleaseInfo,
  type Result,
  type ResultColumn,
  type Row,
} from './result.ts'
export type { QueryService, Value, ValuesOptions, Verification } from './service.ts'
