export * as dialect from './dialect.ts'
export {
  type Engine,
  EngineError,
  type EngineOptions,
  openEngine,
  type Parameter,
  type SqlRow,
  type SqlValue,
} from './duckdb.ts'
