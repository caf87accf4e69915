import { existsSync } from 'node:fs'
import { copyFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Catalog } from '#catalog'
import { dialect, type Engine } from '#engine'
import { readPublished } from './folders.ts'
import { hashFile } from './hash.ts'
import { chainOf } from './ledger/index.ts'
import { type Manifest, readManifest } from './manifest.ts'

/** What a build keeps for later releases that lack it. */
export const keptFile = 'kept.parquet'

/** Where what is carried over comes from. */
export interface Origin {
  readonly release: string
  readonly sha256: string
  readonly as_of: string
}

/** The published release from which another gets what it lacks. */
export interface CarrySource {
  /** The file in which it is kept. */
  readonly path: string
  /** The release that had it of its own; it need not be here any longer. */
  readonly origin: Origin
}

/** The latest of the earlier releases that keep something; undefined when none does. */
export async function carrySource(
  dataDir: string,
  { id, as_of, synthetic }: { id: string; as_of: string; synthetic: boolean },
): Promise<CarrySource | undefined> {
  const published = await readPublished(dataDir)
  if (published === undefined) return undefined
  const earlier = (await chainOf(dataDir, published, synthetic)).filter(
    ({ release }) => release.id !== id && release.as_of < as_of,
  )
  const from = earlier.findLast(({ folder }) => existsSync(join(folder, keptFile)))
  if (from === undefined) return undefined
  const { carried } = (await readManifest(from.folder)).release
  const { release, sha256, as_of: asOf } = carried ?? { ...from.release, release: from.release.id }
  return { path: join(from.folder, keptFile), origin: { release, sha256, as_of: asOf } }
}

async function number(engine: Engine, sql: string): Promise<number> {
  const [row] = await engine.query(sql)
  return Number(row?.['n'] ?? 0)
}

/** Makes `work.carried`, which facts join: filled from a source when the release has none of its own, else empty. */
export async function loadCarried(engine: Engine, catalog: Catalog, source?: CarrySource): Promise<void> {
  const { carry } = catalog
  if (carry === undefined) return
  await engine.execute(`CREATE TABLE work.carried (${carry.columns}, release VARCHAR)`)
  if (source === undefined || (await number(engine, carry.own)) > 0) return
  await engine.execute(
    `INSERT INTO work.carried SELECT *, ${dialect.text(source.origin.release)} FROM read_parquet(${dialect.text(source.path)})`,
  )
}

/** What a release says of what was carried over into it. */
export type Carried = NonNullable<Manifest['release']['carried']>

export interface Kept {
  readonly carried: Carried | undefined
  /** The file that the build keeps, for its manifest. */
  readonly files: Manifest['files']
}

/** Keeps for later releases what this one has of its own, or passes on what was carried over into it. */
export async function keepCarried(
  engine: Engine,
  catalog: Catalog,
  folder: string,
  source: CarrySource | undefined,
): Promise<Kept> {
  const { carry } = catalog
  if (carry === undefined) return { carried: undefined, files: {} }
  const path = join(folder, keptFile)
  const own = await number(engine, carry.own)
  let carried: Carried | undefined
  if (own > 0) await engine.execute(`COPY (${carry.keep}) TO ${dialect.text(path)} (FORMAT parquet, COMPRESSION zstd)`)
  else if (source !== undefined) {
    await copyFile(source.path, path)
    const kept = await number(engine, 'SELECT count(*) AS n FROM work.carried')
    carried = { ...source.origin, kept, used: await number(engine, carry.used) }
  } else return { carried: undefined, files: {} }
  const file = { bytes: (await stat(path)).size, sha256: await hashFile(path, () => undefined) }
  return { carried, files: { [keptFile]: file } }
}

/** Whether a build has carried over what an ingest of it today would. */
export function isCarriedAlike(folder: string, { release }: Manifest, source: CarrySource | undefined): boolean {
  const hasOwn = release.carried === undefined && existsSync(join(folder, keptFile))
  return hasOwn || release.carried?.sha256 === source?.origin.sha256
}

/** Later releases of the chain that lack what this one has of its own; to be ingested again. */
export async function wouldCarry(dataDir: string, { release }: Manifest): Promise<string[]> {
  const published = await readPublished(dataDir)
  if (published === undefined || release.carried !== undefined) return []
  const chain = await chainOf(dataDir, published, release.synthetic)
  const own = chain.find((link) => link.release.id === release.id)
  if (own === undefined || !existsSync(join(own.folder, keptFile))) return []
  const later = chain.filter((link) => link.release.as_of > release.as_of)
  const lacking: string[] = []
  for (const { folder, release: other } of later) {
    const expected = await carrySource(dataDir, other)
    if (expected?.origin.release === release.id && !isCarriedAlike(folder, await readManifest(folder), expected))
      lacking.push(other.id)
  }
  return lacking
}
