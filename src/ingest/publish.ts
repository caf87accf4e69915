import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { flushFolder, flushTree } from './durable.ts'
import { folders, readPublished, replaceFile } from './folders.ts'
import type { Manifest } from './manifest.ts'

/** Something published. */
export interface Publication {
  readonly manifest: Manifest
  /** Publishes again what was published before. */
  withdraw(): Promise<void>
}

/**
 * Publishes what was built in a folder, in one step. In this order everything reaches the disk: the files, the place
 * they are moved to, the pointer to it; only then are older builds of the release removed. So whatever happens to the
 * power, the pointer names a build that is whole.
 */
export async function publish(dataDir: string, folder: string, manifest: Manifest): Promise<Publication> {
  const { id, sha256 } = manifest.release
  const place = folders(dataDir)
  const build = `${manifest.definitions.slice(0, 8)}-${Date.now().toString(36)}`
  await flushTree(folder)
  await mkdir(join(place.built, id), { recursive: true })
  await rename(folder, join(place.built, id, build))
  for (const above of [join(place.built, id), place.built, place.root]) await flushFolder(above)
  const before = await readPublished(dataDir)
  const releases = { ...before?.releases, [id]: { build, sha256 } }
  const newest = Object.keys(releases).toSorted().at(-1) ?? id
  const current = before === undefined || newest === id ? id : before.current
  await replaceFile(place.published, `${JSON.stringify({ current, releases }, null, 2)}\n`)
  // Until the whole is published what was there before may be needed again.
  if (manifest.whole) await removeOldBuilds(join(place.built, id), build)
  const withdraw = async (): Promise<void> => {
    if (before === undefined) await rm(place.published)
    else await replaceFile(place.published, `${JSON.stringify(before, null, 2)}\n`)
    await removeOldBuilds(join(place.built, id), before?.releases[id]?.build)
  }
  return { manifest, withdraw }
}

/** Removes the builds of a release but the published one; the folder too when none is. */
async function removeOldBuilds(folder: string, keep: string | undefined): Promise<void> {
  if (keep === undefined) return rm(folder, { recursive: true, force: true })
  for (const entry of await readdir(folder))
    if (entry !== keep) await rm(join(folder, entry), { recursive: true, force: true })
}

/** Removes what an ingest that was killed left behind; only the holder of the lock may. */
export async function removeLeftovers(dataDir: string): Promise<void> {
  const place = folders(dataDir)
  // First of all: where it cannot be told what is published, nothing is a leftover.
  const published = await readPublished(dataDir)
  for (const name of await readdir(place.building))
    await rm(join(place.building, name), { recursive: true, force: true })
  for (const id of await readdir(place.built))
    await removeOldBuilds(join(place.built, id), published?.releases[id]?.build)
  const half = [`${basename(place.published)}.`, `${basename(place.lock)}.`]
  for (const name of await readdir(place.root))
    if (half.some((begin) => name.startsWith(begin))) await rm(join(place.root, name), { force: true })
}
