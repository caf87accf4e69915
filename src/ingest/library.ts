import { stat } from 'node:fs/promises'
import type { Completeness } from '#catalog'
import { UnreadableReleaseError } from '#errors'
import { completenessOf, completenessPath, readCompleteness } from './completeness/completeness.ts'
import { buildFolder, folders, type Published, readPublished } from './folders.ts'
import { type Manifest, readManifest } from './manifest.ts'

export interface PublishedBuild {
  readonly folder: string
  readonly info: Manifest['release'] & {
    /** False while only the first numbers are published and the rest is being read. */
    readonly whole: boolean
    /** Absent where no two releases tell how recent months grow. */
    readonly completeness?: Completeness | undefined
  }
}

export interface PublishedReleases {
  readonly current: string
  readonly builds: readonly PublishedBuild[]
  /** Those that this version cannot read, each with what is the matter. */
  readonly unreadable: readonly UnreadableReleaseError[]
}

/** How long an answer of the file system is believed. */
const believe = 300

/** Reads what is published in a data directory, and again when that changes. */
export function releaseLibrary(dataDir: string): () => Promise<PublishedReleases | undefined> {
  let checked = 0
  let stamp = ''
  let last: PublishedReleases | undefined
  let looking: Promise<PublishedReleases | undefined> | undefined
  const look = async (): Promise<PublishedReleases | undefined> => {
    const files = [folders(dataDir).published, completenessPath(dataDir)]
    const seen = await Promise.all(files.map((file) => stat(file).catch(() => undefined)))
    const now = seen.map((info) => (info === undefined ? '' : `${info.mtimeMs} ${info.ino}`)).join(' ')
    if (now !== stamp) {
      last = await load(dataDir)
      stamp = now
    }
    checked = Date.now()
    return last
  }
  return async () => {
    if (Date.now() - checked < believe) return last
    // Who asks while somebody looks gets what is found.
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
}

async function load(dataDir: string): Promise<PublishedReleases | undefined> {
  const published: Published | undefined = await readPublished(dataDir)
  if (published === undefined) return undefined
  const estimates = await readCompleteness(dataDir)
  const found = await Promise.all(
    Object.keys(published.releases).map(async (id): Promise<PublishedBuild | UnreadableReleaseError> => {
      const folder = buildFolder(dataDir, published, id)
      const manifest = await readManifest(folder).catch(asUnreadable)
      if (manifest instanceof UnreadableReleaseError) return manifest
      const { release, whole } = manifest
      return { folder, info: { ...release, whole, completeness: completenessOf(estimates, release) } }
    }),
  )
  const unreadable = found.filter((one) => one instanceof UnreadableReleaseError)
  const builds = found.flatMap((one) => (one instanceof UnreadableReleaseError ? [] : [one]))
  return { current: published.current, unreadable, builds: builds.toSorted((a, b) => (a.info.id < b.info.id ? 1 : -1)) }
}

/** One release that cannot be read leaves the others served; anything else that went wrong is thrown on. */
function asUnreadable(error: unknown): UnreadableReleaseError {
  if (error instanceof UnreadableReleaseError) return error
  throw error
}
