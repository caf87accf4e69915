import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Catalog, Table } from '#catalog'
import { type Engine, openEngine } from '#engine'
import { DataError, UsageError } from '#errors'
import { buildCubes } from '../cubes/index.ts'
import { buildFacts } from './build.ts'
import { carrySource, isCarriedAlike, keepCarried } from './carry.ts'
import { type Check, fileChecks, readChecks, tableChecks } from './checks.ts'
import { expectedCounts } from './count-file.ts'
import { folders, prepareRoot, readPublished } from './folders.ts'
import { followRelease } from './follow.ts'
import { hashDefinitions, hashFile, hashSource } from './hash.ts'
import { readOnLanes } from './lanes.ts'
import { takeLock } from './lock.ts'
import { loadLaneLogs, loadReferences, logChecks, logReads, schemaSql } from './log.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { showOnce } from './once.ts'
import { type Member, openSource, type Source } from './open.ts'
import { checkAsOf, memoryBytes } from './options.ts'
import { publish, removeLeftovers } from './publish.ts'
import type { TableRead } from './read.ts'
import { openAccount } from './read-table.ts'
import { attachTables, sqlTable, tablePath, writeEmptyTable } from './tables.ts'
import { checkRoom, explained } from './trouble.ts'
import { checkUnchanged, type Mark, markOf } from './unchanged.ts'
import { usualPatience, Watchdog } from './watchdog.ts'

/** What an ingest says while it works. `done` and `total` are bytes of text. */
export type IngestEvent =
  | {
      readonly stage: 'open' | 'hash' | 'read' | 'check' | 'facts' | 'publish' | 'compare' | 'again'
      readonly about: string
    }
  | { readonly stage: 'progress'; readonly done: number; readonly total: number; readonly rows: number }

export interface IngestOptions {
  readonly catalog: Catalog
  /** The zip, or a folder with its files. */
  readonly input: string
  readonly dataDir: string
  /** `2026-10`; without it the year and month of the folder inside the zip. */
  readonly id?: string | undefined
  /** `YYYY-MM-DD`; without it the last plausible date of the proceedings. */
  readonly asOf?: string | undefined
  readonly threads?: number | undefined
  /** All that the ingest may take: `2GB`. */
  readonly memory?: string | undefined
  readonly acceptRepairs?: boolean | undefined
  /** False: nothing is carried over from older releases. */
  readonly carry?: boolean | undefined
  readonly onEvent?: (event: IngestEvent) => void
  /** Stops the ingest; nothing of it stays. */
  readonly signal?: AbortSignal | undefined
  /** Seconds without a sign of life, of a disk above all, after which it gives up. */
  readonly patience?: number | undefined
  readonly now?: () => Date
}

interface Watched extends IngestOptions {
  /** A sign of life, for the watchdog. */
  readonly alive: () => void
}

interface Work extends Watched {
  readonly source: Source
  /** The release as it was when it was opened. */
  readonly mark: Mark
  readonly folder: string
  readonly say: (event: IngestEvent) => void
}

function memberOf(source: Source, table: Table): Member | undefined {
  const name = `${table.file}.csv`.toLowerCase()
  return source.members.find((m) => m.name === name)
}

