import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { endPart, zipName } from './part.ts'
import { cannotWrite } from './problems.ts'
import { dayOf } from './version.ts'

const lockSchema = z.object({
  /** The address that was asked, before redirects. */
  url: z.string(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  bytes: z.number(),
  sha256: z.string(),
  downloaded_at: z.string(),
})

/** Where a downloaded release came from and what it was; lies beside its zip and stays when the zip goes. */
export type ReleaseLock = z.infer<typeof lockSchema>

/** A release that was downloaded. */
export interface StoredRelease {
  readonly name: string
  readonly folder: string
  readonly lock: ReleaseLock
  readonly zip: string
  /** False once the zip was removed to make room. */
  readonly zipThere: boolean
}

const lockName = 'release.lock.json'

/** Where downloads lie in a data directory: `<name>/` for each, and `partial/` while one is under way. */
export interface Shelf {
  readonly root: string
  readonly partial: string
}

/** Where the downloads of a data directory lie. */
export function shelfOf(dataDir: string): Shelf {
  const root = join(dataDir, 'releases')
  return { root, partial: join(root, 'partial') }
}

/** Creates the shelf, or says why it cannot be. */
export async function prepareShelf(shelf: Shelf): Promise<void> {
  await mkdir(shelf.partial, { recursive: true }).catch((cause: unknown) => {
    throw cannotWrite(shelf.partial, cause, false)
  })
}

async function readStored(root: string, name: string): Promise<StoredRelease | undefined> {
  const folder = join(root, name)
  const zip = join(folder, zipName)
  try {
    const lock = lockSchema.parse(JSON.parse(await readFile(join(folder, lockName), 'utf8')))
    const zipThere = (await stat(zip).catch(() => undefined))?.size === lock.bytes
    return { name, folder, lock, zip, zipThere }
  } catch {
    return undefined
  }
}

/** Every release that was downloaded, the last one first. Folders without a lock file of ours are not ours. */
export async function storedReleases(dataDir: string): Promise<StoredRelease[]> {
  const { root, partial } = shelfOf(dataDir)
  const names = await readdir(root).catch(() => [])
  const found = await Promise.all(names.filter((n) => join(root, n) !== partial).map((name) => readStored(root, name)))
  return found
    .filter((stored) => stored !== undefined)
    .toSorted((a, b) => b.lock.downloaded_at.localeCompare(a.lock.downloaded_at))
}

/** The sha256 of a file. */
export async function checksum(path: string, onBytes: (done: number) => void, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  let done = 0
  for await (const piece of createReadStream(path, { highWaterMark: 2 ** 20 })) {
    if (!Buffer.isBuffer(piece)) continue
    signal?.throwIfAborted()
    hash.update(piece)
    done += piece.length
    onBytes(done)
  }
  return hash.digest('hex')
}

/**
 * Gives the whole zip in `partial/` its place, with its lock file, in one step. `again` tells that the very same
 * bytes were downloaded once before.
 */
export async function shelve(shelf: Shelf, lock: ReleaseLock): Promise<{ stored: StoredRelease; again: boolean }> {
  const name = `${dayOf(lock) ?? lock.downloaded_at.slice(0, 10)}-${lock.sha256.slice(0, 8)}`
  const folder = join(shelf.root, name)
  const again = (await readStored(shelf.root, name)) !== undefined
  try {
    await writeFile(join(shelf.partial, lockName), `${JSON.stringify(lock, null, 2)}\n`)
    await endPart(shelf.partial)
    await rm(folder, { recursive: true, force: true })
    await rename(shelf.partial, folder)
  } catch (cause) {
    throw cannotWrite(folder, cause, false)
  }
  return { stored: { name, folder, lock, zip: join(folder, zipName), zipThere: true }, again }
}

/** Removes the zip of a stored release; where it came from stays on record. */
export async function removeZip(stored: StoredRelease): Promise<void> {
  await rm(stored.zip, { force: true })
}

/** Removes the zips of all but the last downloads; their lock files stay. Returns the names. */
export async function keepLast(dataDir: string, keep: number): Promise<string[]> {
  const old = (await storedReleases(dataDir)).filter((stored) => stored.zipThere).slice(keep)
  for (const stored of old) await removeZip(stored)
  return old.map((stored) => stored.name)
}
