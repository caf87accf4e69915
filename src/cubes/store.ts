import type { Wanted } from './arena.ts'
import { type FactCube, openCube } from './cube.ts'
import type { DayTask } from './day-counts.ts'
import { blockRows, cubeFolder } from './format.ts'
import { Kept } from './kept.ts'
import { prepare, type Ready, type Scanned, type Summand } from './prepare.ts'
import type { CountPlan, CountRequest, SpanPlan, SpanRequest, SpanTally, Tally } from './request.ts'
import { ScanBatches, usedColumns } from './scan-batch.ts'
import { SpanBatches } from './span-batch.ts'
import { blocksOf, collectSpans, prepareSpans, type ReadySpans, tallyOf } from './span-plan.ts'
import { addPane, emptyTally, tallyMonths } from './tally.ts'
import type { Threads } from './threads.ts'

/** So few rows are counted at once, without asking a thread. */
const fewBlocks = 6
/** Bytes of durations without a filter in memory. */
const wholeKept = 8 * 2 ** 20

interface KeptSpans {
  readonly tally: SpanTally
  readonly byteLength: number
}

/** The cubes of one build, open for counting. */
export class Cubes {
  readonly #folder: string
  readonly #threads: Threads
  readonly #kept: Kept<Int32Array>
  readonly #facts = new Map<string, Promise<FactCube | undefined>>()
  /** What was planned is counted right after. */
  readonly #prepared = new WeakMap<CountRequest, Ready | string>()
  readonly #preparedSpans = new WeakMap<SpanRequest, ReadySpans | string>()
  readonly #spans: SpanBatches
  /** Durations without a filter. */
  readonly #whole = new Kept<KeptSpans>(wholeKept)
  readonly #scans: ScanBatches

  /** `kept` keeps sums by month. */
  constructor(folder: string, threads: Threads, kept: Kept<Int32Array>) {
    this.#folder = folder
    this.#threads = threads
    this.#kept = kept
    this.#spans = new SpanBatches(threads, fewBlocks)
    this.#scans = new ScanBatches(threads, fewBlocks)
  }

  /** How a request would be answered, and why not at all. */
  async plan(fact: string, request: CountRequest): Promise<CountPlan> {
    const cube = await this.#cube(fact)
    if (cube === undefined) return { by: 'none', why: 'no cube was built for this fact' }
    const ready = this.#prepare(cube, request)
    if (typeof ready === 'string') return { by: 'none', why: ready }
    if (ready.by === 'months') return { by: 'months', column: ready.column }
    const blocks = ready.summands.reduce((n, s) => n + s.selection.blocks.length, 0)
    const rows = Math.min(blocks * blockRows, cube.cube.rows * ready.summands.length)
    return { by: 'scan', blocks, rows, others: ready.all !== undefined }
  }

