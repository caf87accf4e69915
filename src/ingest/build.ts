import { copyFile, link, mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { FactWithSql, Table } from '#catalog'
import { dialect, type Engine, openEngine } from '#engine'
import { OpendocketError } from '#errors'
import { buildCube } from '../cubes/index.ts'
import { type Carried, type CarrySource, carrySource, keepCarried, loadCarried } from './carry.ts'
import { type Check, fileChecks, readChecks, stopIfAny, tableChecks } from './checks.ts'
import { expectedCounts } from './count-file.ts'
import {
  addHeld,
  buildMembers,
  factPath,
  firstMonth,
  type Held,
  heldBy,
  inOrder,
  prepareFacts,
  withFact,
  withFacts,
  writeFact,
} from './facts.ts'
import { hashDefinitions, hashFile } from './hash.ts'
import { asOfDate, type Identity } from './identity.ts'
import { loadLaneLogs, loadReferences, logChecks, logReads, schemaSql } from './log.ts'
import type { Manifest } from './manifest.ts'
import { memoryBytes } from './options.ts'
import { type Publication, publish } from './publish.ts'
import type { TableRead } from './read.ts'
import { type Progress, type Reading, startReading, textOf } from './read-all.ts'
import { tablePath } from './tables.ts'
import { MachineError } from './trouble.ts'
import { inTurn } from './turns.ts'
import { checkUnchanged } from './unchanged.ts'
import type { Work } from './work.ts'

/** From so many bytes of text on, first numbers are worth being published before the whole. */
const worthTwoLanes = 1e9

/** What the engine that looks at a built fact may take. */
const lookingMemory = '300MB'

/** A part of an ingest that ends in something published. */
interface Lane {
  readonly facts: readonly FactWithSql[]
  /** Tables to read, beyond those of the lane before. */
  readonly tables: readonly Table[]
  /** Whether everything is there at its end. */
  readonly whole: boolean
}

/** First what the first numbers need, then the rest; all at once where that takes no time. */
function lanesOf(work: Work): readonly Lane[] {
  const { catalog } = work
  const tables = [...catalog.tables.values()]
  const facts = inOrder([...catalog.facts.values()])
  if (textOf(work, tables) < (work.twoLanesFrom ?? worthTwoLanes)) return [{ facts, tables, whole: true }]
  const early = inOrder(catalog.release.firstNumbers.flatMap((id) => catalog.facts.get(id) ?? []))
  const needed = new Set([...catalog.release.indispensable, ...early.flatMap((fact) => fact.tables)])
  const isEarly = (table: Table): boolean => needed.has(table.id) || table.kind === 'lookup'
  return [
    { facts: early, tables: tables.filter(isEarly), whole: false },
    { facts: facts.filter((f) => !early.includes(f)), tables: tables.filter((t) => !isEarly(t)), whole: true },
  ]
}

/** Whether an error tells of the release, its first numbers included: not of the machine, nor of whoever stopped the ingest. */
function tellsOfRelease(error: unknown): boolean {
  return error instanceof OpendocketError && !(error instanceof MachineError) && error.facts.code !== 'stalled'
}

/** Our own reading takes a part of the memory allowed; the engine gets the rest. */
function engineMemory(memory: string | undefined): string {
  return `${Math.floor(((memoryBytes(memory) ?? 2e9) * 0.55) / 1e6)}MB`
}

/** A release on its way from its file to what is published. */
class Build {
  readonly #work: Work
  readonly #identity: Identity
  readonly #engine: Engine
  readonly #began: number
  readonly #reads: TableRead[] = []
  readonly #facts: FactWithSql[] = []
  readonly #files: Record<string, Manifest['files'][string]> = {}
  #counts: ReadonlyMap<string, number> = new Map()
  /** Of the files as they were read, of the tables once loaded. */
  #fileChecks: Check[] = []
  readonly #tableChecks: Check[] = []
  readonly #held: Held = new Map()
  #asOf = ''
  #source: CarrySource | undefined
  #carried: Carried | undefined
  #firstMonth = ''
  #firstSeconds: number | null = null

  constructor(work: Work, identity: Identity, engine: Engine, began: number) {
    this.#work = work
    this.#identity = identity
    this.#engine = engine
    this.#began = began
  }

  get #checks(): readonly Check[] {
    return [...this.#fileChecks, ...this.#tableChecks]
  }

  /** Goes through the lanes; each ends in something published. */
  async run(lanes: readonly Lane[]): Promise<Manifest> {
    const { catalog, source } = this.#work
    await this.#engine.execute(schemaSql)
    await loadReferences(this.#engine, catalog.references)
    this.#counts = await expectedCounts(source)
    const progress: Progress = { done: 0, total: textOf(this.#work, [...catalog.tables.values()]), rows: 0 }
    let first: Publication | undefined
    for (const lane of lanes) {
      try {
        await this.#readAndCount(lane, progress)
        const published = await this.#publish(lane.whole)
        if (lane.whole) return published.manifest
        first = published
      } catch (error) {
        if (tellsOfRelease(error)) await first?.withdraw()
        throw error
      }
    }
    throw new Error('an ingest without a last lane')
  }

  /** Reads the tables of a lane and counts. In a later lane a fact is built as soon as its own tables are there. */
  async #readAndCount({ facts, tables, whole }: Lane, progress: Progress): Promise<void> {
    const later = this.#facts.length > 0
    const stop = new AbortController()
    const signal = AbortSignal.any([stop.signal, ...(this.#work.signal === undefined ? [] : [this.#work.signal])])
    const reading = await startReading({ ...this.#work, signal }, this.#engine, tables, this.#counts, progress)
    try {
      if (!later) {
        await this.#settle(await reading.all, whole)
        await this.#prepare()
      } else await this.#shareThreads(reading)
      await this.#writeFacts(later ? this.#longestWaitFirst(facts) : facts, reading, async () => {
        if (later) await this.#settle(await reading.all, whole)
        this.#tableChecks.push(...(await tableChecks(this.#engine, this.#work.catalog, tables, whole)))
        stopIfAny(this.#tableChecks)
      })
    } catch (error) {
      stop.abort(error)
      await reading.all.catch(() => undefined)
      throw error
    }
    const ids = this.#facts.map((fact) => fact.id)
    await withFacts(this.#engine, { folder: this.#work.folder, ids, schema: 'facts' }, () => this.#describe(facts))
    await logChecks(this.#engine, this.#checks)
  }

  /** Facts for which much is still to be read before those for which little is: they are large, and more can be done beside them. */
  #longestWaitFirst(facts: readonly FactWithSql[]): FactWithSql[] {
    const { catalog } = this.#work
    const read = new Set(this.#reads.map(({ table }) => table.id))
    const unread = ({ tables }: FactWithSql): number =>
      textOf(
        this.#work,
        tables.flatMap((id) => (read.has(id) ? [] : (catalog.tables.get(id) ?? []))),
      )
    return facts.toSorted((a, b) => unread(b) - unread(a))
  }

  /** While files are read in a later lane, which takes all threads, the engine makes do with half of them. */
  async #shareThreads(reading: Reading): Promise<void> {
    const threads = this.#work.threads ?? 2
    await this.#engine.execute(`SET threads = ${Math.max(1, threads >> 1)}`)
    const all = async (): Promise<void> => this.#engine.execute(`SET threads = ${threads}`)
    // Not a word of an engine that is closed by then.
    reading.all.then(all).catch(() => undefined)
  }

  /** Closes the accounts of what was read. */
  async #settle(reads: readonly TableRead[], whole: boolean): Promise<void> {
    const { say, source, folder, acceptRepairs, catalog } = this.#work
    this.#reads.push(...reads)
    for (const read of reads) this.#files[tablePath(read.table)] = read.built
    say({ stage: 'check', about: 'accounts and headers' })
    const names = source.members.map((member) => member.name)
    const absent = whole ? fileChecks([...catalog.tables.values()], names, this.#counts) : []
    this.#fileChecks = readChecks(this.#reads, absent, { acceptRepairs: acceptRepairs ?? false, whole })
    stopIfAny(this.#fileChecks)
    await loadLaneLogs(this.#engine, folder)
    await logReads(this.#engine, reads)
    this.#work.signal?.throwIfAborted()
  }

  /** What all facts rest on. */
  async #prepare(): Promise<void> {
    const { catalog } = this.#work
    this.#asOf = await asOfDate(this.#work, this.#engine)
    const { id, synthetic } = this.#identity
    const sha256 = await this.#identity.sha256
    await this.#engine.execute(
      `INSERT INTO log.release VALUES (${dialect.text(id)}, ${dialect.date(this.#asOf)}, ${synthetic}, '${sha256}')`,
    )
    await this.#loadCarried(id, synthetic)
    await prepareFacts(this.#engine, catalog, this.#asOf)
  }

  /** Builds facts; while the engine builds one, what answers clicks on the one before is made of it; beside the last, `close`. */
  async #writeFacts(facts: readonly FactWithSql[], reading: Reading, close: () => Promise<void>): Promise<void> {
    const { folder, say } = this.#work
    say({ stage: 'facts', about: facts.map((fact) => fact.id).join(', ') })
    let cubes = Promise.resolve()
    try {
      for await (const fact of inTurn(facts, (tables) => reading.ready(tables))) {
        await writeFact(this.#engine, folder, fact, this.#asOf)
        this.#facts.push(fact)
        cubes = cubes.then(() => this.#readOff(fact))
        // Awaited at the end; until then its failing is no surprise.
        cubes.catch(() => undefined)
      }
      await close()
      await cubes
    } finally {
      await Promise.allSettled([cubes])
    }
  }

  /** Makes of a built fact what answers clicks, and notes its codes and its checksum. */
  async #readOff(fact: FactWithSql): Promise<void> {
    const { catalog, folder } = this.#work
    this.#files[factPath(fact.id)] = await fileOf(folder, factPath(fact.id))
    await withFact(folder, fact, { threads: this.#work.threads ?? 2, memory: lookingMemory }, async (engine) => {
      const cube = await buildCube(engine, fact, catalog, { folder, asOf: this.#asOf })
      Object.assign(this.#files, cube?.files)
      addHeld(this.#held, cube?.codes ?? new Map())
      const uncoded = fact.dimensions.filter((id) => cube?.codes.has(id) !== true)
      if (uncoded.length > 0) addHeld(this.#held, await heldBy(engine, { ...fact, dimensions: uncoded }, catalog))
    })
  }

  /** Fetches what an older release has and this one lacks. */
  async #loadCarried(id: string, synthetic: boolean): Promise<void> {
    const { catalog, carry, dataDir } = this.#work
    const about = { id, synthetic, as_of: this.#asOf }
    this.#source = carry === false ? undefined : await carrySource(dataDir, about)
    await loadCarried(this.#engine, catalog, this.#source)
  }

  /** What is read off the facts of a lane: their codes, where they begin, what is kept for later releases. */
  async #describe(more: readonly FactWithSql[]): Promise<void> {
    const { catalog, folder } = this.#work
    await buildMembers(this.#engine, catalog, this.#held)
    this.#firstMonth = await firstMonth(this.#engine, catalog, this.#asOf)
    if (!more.some((fact) => fact.id === catalog.carry?.touches.fact)) return
    const kept = await keepCarried(this.#engine, catalog, folder, this.#source)
    Object.assign(this.#files, kept.files)
    this.#carried = kept.carried
  }

  /** Puts what there is into a folder of its own and publishes that. */
  async #publish(whole: boolean): Promise<Publication> {
    const { folder, dataDir, say, source, mark, signal } = this.#work
    say({ stage: 'publish', about: whole ? this.#identity.id : `first numbers of ${this.#identity.id}` })
    if (whole) await this.#engine.execute('DROP SCHEMA once CASCADE')
    await this.#engine.execute('CHECKPOINT')
    const out = `${folder}-${whole ? 'whole' : 'first'}`
    await collect(folder, out, Object.keys(this.#files))
    await copyFile(join(folder, 'release.duckdb'), join(out, 'release.duckdb'))
    if (!whole) this.#firstSeconds = (Date.now() - this.#began) / 1000
    const manifest = await this.#manifest(out, whole)
    await writeFile(join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 1)}\n`)
    await checkUnchanged(source, mark)
    signal?.throwIfAborted()
    const published = await publish(dataDir, out, manifest)
    say({ stage: 'published', about: manifest.release.id, whole })
    return published
  }

  async #manifest(out: string, whole: boolean): Promise<Manifest> {
    const { catalog, input, now, source } = this.#work
    const repaired = this.#reads.filter((r) => r.account.rows_repaired > 0)
    return {
      release: {
        id: this.#identity.id,
        synthetic: this.#identity.synthetic,
        sha256: await this.#identity.sha256,
        as_of: this.#asOf,
        first_month: this.#firstMonth,
        published_at: (now?.() ?? new Date()).toISOString(),
        source: basename(input),
        bytes: source.stored,
        ...(this.#carried !== undefined && { carried: this.#carried }),
      },
      whole,
      definitions: hashDefinitions(catalog),
      tables: Object.fromEntries(this.#reads.map((r) => [r.table.file, r.account])),
      checks: [...this.#checks],
      repairs: Object.fromEntries(repaired.map((r) => [r.table.file, r.repairs])),
      files: { 'release.duckdb': await fileOf(out, 'release.duckdb'), ...this.#files },
      first_seconds: this.#firstSeconds,
      seconds: (Date.now() - this.#began) / 1000,
      peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
    }
  }
}

async function fileOf(folder: string, path: string): Promise<Manifest['files'][string]> {
  const whole = join(folder, path)
  return { bytes: (await stat(whole)).size, sha256: await hashFile(whole, () => undefined) }
}

/** Gives files that are never written to again a second place, without copying them. */
async function collect(from: string, to: string, paths: readonly string[]): Promise<void> {
  await mkdir(to)
  for (const path of paths) {
    await mkdir(dirname(join(to, path)), { recursive: true })
    await link(join(from, path), join(to, path))
  }
}

/**
 * Builds a release and publishes it: its first numbers, then the whole. When the rest of a release turns out to be wrong,
 * its first numbers are withdrawn, and what was published before is published again.
 */
export async function build(work: Work, identity: Identity, began: number): Promise<Manifest> {
  const engine = await openEngine({
    path: join(work.folder, 'release.duckdb'),
    threads: work.threads ?? 2,
    memory: engineMemory(work.memory),
    temporary: join(work.folder, 'spill'),
  })
  const interrupt = (): void => engine.interrupt()
  work.signal?.addEventListener('abort', interrupt, { once: true })
  try {
    return await new Build(work, identity, engine, began).run(lanesOf(work))
  } finally {
    work.signal?.removeEventListener('abort', interrupt)
    engine.close()
    for (const part of ['first', 'whole']) await rm(`${work.folder}-${part}`, { recursive: true, force: true })
  }
}
