export type { Balance } from './balance.ts'
export { type Behind, behind, partsOf, type Source } from './behind.ts'
export type { Bridge, BridgeReason } from './bridge.ts'
export type { Carry } from './carry.ts'
export { type Catalog, type CatalogParts, type FactWithSql, makeCatalog } from './catalog.ts'
export {
  type Answer,
  type Cell,
  type Gate,
  isMissing,
  type Missing,
  type MissingReason,
  missingReasons,
  type Row,
} from './cell.ts'
export type { Completeness, MonthCompleteness } from './completeness.ts'
export { type Dimension, dimension } from './dimension.ts'
export { type Fact, fact } from './fact.ts'
export {
  type Fate,
  type FateCounts,
  fates,
  type Ledger,
  type LedgerAsk,
  type LedgerLibrary,
  type LedgerPart,
  type LedgerRelease,
  type LedgerRow,
  type LedgerTable,
} from './ledger.ts'
export {
  type Duration,
  type Flow,
  type FlowToDate,
  type Measure,
  type MeasureKind,
  measure,
  type Rate,
  type Stock,
} from './measure.ts'
export { nearest } from './nearest.ts'
export {
  type Profile,
  type ProfileLine,
  profile,
  type Report,
  report,
  type Tool,
  type ToolMeasure,
  tool,
} from './page.ts'
export type { Oddity, ReleaseRules } from './release.ts'
export { type Column, type ColumnType, type Table, table } from './table.ts'
export { isLanguage, type Language, languages, type Words } from './words.ts'