  /** Counts; undefined when the cube cannot answer this. */
  async count(fact: string, request: CountRequest): Promise<Tally | undefined> {
    const cube = await this.#cube(fact)
    if (cube === undefined) return undefined
    const ready = this.#prepare(cube, request)
    if (typeof ready === 'string') return undefined
    return ready.by === 'months'
      ? tallyMonths(cube, request, ready.parts, ready.column, this.#kept)
      : this.#scan(cube, request, ready)
  }

  /** How a request for days would be answered, and why not at all. */
  async planSpans(fact: string, request: SpanRequest): Promise<SpanPlan> {
    const cube = await this.#cube(fact)
    if (cube === undefined) return { by: 'none', why: 'no cube was built for this fact' }
    const ready = this.#prepareSpans(cube, request)
    if (typeof ready === 'string') return { by: 'none', why: ready }
    return { by: 'scan', rows: Math.min(blocksOf(ready.job) * blockRows, cube.cube.rows * ready.job.sides.length) }
  }

  /** Mean, median, 90th percentile and number of days; undefined when the cube cannot answer this. */
  async spans(fact: string, request: SpanRequest): Promise<SpanTally | undefined> {
    const cube = await this.#cube(fact)
    if (cube === undefined) return undefined
    const ready = this.#prepareSpans(cube, request)
    if (typeof ready === 'string') return undefined
    // What every page of a period asks for, whatever its filters are.
    if (ready.parts.listed.size > 0) return this.#countSpans(cube, ready)
    const kept = await this.#whole.get(`${ready.scan} ${ready.span} ${ready.cells}`, async () => {
      const tally = await this.#countSpans(cube, ready)
      return { tally, byteLength: tally.places.byteLength + tally.values.byteLength }
    })
    return kept.tally
  }

  async #countSpans(fact: FactCube, ready: ReadySpans): Promise<SpanTally> {
    if (blocksOf(ready.job) === 0) return tallyOf(ready, new Float64Array())
    const cells =
      ready.task === undefined
        ? await collectSpans(fact, ready, this.#threads, fewBlocks)
        : await this.#askSpans(fact, ready, ready.task)
    return tallyOf(ready, cells)
  }

  /** The first month in which anything of a fact is counted, from January 1900 on; undefined without a cube. */
  async firstMonth(fact: string): Promise<number | undefined> {
    return (await this.#cube(fact))?.cube.months.first
  }

  /** Rows of a fact that meet a condition, when the cube knows. */
  async total(fact: string, condition: string): Promise<number | undefined> {
    const cube = await this.#cube(fact)
    const bit = cube?.cube.conditions.sql.indexOf(condition) ?? -1
    if (cube === undefined || bit === -1) return undefined
    const { bits } = cube.cube.conditions
    const rows = cube.cube.columns[cube.columnNumber(cube.cube.conditions.column)]?.rows ?? []
    return rows.reduce((n, r, code) => n + (((bits[code] ?? 0) >>> bit) & 1) * r, 0)
  }

  async close(): Promise<void> {
    for (const opening of this.#facts.values()) {
      const fact = await opening
      if (fact === undefined) continue
      this.#threads.forget(fact.number)
      this.#threads.arena.forget(fact.key)
      this.#kept.forget(fact.key)
    }
    this.#facts.clear()
  }

  #prepare(fact: FactCube, request: CountRequest): Ready | string {
    const known = this.#prepared.get(request)
    if (known !== undefined) return known
    const ready = prepare(fact, request)
    const room = typeof ready === 'string' || ready.by === 'months' || this.#threads.arena.fits(columnsOf(fact, ready))
    const kept = room ? ready : 'its columns are larger than the memory for columns'
    this.#prepared.set(request, kept)
    return kept
  }

  #prepareSpans(fact: FactCube, request: SpanRequest): ReadySpans | string {
    const known = this.#preparedSpans.get(request)
    if (known !== undefined) return known
    const ready = prepareSpans(fact, request)
    const room = typeof ready === 'string' || this.#threads.arena.fits(ready.wanted)
    const kept = room ? ready : 'its days are larger than the memory for columns'
    this.#preparedSpans.set(request, kept)
    return kept
  }

  #cube(fact: string): Promise<FactCube | undefined> {
    const known = this.#facts.get(fact)
    if (known !== undefined) return known
    const opening = openCube(cubeFolder(this.#folder, fact))
    this.#facts.set(fact, opening)
    return opening
  }

  async #scan(fact: FactCube, request: CountRequest, { parts, summands, all }: Scanned): Promise<Tally> {
    const [tally, counts] = await Promise.all([
      all === undefined ? emptyTally(parts) : tallyMonths(fact, request, all.parts, all.column, this.#kept),
      Promise.all(summands.map((s) => this.#join(fact, s))),
    ])
    summands.forEach((s, i) => {
      addPane(tally, parts, s.pane, counts[i] ?? new Uint32Array(), s)
    })
    return tally
  }

  #join(fact: FactCube, summand: Summand): Promise<Uint32Array> {
    if (summand.selection.blocks.length === 0) return Promise.resolve(new Uint32Array(summand.pane.pane.size))
    this.#flushSoon()
    return this.#scans.ask(fact, summand)
  }

  #askSpans(fact: FactCube, ready: ReadySpans, task: DayTask): Promise<Float64Array> {
    this.#flushSoon()
    return this.#spans.ask(fact, ready, task)
  }

  #flushSoon(): void {
    if (this.#scans.empty && this.#spans.empty) setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#scans.flush((key, waiting) => this.#spans.join(key, waiting))
    this.#spans.flush()
  }
}

/** The columns that a scan needs at once. */
function columnsOf(fact: FactCube, { summands }: Scanned): Wanted[] {
  const filters = summands.flatMap((s) => s.selection.filters)
  const panes = summands.map((s) => s.pane.pane)
  return usedColumns(filters, panes, summands[0]?.end).map((c) => fact.wanted(c))
}
