export { chainOf, type Link, notCompared, type Pair, pairOf } from './chain.ts'
export { compareNeighbours, compareReleases, type LedgerOptions, removeOldLedgers } from './ledger.ts'
export { LedgerFiles } from './library.ts'
