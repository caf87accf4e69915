import { join } from 'node:path'
import type { Catalog } from '#catalog'
import type { Engine } from '#engine'
import { DataError, UsageError } from '#errors'
import { carrySource, isCarriedAlike } from './carry.ts'
import { folders, readPublished } from './folders.ts'
import { hashDefinitions } from './hash.ts'
import { type Manifest, readManifest } from './manifest.ts'
import type { Source } from './open.ts'
import { type IngestOptions, memberOf, type Work } from './work.ts'

/** What a release is, as far as its file tells. */
export interface Identity {
  readonly id: string
  readonly synthetic: boolean
  /** Taken while the release is read. */
  readonly sha256: Promise<string>
}

/** Refuses what lacks a table without which nothing can be counted. */
export function checkIndispensable(source: Source, catalog: Catalog): void {
  const lacking = catalog.release.indispensable.flatMap((id) => {
    const table = catalog.tables.get(id)
    return table !== undefined && memberOf(source, table) === undefined ? [`${table.file}.csv`] : []
  })
  if (lacking.length === 0) return
  throw new DataError(
    `this is not a release of EOIR's case data: ${lacking.join(' and ')} ${lacking.length === 1 ? 'is' : 'are'} not in it: ${source.path}`,
    {
      code: 'not-a-release',
      value: source.path,
      allowed: 'the zip named "EOIR Case Data", with its core tables in any folder',
      hint: `found ${source.members.length} files: ${source.members
        .slice(0, 5)
        .map((m) => m.path)
        .join(', ')}${source.members.length > 5 ? ' …' : ''}`,
    },
  )
}

/** The id of a release: as asked for, else year and month of its folder. Raises a UsageError when there is none or it is none. */
export function releaseId(options: IngestOptions, source: Source, synthetic: boolean): string {
  const id = options.id ?? source.folderDate?.slice(0, 7)
  if (id === undefined) {
    throw new UsageError(`the release does not say which month it is: ${source.path}`, {
      code: 'no-release-id',
      value: source.path,
      allowed: 'a folder inside named like "EOIR Case Data 2026-1002"',
      hint: 'name the release with --id 2026-10',
    })
  }
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(id)) {
    throw new UsageError(`this is no release id: ${id}`, {
      code: 'bad-release-id',
      value: id,
      allowed: 'letters, digits, dots and dashes, such as 2026-10',
    })
  }
  return synthetic && !id.endsWith('-synthetic') ? `${id}-synthetic` : id
}

/** Raises a UsageError when another file is published under the same id. */
export async function refuseOtherRelease(options: IngestOptions, id: string, sha256: string): Promise<void> {
  const entry = (await readPublished(options.dataDir))?.releases[id]
  if (entry === undefined || entry.sha256 === sha256) return
  throw new UsageError(
    `another release is published under this id: ${id} (sha256 ${entry.sha256.slice(0, 12)}…, this one ${sha256.slice(0, 12)}…)`,
    {
      code: 'release-id-taken',
      value: id,
      hint: `give this one its own id with --id, or remove the other with: opendocket releases remove ${id}`,
    },
  )
}

/** The last date that a release covers. */
export async function asOfDate(work: Work, engine: Engine): Promise<string> {
  if (work.asOf !== undefined) return work.asOf
  const limit = work.source.folderDate ?? (work.now?.() ?? new Date()).toISOString().slice(0, 10)
  const [row] = await engine.query(
    `SELECT CAST(max(d) AS VARCHAR) AS d FROM (${work.catalog.release.dates}) WHERE d BETWEEN DATE '1950-01-01' AND CAST($1 AS DATE)`,
    [limit],
  )
  const date = row?.['d']
  if (typeof date === 'string') return date
  throw new DataError('the release holds no date from which to tell how far it goes', {
    code: 'no-as-of',
    hint: 'name its last date with --as-of YYYY-MM-DD',
  })
}

/** The build of this very release by these very definitions, when it is published already. */
export async function alreadyBuilt(options: IngestOptions, id: string, sha256: string): Promise<Manifest | undefined> {
  const published = await readPublished(options.dataDir)
  const entry = published?.releases[id]
  if (entry?.sha256 !== sha256) return undefined
  const folder = join(folders(options.dataDir).built, id, entry.build)
  const manifest = await readManifest(folder).catch(() => undefined)
  const same =
    manifest?.whole === true &&
    manifest.definitions === hashDefinitions(options.catalog) &&
    (options.asOf === undefined || options.asOf === manifest.release.as_of)
  if (!same) return undefined
  const source = options.carry === false ? undefined : await carrySource(options.dataDir, manifest.release)
  return isCarriedAlike(folder, manifest, source) ? manifest : undefined
}
