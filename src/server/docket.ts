import { catalog } from '#definitions'
import { courtData } from '#disclosure'
import { LedgerFiles, releaseLibrary } from '#ingest'
import { openService, type QueryService } from '#query'

/** Opens the numbers of a data directory: our definitions, its releases, the gate for court data. */
export function openDocket(options: {
  dataDir: string
  threads?: number
  memory?: string
  cache?: number
  /** Without it, `OPENDOCKET_FAST=off` turns all fast paths off. */
  fast?: boolean
  columns?: number
}): QueryService & { close(): Promise<void> } {
  const { dataDir, ...rest } = options
  return openService({
    catalog,
    releases: releaseLibrary(dataDir),
    gate: courtData,
    ledgers: new LedgerFiles(catalog, dataDir),
    fast: process.env['OPENDOCKET_FAST'] !== 'off',
    ...rest,
  })
}
