export * as dialect from './dialect.ts'
export {
  attachWritten,
  type Engine,
  EngineError,
  type EngineOptions,
  type NumberColumn,
  openEngine,
  type Parameter,
  type SqlRow,
  type SqlValue,
} from './duckdb.ts'
export { openBuilt, openShown, type ShownFile } from './shown.ts'
