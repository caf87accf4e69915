import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Catalog, Ledger } from '#catalog'
import { dialect, openEngine } from '#engine'
import { flushFolder, flushTree } from '../durable.ts'
import { folders, type Published } from '../folders.ts'
import { isCompared, type Link, type Pair, pairAt, pairFolder } from './chain.ts'
import { compareTables, type Past, sumOf } from './compare.ts'
import type { Build } from './side.ts'

export interface LedgerOptions {
  readonly catalog: Catalog
  readonly dataDir: string
  readonly threads?: number | undefined
  readonly memory?: string | undefined
  readonly rowsAtOnce?: number | undefined
  /** Told of each pair before it is compared: `2026-09..2026-10`. */
  readonly onPair?: (pair: string) => void
  readonly signal?: AbortSignal | undefined
}

/** The comparisons that lead from the first release to the earlier one of a pair. */
function stepsTo(pair: Pair): Pair[] {
  const chain = [...pair.history, pair.earlier]
  return chain.slice(1).map((_, i) => pairAt(chain, i, i + 1))
}

function pastOf(dataDir: string, pair: Pair): Past {
  return {
    first: (pair.history[0] ?? pair.earlier).release.id,
    steps: stepsTo(pair).map((step) => ({ folder: pairFolder(dataDir, step), later: step.later.release.id })),
  }
}

async function attach(link: Link, as: Build['as'], execute: (sql: string) => Promise<void>): Promise<Build> {
  await execute(`ATTACH ${dialect.text(join(link.folder, 'release.duckdb'))} AS ${as} (READ_ONLY)`)
  return { folder: link.folder, as }
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** Compares one pair; what lies in its folder is whole. */
async function comparePair(pair: Pair, options: LedgerOptions): Promise<void> {
  const { catalog, dataDir, rowsAtOnce } = options
  const began = [Date.now(), processorSeconds()] as const
  const ids = [pair.earlier.release.id, pair.later.release.id] as const
  options.onPair?.(ids.join('..'))
  const target = pairFolder(dataDir, pair)
  const folder = join(folders(dataDir).building, `ledger-${process.pid}`)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const engine = await openEngine({
    path: ':memory:',
    threads: options.threads ?? 2,
    memory: options.memory ?? '2GB',
    temporary: join(folder, 'spill'),
  })
  const interrupt = (): void => engine.interrupt()
  options.signal?.addEventListener('abort', interrupt, { once: true })
  try {
    // Every file is read several times over; its footer once is enough.
    await engine.execute('SET parquet_metadata_cache = true; SET preserve_insertion_order = false')
    const builds = [
      await attach(pair.earlier, 'earlier', engine.execute.bind(engine)),
      await attach(pair.later, 'later', engine.execute.bind(engine)),
    ] as const
    const past = pastOf(dataDir, pair)
    const tables = await compareTables({
      engine,
      catalog,
      builds,
      ids,
      past,
      folder,
      rowsAtOnce,
      signal: options.signal,
    })
    const ledger: Ledger = {
      earlier: pair.earlier.release,
      later: pair.later.release,
      history: pair.history.map((link) => link.release.id),
      totals: sumOf(tables.map((t) => t.rows)),
      tables,
      seconds: (Date.now() - began[0]) / 1000,
      cpu_seconds: processorSeconds() - began[1],
    }
    await rm(join(folder, 'spill'), { recursive: true, force: true })
    await writeFile(join(folder, 'ledger.json'), `${JSON.stringify(ledger, null, 1)}\n`)
    await mkdir(dirname(target), { recursive: true })
    await rm(target, { recursive: true, force: true })
    await flushTree(folder)
    await rename(folder, target)
    await flushFolder(dirname(target))
  } finally {
    options.signal?.removeEventListener('abort', interrupt)
    engine.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Compares a pair, and before it those that lead to it, unless that was done. */
export async function compareReleases(pair: Pair, options: LedgerOptions): Promise<void> {
  for (const each of [...stepsTo(pair), pair]) {
    if (isCompared(options.dataDir, each)) continue
    options.signal?.throwIfAborted()
    await comparePair(each, options)
  }
}

/** Compares a release with the one before it and the one after it. */
export async function compareNeighbours(id: string, chain: readonly Link[], options: LedgerOptions): Promise<void> {
  const at = chain.findIndex(({ release }) => release.id === id)
  for (const from of [at - 1, at])
    if (from >= 0 && from + 1 < chain.length) await compareReleases(pairAt(chain, from, from + 1), options)
}

/** Removes comparisons of releases that are published no longer, or were built anew since. */
export async function removeOldLedgers(
  dataDir: string,
  published: Published,
  chains: readonly (readonly Link[])[],
): Promise<void> {
  const root = folders(dataDir).ledgers
  const valid = new Set(
    chains.flatMap((chain) =>
      chain.flatMap((_, to) => chain.slice(0, to).map((__, from) => pairFolder(dataDir, pairAt(chain, from, to)))),
    ),
  )
  for (const pair of await readdir(root).catch(() => [])) {
    const [earlier = '', later = ''] = pair.split('..')
    const gone = published.releases[earlier] === undefined || published.releases[later] === undefined
    if (gone) await rm(join(root, pair), { recursive: true, force: true })
    else
      for (const mark of await readdir(join(root, pair)))
        if (!valid.has(join(root, pair, mark))) await rm(join(root, pair, mark), { recursive: true, force: true })
  }
}
