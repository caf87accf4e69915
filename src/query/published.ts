import { nearest } from '#catalog'
import { NotFoundError, type UnreadableReleaseError } from '#errors'
import type { BuildInfo } from './release.ts'

/** Releases as they are published now. */
export interface Releases {
  readonly current: string
  readonly builds: readonly { readonly folder: string; readonly info: BuildInfo }[]
  /** Those that this version cannot read; whoever asks for one is told why. */
  readonly unreadable?: readonly UnreadableReleaseError[]
}

/** The build of a release, or of the current one. Raises a NotFoundError, or says why the release cannot be read. */
export function buildNamed(published: Releases | undefined, id: string | undefined): Releases['builds'][number] {
  if (published === undefined) {
    throw new NotFoundError('no release is published yet', {
      code: 'no-release',
      hint: 'ingest one: opendocket ingest RELEASE.zip',
    })
  }
  const wanted = id ?? published.current
  const build = published.builds.find((b) => b.info.id === wanted)
  if (build !== undefined) return build
  const unreadable = unreadableNamed(published, wanted)
  if (unreadable !== undefined) throw unreadable
  const ids = published.builds.map((b) => b.info.id)
  throw new NotFoundError(`no such release: ${wanted}`, {
    code: 'no-such-release',
    value: wanted,
    nearest: nearest(wanted, ids),
    allowed: ids.join(', '),
  })
}

function unreadableNamed(published: Releases | undefined, id: string): UnreadableReleaseError | undefined {
  return published?.unreadable?.find((error) => error.facts.value === id)
}

/** Why a receipt of a release that no build stands for cannot be verified. */
export function whyNotHere(published: Releases | undefined, id: string): string {
  const why = unreadableNamed(published, id)?.message ?? `release ${id} is not here`
  return `${why}; ingest it and ask again`
}
