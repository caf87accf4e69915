export { eoirAddress, parseAddress } from './address.ts'
export type { FetchEvent } from './event.ts'
export { type FetchOptions, type FetchOutcome, fetchRelease } from './fetch.ts'
export { readPart } from './part.ts'
export { sizeWords } from './problems.ts'
export {
  checksum,
  keepLast,
  prepareShelf,
  type ReleaseLock,
  removeZip,
  type StoredRelease,
  shelfOf,
  storedReleases,
} from './shelf.ts'
