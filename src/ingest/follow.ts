import type { Catalog } from '#catalog'
import { wouldCarry } from './carry.ts'
import { estimateCompleteness } from './completeness/completeness.ts'
import { readPublished } from './folders.ts'
import { chainOf, compareNeighbours, removeOldLedgers } from './ledger/index.ts'
import type { Manifest } from './manifest.ts'

export interface FollowOptions {
  readonly catalog: Catalog
  readonly dataDir: string
  readonly threads?: number | undefined
  readonly memory?: string | undefined
  readonly signal?: AbortSignal | undefined
  readonly onPair: (pair: string) => void
  /** Told of later releases that lack what this one has; ingested again, they get it. */
  readonly onLacking: (release: string) => void
}

/** Forgets comparisons of releases that are not published any longer; those of one kind, real or synthetic, are kept as they are. */
export async function forgetOldLedgers(dataDir: string): Promise<void> {
  const published = await readPublished(dataDir)
  const releases = published ?? { current: '', releases: {} }
  const chains = [await chainOf(dataDir, releases, false), await chainOf(dataDir, releases, true)]
  await removeOldLedgers(dataDir, releases, chains)
}

/** What follows from a release once it is published whole: it is compared with its neighbours, unless that was done. */
export async function followRelease(manifest: Manifest, options: FollowOptions): Promise<void> {
  const { release } = manifest
  await forgetOldLedgers(options.dataDir)
  const published = await readPublished(options.dataDir)
  if (published === undefined) return
  const chain = await chainOf(options.dataDir, published, release.synthetic)
  // On one thread: the release is published, and whoever reads it has the other processor. It takes less of it in all, too.
  await compareNeighbours(release.id, chain, { ...options, threads: 1 })
  await estimateCompleteness(options.dataDir, options.catalog, chain)
  for (const id of await wouldCarry(options.dataDir, manifest)) options.onLacking(id)
}
