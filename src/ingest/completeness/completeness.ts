import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Catalog, Completeness } from '#catalog'
import { dialect, type Engine, openBuilt } from '#engine'
import { folders, replaceFile } from '../folders.ts'
import type { Link } from '../ledger/index.ts'
import { completenessByAge, horizon, monthBefore, provisionalBy } from './estimate.ts'

const countsSchema = z.record(z.string(), z.record(z.string(), z.number()))
const fileSchema = z.object({
  /** By folder of a build, below the data directory: events by fact and month, and the as-of date. */
  builds: z.record(z.string(), z.object({ as_of: z.string(), synthetic: z.boolean(), counts: countsSchema })),
  /** By kind of release and fact: how much of a month is there, by its age in months; null where no pair of releases tells. */
  shares: z.record(z.string(), z.record(z.string(), z.array(z.number().nullable()))),
})
type CompletenessFile = z.infer<typeof fileSchema>

/** Where the estimates of a data directory lie. */
export function completenessPath(dataDir: string): string {
  return join(folders(dataDir).root, 'completeness.json')
}

/** What was estimated; nothing where that was never done or cannot be read, since it can be estimated anew. */
export async function readCompleteness(dataDir: string): Promise<CompletenessFile> {
  const text = await readFile(completenessPath(dataDir), 'utf8').catch(() => undefined)
  const parsed = text === undefined ? undefined : fileSchema.safeParse(safeJson(text))
  return parsed?.success === true ? parsed.data : { builds: {}, shares: {} }
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function kind(synthetic: boolean): string {
  return synthetic ? 'synthetic' : 'real'
}

/** Events of each fact by month, as far back as estimates look. */
async function countMonths(engine: Engine, catalog: Catalog, asOf: string): Promise<z.infer<typeof countsSchema>> {
  const counts: Record<string, Record<string, number>> = {}
  const from = `${monthBefore(asOf, horizon * 2)}-01`
  for (const { id, shape, date } of catalog.facts.values()) {
    if (shape !== 'event') continue
    const rows = await engine.query(
      `SELECT ${dialect.month(`"${date}"`)} AS m, count(*) AS n FROM facts."${id}"
       WHERE "${date}" BETWEEN ${dialect.date(from)} AND ${dialect.date(asOf)} GROUP BY 1 ORDER BY 1`,
    )
    counts[id] = Object.fromEntries(rows.map((row) => [String(row['m']), Number(row['n'])]))
  }
  return counts
}

async function countsOf({ folder, release }: Link, catalog: Catalog): Promise<CompletenessFile['builds'][string]> {
  const engine = await openBuilt(folder)
  try {
    const { as_of, synthetic } = release
    return { as_of, synthetic, counts: await countMonths(engine, catalog, as_of) }
  } finally {
    engine.close()
  }
}

/** Estimates from the releases of a chain how complete recent months are, and keeps that. Builds counted before are not counted again. */
export async function estimateCompleteness(dataDir: string, catalog: Catalog, chain: readonly Link[]): Promise<void> {
  const known = await readCompleteness(dataDir)
  const [first] = chain
  if (first === undefined) return
  const { synthetic } = first.release
  const name = (link: Link): string => link.folder.slice(dataDir.length)
  const builds: CompletenessFile['builds'] = Object.fromEntries(
    Object.entries(known.builds).filter(([, build]) => build.synthetic !== synthetic),
  )
  const own: CompletenessFile['builds'][string][] = []
  for (const link of chain) {
    const build = known.builds[name(link)] ?? (await countsOf(link, catalog))
    builds[name(link)] = build
    own.push(build)
  }
  const facts = [...catalog.facts.values()].filter((fact) => fact.shape === 'event')
  const shares = Object.fromEntries(
    facts.flatMap(({ id }) => {
      const found = completenessByAge(own.map(({ as_of, counts }) => ({ as_of, counts: counts[id] ?? {} })))
      return found === undefined ? [] : [[id, found.map((share) => share ?? null)]]
    }),
  )
  const file: CompletenessFile = { builds, shares: { ...known.shares, [kind(synthetic)]: shares } }
  await replaceFile(completenessPath(dataDir), `${JSON.stringify(file)}\n`)
}

/** By fact, the months of a release that later ones are expected to raise; undefined where that was not estimated. */
export function completenessOf(
  file: CompletenessFile,
  release: { readonly as_of: string; readonly synthetic: boolean },
): Completeness | undefined {
  const shares = file.shares[kind(release.synthetic)]
  if (shares === undefined || Object.keys(shares).length === 0) return undefined
  return Object.fromEntries(
    Object.entries(shares).map(([fact, list]) => [
      fact,
      provisionalBy(
        list.map((share) => share ?? undefined),
        release.as_of,
      ),
    ]),
  )
}
