import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { LedgerRelease } from '#catalog'
import { NotFoundError, TryAgainError, UnreadableReleaseError, UsageError } from '#errors'
import { buildFolder, folders, type Published } from '../folders.ts'
import { readManifest } from '../manifest.ts'

/** A published release as a link of the chain. */
export interface Link {
  readonly release: LedgerRelease
  /** Folder of its build. */
  readonly folder: string
}

/** Whole published releases of one kind, real or synthetic, oldest first. One of which tables are still to come, and one that this version cannot read, is not among them. */
export async function chainOf(dataDir: string, published: Published, synthetic: boolean): Promise<Link[]> {
  const links = await Promise.all(
    Object.keys(published.releases).map(async (id) => {
      const folder = buildFolder(dataDir, published, id)
      const manifest = await readManifest(folder).catch((error: unknown) => {
        if (error instanceof UnreadableReleaseError) return undefined
        throw error
      })
      if (manifest === undefined) return []
      const { release, whole } = manifest
      const { as_of, sha256 } = release
      return [{ folder, whole, release: { id, as_of, sha256, synthetic: release.synthetic } }]
    }),
  )
  const age = ({ release }: Link): string => `${release.as_of} ${release.id}`
  return links
    .flat()
    .filter((l) => l.whole && l.release.synthetic === synthetic)
    .map(({ folder, release }): Link => ({ folder, release }))
    .toSorted((a, b) => (age(a) < age(b) ? -1 : 1))
}

/** Two links, with those before the earlier one. */
export interface Pair {
  readonly history: readonly Link[]
  readonly earlier: Link
  readonly later: Link
}

/** The pair of two links of a chain, by their place in it. */
export function pairAt(chain: readonly Link[], from: number, to: number): Pair {
  const [earlier, later] = [chain[from], chain[to]]
  if (earlier === undefined || later === undefined)
    throw new Error(`no links ${from} and ${to} in a chain of ${chain.length}`)
  return { history: chain.slice(0, from), earlier, later }
}

/** The pair that two ids name. Raises a NotFoundError or a UsageError when there is none. */
export async function pairOf(dataDir: string, published: Published, ids: readonly [string, string]): Promise<Pair> {
  const manifests = await Promise.all(ids.map((id) => readManifest(buildFolder(dataDir, published, id))))
  const kinds = manifests.map(({ release }) => release.synthetic)
  const value = ids.join('..')
  const partial = manifests.find(({ whole }) => !whole)
  if (partial !== undefined) {
    throw new TryAgainError(`the tables of a release are still being read: ${partial.release.id}`, {
      code: 'not-whole',
      value: partial.release.id,
      hint: 'ask again when its ingest has ended; if it was stopped, ingest it again',
    })
  }
  if (kinds[0] !== kinds[1]) {
    throw new UsageError(`a synthetic release is not compared with a real one: ${value}`, {
      code: 'not-comparable',
      value,
      allowed: 'two releases of EOIR, or two synthetic ones',
    })
  }
  const chain = await chainOf(dataDir, published, kinds[0] === true)
  const [from, to] = ids.map((id) => chain.findIndex(({ release }) => release.id === id))
  if (from !== undefined && to !== undefined && from < to) return pairAt(chain, from, to)
  throw new UsageError(`the first release of a comparison must be the earlier one: ${value}`, {
    code: 'not-comparable',
    value,
    nearest: ids[0] === ids[1] ? undefined : ids.toReversed().join('..'),
    allowed: 'two different releases, the earlier one first',
  })
}

/** Where the comparison of a pair lies. It says of which builds it is, those before it too, since they tell what came back. */
export function pairFolder(dataDir: string, { history, earlier, later }: Pair): string {
  const builds = [...history, earlier, later].map((link) => link.folder.slice(dataDir.length))
  const mark = createHash('sha256').update(builds.join('\n')).digest('hex').slice(0, 12)
  return join(folders(dataDir).ledgers, `${earlier.release.id}..${later.release.id}`, mark)
}

/** Whether a pair has been compared. */
export function isCompared(dataDir: string, pair: Pair): boolean {
  return existsSync(join(pairFolder(dataDir, pair), 'ledger.json'))
}

/** What is raised where a pair has not been compared yet. */
export function notCompared(earlier: string, later: string): NotFoundError {
  return new NotFoundError(`these releases have not been compared: ${earlier} and ${later}`, {
    code: 'not-compared',
    value: `${earlier}..${later}`,
    hint: `compare them with: opendocket releases compare ${earlier} ${later}`,
  })
}