function checkIndispensable(source: Source, catalog: Catalog): void {
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

function releaseId(options: IngestOptions, source: Source, synthetic: boolean): string {
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

async function refuseOtherRelease(options: IngestOptions, id: string, sha256: string): Promise<void> {
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

/** Reads every file, the largest first, and gives the engine the built tables as `tables.*`. */
async function readAll(work: Work, engine: Engine): Promise<{ reads: TableRead[]; absent: Check[] }> {
  const counts = await expectedCounts(work.source)
  const tables = [...work.catalog.tables.values()]
  const present = tables.flatMap((table) => {
    const member = memberOf(work.source, table)
    return member === undefined ? [] : [{ table, member }]
  })
  const missing = tables.filter((table) => memberOf(work.source, table) === undefined)
  const total = present.reduce((sum, { member }) => sum + member.size, 0)
  let done = 0
  let rows = 0
  await mkdir(join(work.folder, 'tables'))
  const reads = await readOnLanes({
    input: work.input,
    folder: work.folder,
    lanes: work.threads ?? 2,
    tasks: present
      .toSorted((a, b) => b.member.size - a.member.size)
      .map(({ table, member }) => ({ table, member: member.path })),
    onTask: ({ member }) => work.say({ stage: 'read', about: member }),
    onProgress: (bytes, more) => {
      done += bytes
      rows += more
      work.say({ stage: 'progress', done, total, rows })
    },
    signal: work.signal,
  })
  for (const read of reads) read.account.rows_expected = counts.get(read.table.file.toLowerCase()) ?? null
  for (const table of missing) writeEmptyTable(table, join(work.folder, tablePath(table)))
  await attachTables(engine, work.folder, tables)
  await checkAccounts(engine, reads)
  const unique = new Set(reads.filter((read) => read.risingKey).map((read) => read.table.id))
  await showOnce(engine, tables, (table) => unique.has(table.id))
  const names = work.source.members.map((member) => member.name)
  return { reads, absent: fileChecks(tables, names, counts) }
}

/** The engine, which reads by its own code, must find as many rows as we counted. */
async function checkAccounts(engine: Engine, reads: readonly TableRead[]): Promise<void> {
  for (const { table, account } of reads) {
    const [row] = await engine.query(`SELECT count(*) AS n FROM ${sqlTable(table)}`)
    if (row?.['n'] !== account.rows_loaded) throw openAccount(account.file)
  }
}

async function asOfDate(work: Work, engine: Engine): Promise<string> {
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

function stopIfAny(checks: readonly Check[]): void {
  const stops = checks.filter((c) => c.level === 'stop')
  if (stops.length === 0) return
  throw new DataError(
    `the release did not pass its checks and was not published:\n${stops.map((c) => `  ${c.message}`).join('\n')}`,
    {
      code: 'checks-failed',
      value: stops[0]?.id,
      hint: stops.every((c) => c.id === 'repair-ceiling' || c.id === 'many-rejects')
        ? 'look at the rows, in the release and in docs/dirt.md; --accept-repairs goes on'
        : 'see whether the release is whole and of a layout that opendocket knows',
    },
  )
}

interface Built {
  readonly manifest: Omit<Manifest, 'files' | 'seconds' | 'peak_rss_bytes'>
  /** The files of the tables and of the cubes. */
  readonly files: Manifest['files']
}

async function build(work: Work, release: { id: string; synthetic: boolean; sha256: string }): Promise<Built> {
  const engine = await openEngine({
    path: join(work.folder, 'release.duckdb'),
    threads: work.threads ?? 2,
    memory: engineMemory(work.memory),
    temporary: join(work.folder, 'spill'),
  })
  const interrupt = (): void => engine.interrupt()
  work.signal?.addEventListener('abort', interrupt, { once: true })
  try {
    await engine.execute(schemaSql)
    await loadReferences(engine, work.catalog.references)
    const { reads, absent } = await readAll(work, engine)
    work.say({ stage: 'check', about: 'accounts and headers' })
    const early = readChecks(reads, absent, work.acceptRepairs ?? false)
    stopIfAny(early)
    const asOf = await asOfDate(work, engine)
    await engine.execute(
      `INSERT INTO log.release VALUES ('${release.id}', DATE '${asOf}', ${release.synthetic}, '${release.sha256}')`,
    )
    await loadLaneLogs(engine, work.folder)
    await logReads(engine, reads)
    work.signal?.throwIfAborted()
    work.say({ stage: 'facts', about: [...work.catalog.facts.keys()].join(', ') })
    const source = work.carry === false ? undefined : await carrySource(work.dataDir, { ...release, as_of: asOf })
    const firstMonth = await buildFacts(engine, work.catalog, asOf, source)
    const kept = await keepCarried(engine, work.catalog, work.folder, source)
    const cubes = await buildCubes(engine, work.catalog, { folder: work.folder, asOf })
    const checks = [...early, ...(await tableChecks(engine, work.catalog))]
    await logChecks(engine, checks)
    stopIfAny(checks)
    await engine.execute('DROP SCHEMA once CASCADE')
    await engine.execute('CHECKPOINT')
    return {
      files: { ...Object.fromEntries(reads.map((r) => [tablePath(r.table), r.built])), ...cubes, ...kept.files },
      manifest: {
        release: {
          ...release,
          as_of: asOf,
          first_month: firstMonth,
          published_at: (work.now?.() ?? new Date()).toISOString(),
          source: basename(work.input),
          bytes: work.source.stored,
          ...(kept.carried !== undefined && { carried: kept.carried }),
        },
        definitions: hashDefinitions(work.catalog),
        tables: Object.fromEntries(reads.map((r) => [r.table.file, r.account])),
        checks,
        repairs: Object.fromEntries(
          reads.filter((r) => r.account.rows_repaired > 0).map((r) => [r.table.file, r.repairs]),
        ),
      },
    }
  } finally {
    work.signal?.removeEventListener('abort', interrupt)
    engine.close()
  }
}

/** Our own reading takes a part of the memory allowed; the engine gets the rest. */
function engineMemory(memory: string | undefined): string {
  return `${Math.floor(((memoryBytes(memory) ?? 2e9) * 0.6) / 1e6)}MB`
}

async function finish(work: Work, built: Built, began: number): Promise<Manifest> {
  work.say({ stage: 'publish', about: built.manifest.release.id })
  for (const leftover of ['spill']) await rm(join(work.folder, leftover), { recursive: true, force: true })
  const path = join(work.folder, 'release.duckdb')
  const manifest: Manifest = {
    ...built.manifest,
    files: {
      'release.duckdb': { bytes: (await stat(path)).size, sha256: await hashFile(path, () => undefined) },
      ...built.files,
    },
    seconds: (Date.now() - began) / 1000,
    peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
  }
  await writeFile(join(work.folder, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
  await checkUnchanged(work.source, work.mark)
  work.signal?.throwIfAborted()
  await publish(work.dataDir, work.folder, manifest)
  return manifest
}

/** The build of this very release by these very definitions, when it is published already. */
async function alreadyBuilt(options: IngestOptions, id: string, sha256: string): Promise<Manifest | undefined> {
  const published = await readPublished(options.dataDir)
  const entry = published?.releases[id]
  if (entry?.sha256 !== sha256) return undefined
  const folder = join(folders(options.dataDir).built, id, entry.build)
  const manifest = await readManifest(folder).catch(() => undefined)
  const same =
    manifest?.definitions === hashDefinitions(options.catalog) &&
    (options.asOf === undefined || options.asOf === manifest.release.as_of)
  if (!same) return undefined
  const source = options.carry === false ? undefined : await carrySource(options.dataDir, manifest.release)
  return isCarriedAlike(folder, manifest, source) ? manifest : undefined
}

async function ingestLocked(options: Watched, source: Source, began: number): Promise<IngestOutcome> {
  await removeLeftovers(options.dataDir)
  const mark = await markOf(source)
  const say = options.onEvent ?? (() => undefined)
  checkIndispensable(source, options.catalog)
  say({ stage: 'hash', about: source.path })
  const sha256 = await hashSource(source, options.alive, options.signal)
  const synthetic = source.members.some((m) => m.name === 'synthetic.txt')
  const id = releaseId(options, source, synthetic)
  await refuseOtherRelease(options, id, sha256)
  const known = await alreadyBuilt(options, id, sha256)
  if (known !== undefined) return { manifest: known, built: false }
  const form = (await stat(source.path)).isFile() ? 'zip' : 'folder'
  await checkRoom(options.dataDir, source.stored, form)
  const folder = join(folders(options.dataDir).building, `${id}-${process.pid}`)
  await mkdir(folder, { recursive: true })
  const work: Work = { ...options, source, mark, folder, say }
  try {
    const built = await build(work, { id, synthetic, sha256 })
    return { manifest: await finish(work, built, began), built: true }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export interface IngestOutcome {
  readonly manifest: Manifest
  /** False when this very release was published already and nothing had to be done. */
  readonly built: boolean
}

async function ingestOpened(options: Watched): Promise<IngestOutcome> {
  const began = Date.now()
  options.onEvent?.({ stage: 'open', about: options.input })
  const source = await openSource(options.input)
  try {
    await prepareRoot(options.dataDir)
    const unlock = await takeLock(folders(options.dataDir).lock)
    try {
      const outcome = await ingestLocked(options, source, began)
      await followRelease(outcome.manifest, {
        ...options,
        onPair: (about) => options.onEvent?.({ stage: 'compare', about }),
        onLacking: (about) => options.onEvent?.({ stage: 'again', about }),
      })
      return outcome
    } finally {
      unlock()
    }
  } finally {
    source.close()
  }
}

/**
 * Reads a release into a built release and publishes it in one step. Every row is loaded or rejected, and accounted for.
 * Raises NotFoundError, OpendocketError (not a zip), DataError (checks failed), UsageError (id), TryAgainError (locked,
 * the release changed meanwhile, a disk hangs), MachineError (disk or memory); whatever happens, what was published
 * before stays published.
 */
export async function ingest(options: IngestOptions): Promise<IngestOutcome> {
  const { input, dataDir, memory, signal } = options
  checkAsOf(options.asOf)
  memoryBytes(memory)
  const dog = new Watchdog(options.patience ?? usualPatience, `that of ${input} or of ${dataDir}`)
  const watched: Watched = {
    ...options,
    alive: () => dog.sees(),
    signal: signal === undefined ? dog.signal : AbortSignal.any([signal, dog.signal]),
    onEvent: (event) => {
      dog.sees(event.stage === 'progress' ? undefined : event)
      options.onEvent?.(event)
    },
  }
  try {
    return await dog.guard(ingestOpened(watched))
  } catch (error) {
    signal?.throwIfAborted()
    throw await explained(error, { input, dataDir, memory })
  }
}
