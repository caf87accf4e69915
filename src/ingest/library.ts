import { stat } from 'node:fs/promises'
import { buildFolder, folders, type Published, readPublished } from './folders.ts'
import { type Manifest, readManifest } from './manifest.ts'

export interface PublishedBuild {
  readonly folder: string
  readonly info: Manifest['release']
}

export interface PublishedReleases {
  readonly current: string
  readonly builds: readonly PublishedBuild[]
}

/** How long an answer of the file system is believed. */
const believe = 300

/** Reads what is published in a data directory, and again when that changes. */
export function releaseLibrary(dataDir: string): () => Promise<PublishedReleases | undefined> {
  let checked = 0
  let stamp = ''
  let last: PublishedReleases | undefined
  return async () => {
    if (Date.now() - checked < believe) return last
    const info = await stat(folders(dataDir).published).catch(() => undefined)
    const now = info === undefined ? '' : `${info.mtimeMs} ${info.ino}`
    if (now !== stamp) {
      last = await load(dataDir)
      stamp = now
    }
    checked = Date.now()
    return last
  }
}

async function load(dataDir: string): Promise<PublishedReleases | undefined> {
  const published: Published | undefined = await readPublished(dataDir)
  if (published === undefined) return undefined
  const builds = await Promise.all(
    Object.keys(published.releases).map(async (id) => {
      const folder = buildFolder(dataDir, published, id)
      return { folder, info: (await readManifest(folder)).release }
    }),
  )
  return { current: published.current, builds: builds.toSorted((a, b) => (a.info.id < b.info.id ? 1 : -1)) }
}
