import { join } from 'node:path'
import { parseAddress } from './address.ts'
import { attempt } from './attempt.ts'
import type { FetchEvent } from './event.ts'
import { dropPart, zipName } from './part.ts'
import { ourPatience, type Patience, persevere } from './persevere.ts'
import { checksum, prepareShelf, type StoredRelease, shelfOf, shelve } from './shelf.ts'
import type { Version } from './version.ts'
import { realWorld, type World } from './world.ts'
import { checkZip } from './zip.ts'

export interface FetchOptions {
  readonly dataDir: string
  readonly url: string
  /** The download that is here already; without it the file comes whatever it is. */
  readonly since?: Version | undefined
  /** `YYYY-MM-DD`: only what was changed on a later day. */
  readonly newerThan?: string | undefined
  readonly onEvent?: (event: FetchEvent) => void
  readonly signal?: AbortSignal | undefined
  /** Milliseconds without a byte after which a try is given up. */
  readonly stall?: number
  readonly patience?: Patience
  readonly world?: World
}

export type FetchOutcome =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'not-newer'; readonly day: string }
  /** `again`: the very same bytes had been downloaded before. */
  | { readonly kind: 'downloaded'; readonly stored: StoredRelease; readonly again: boolean }

/**
 * Brings the release from its address into `<data>/releases/<name>/`, or says that there is nothing new. One at a time:
 * the caller holds the lock. Raises TryAgainError (network, server busy), NotFoundError (nothing there), UsageError
 * (address), OpendocketError (no zip, disk full); a download that broke off goes on at the next call.
 */
export async function fetchRelease(options: FetchOptions): Promise<FetchOutcome> {
  const { signal, world = realWorld, patience = ourPatience, onEvent: say = () => undefined } = options
  const url = parseAddress(options.url)
  const shelf = shelfOf(options.dataDir)
  await prepareShelf(shelf)
  say({ stage: 'ask', url: url.href })
  const order = {
    url,
    folder: shelf.partial,
    since: options.since,
    newerThan: options.newerThan,
    world,
    stall: options.stall ?? 60_000,
    signal,
    say,
  }
  const arrival = await persevere(() => attempt(order), {
    world,
    patience,
    signal,
    onRetry: (trouble, nextTry, wait) =>
      say({ stage: 'retry', why: trouble.message, nextTry, tries: patience.tries, wait }),
  })
  if (arrival.kind !== 'arrived') {
    await dropPart(shelf.partial)
    return arrival
  }
  const { bytes, version } = arrival
  const zip = join(shelf.partial, zipName)
  say({ stage: 'verify', bytes })
  try {
    await checkZip(zip, url)
  } catch (error) {
    await dropPart(shelf.partial)
    throw error
  }
  const sha256 = await checksum(zip, (done) => say({ stage: 'checksum', done, total: bytes }), signal)
  const lock = { url: url.href, ...version, bytes, sha256, downloaded_at: world.now().toISOString() }
  const shelved = await shelve(shelf, lock)
  say({ stage: 'stored', folder: shelved.stored.folder })
  return { kind: 'downloaded', ...shelved }
}
