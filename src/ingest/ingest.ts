import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from './build.ts'
import { folders, prepareRoot, readPublished } from './folders.ts'
import { followRelease } from './follow.ts'
import { hashSource } from './hash.ts'
import { alreadyBuilt, checkIndispensable, refuseOtherRelease, releaseId } from './identity.ts'
import { takeLock } from './lock.ts'
import type { Manifest } from './manifest.ts'
import { openSource, type Source } from './open.ts'
import { checkAsOf, memoryBytes } from './options.ts'
import { removeLeftovers } from './publish.ts'
import { checkRoom, explained } from './trouble.ts'
import { markOf } from './unchanged.ts'
import { usualPatience, Watchdog } from './watchdog.ts'
import type { IngestOptions, Watched, Work } from './work.ts'

async function ingestLocked(options: Watched, source: Source, began: number): Promise<IngestOutcome> {
  await removeLeftovers(options.dataDir)
  const mark = await markOf(source)
  const say = options.onEvent ?? (() => undefined)
  checkIndispensable(source, options.catalog)
  const synthetic = source.members.some((m) => m.name === 'synthetic.txt')
  const id = releaseId(options, source, synthetic)
  say({ stage: 'hash', about: source.path })
  const sha256 = hashSource(source, options.alive, options.signal)
  // Awaited where it is needed; until then its failing is no surprise.
  sha256.catch(() => undefined)
  const replaces = (await readPublished(options.dataDir))?.releases[id] !== undefined
  if (replaces) {
    await refuseOtherRelease(options, id, await sha256)
    const known = await alreadyBuilt(options, id, await sha256)
    if (known !== undefined) return { manifest: known, built: false }
  }
  const form = (await stat(source.path)).isFile() ? 'zip' : 'folder'
  await checkRoom(options.dataDir, source.stored, form)
  const folder = join(folders(options.dataDir).building, `${id}-${process.pid}`)
  await mkdir(folder, { recursive: true })
  // What is published stays until it can be replaced by a whole.
  const twoLanesFrom = replaces ? Number.POSITIVE_INFINITY : options.twoLanesFrom
  const work: Work = { ...options, twoLanesFrom, source, mark, folder, say }
  try {
    return { manifest: await build(work, { id, synthetic, sha256 }, began), built: true }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface IngestOutcome {
  readonly manifest: Manifest
  /** False when this very release was published already and nothing had to be done. */
  readonly built: boolean
}

async function ingestOpened(options: Watched): Promise<IngestOutcome> {
  const began = Date.now()
  options.onEvent?.({ stage: 'open', about: options.input })
  const source = await openSource(options.input)
  try {
    await prepareRoot(options.dataDir)
    const unlock = await takeLock(folders(options.dataDir).lock)
    try {
      const outcome = await ingestLocked(options, source, began)
      await followRelease(outcome.manifest, {
        ...options,
        onPair: (about) => options.onEvent?.({ stage: 'compare', about }),
        onLacking: (about) => options.onEvent?.({ stage: 'again', about }),
      })
      return outcome
    } finally {
      unlock()
    }
  } finally {
    source.close()
  }
}

/**
 * Reads a release into a built release and publishes it, a large one in two steps: its first numbers, then the whole. Every row is loaded or rejected, and accounted for.
 * Raises NotFoundError, OpendocketError (not a zip), DataError (checks failed), UsageError (id), TryAgainError (locked,
 * the release changed meanwhile, a disk hangs), MachineError (disk or memory); whatever happens, what was published
 * before stays published.
 */
export async function ingest(options: IngestOptions): Promise<IngestOutcome> {
  const { input, dataDir, memory, signal } = options
  checkAsOf(options.asOf)
  memoryBytes(memory)
  const dog = new Watchdog(options.patience ?? usualPatience, `that of ${input} or of ${dataDir}`)
  const watched: Watched = {
    ...options,
    alive: () => dog.sees(),
    signal: signal === undefined ? dog.signal : AbortSignal.any([signal, dog.signal]),
    onEvent: (event) => {
      dog.sees(event.stage === 'progress' ? undefined : event)
      options.onEvent?.(event)
    },
  }
  try {
    return await dog.guard(ingestOpened(watched))
  } catch (error) {
    signal?.throwIfAborted()
    throw await explained(error, { input, dataDir, memory })
  }
}
