import type { Wanted } from './arena.ts'
import type { FactCube } from './cube.ts'
import { type DayJob, type DayScan, type DayTask, listBytes } from './day-counts.ts'
import { dayLists, mostCells } from './day-kernel.ts'
import { portionsOf } from './portions.ts'
import { FilterList, type ScanPane } from './scan.ts'
import type { ReadySpans } from './span-plan.ts'
import type { Threads } from './threads.ts'

interface Waiting {
  readonly task: DayTask
  /** The columns that it uses, by number. */
  readonly wanted: ReadonlyMap<number, Wanted>
  readonly done: ((cells: Float64Array) => void)[]
  readonly failed: ((error: unknown) => void)[]
}

/** Rows to be counted, and whom to tell. */
export interface CountWaiting {
  readonly pane: { readonly pane: ScanPane }
  readonly done: ((counts: Uint32Array) => void)[]
  readonly failed: ((error: unknown) => void)[]
}

/** Rows whose days are counted, each thing once, and counts over the same rows. */
interface Asked {
  /** By what they are counted by. */
  readonly waiting: Map<string, Waiting>
  readonly counts: CountWaiting[]
}

interface Batch {
  readonly fact: FactCube
  /** By what tells scans of the same rows from others. */
  readonly scans: Map<string, Asked>
}

/** A request, and the counts that go along. */
interface Placed {
  readonly scan: string
  readonly waiting: Waiting
  readonly counts: readonly CountWaiting[]
}

/** Requests for days of one moment, counted from and until the same: over a fact they are counted block by block together. */
export class SpanBatches {
  readonly #threads: Threads
  readonly #fewBlocks: number
  #pending = new Map<string, Batch>()

  /** So few blocks are counted by one thread. */
  constructor(threads: Threads, fewBlocks: number) {
    this.#threads = threads
    this.#fewBlocks = fewBlocks
  }

  get empty(): boolean {
    return this.#pending.size === 0
  }

  /** The numbers of the cells of a request whose cells are few enough, some time after the next flush. */
  ask(fact: FactCube, { scan, span, cells, columns }: ReadySpans, task: DayTask): Promise<Float64Array> {
    const key = `${fact.number} ${span}`
    const batch = this.#pending.get(key) ?? { fact, scans: new Map<string, Asked>() }
    this.#pending.set(key, batch)
    const asked = batch.scans.get(scan) ?? { waiting: new Map<string, Waiting>(), counts: [] }
    batch.scans.set(scan, asked)
    const wanted = new Map(columns.map((c) => [c, fact.wanted(c)]))
    const waiting = asked.waiting.get(cells) ?? { task, wanted, done: [], failed: [] }
    asked.waiting.set(cells, waiting)
    return new Promise((done, failed) => {
      waiting.done.push(done)
      waiting.failed.push(failed)
    })
  }

  /** Takes counts along in the scan of the same rows; false when there is none, or no room in it. */
  join(scan: string, counts: readonly CountWaiting[]): boolean {
    const batch = [...this.#pending.values()].find((b) => b.scans.has(scan))
    const asked = batch?.scans.get(scan)
    const [first] = asked?.waiting.values() ?? []
    if (batch === undefined || asked === undefined || first === undefined) return false
    const together = [...asked.counts, ...counts]
    if (!haveRoom(batch.fact, [{ scan, waiting: first, counts: together }], this.#threads)) return false
    asked.counts.push(...counts)
    return true
  }

  /** Begins to count what was asked. */
  flush(): void {
    const batches = this.#pending
    this.#pending = new Map()
    for (const { fact, scans } of batches.values())
      for (const portion of portions(fact, scans, this.#threads)) void this.#run(fact, portion)
  }

  async #run(fact: FactCube, portion: readonly Placed[]): Promise<void> {
    const counts = portion.flatMap((p) => p.counts)
    try {
      const columns = columnsOf(fact, portion)
      const job = joined(portion)
      const result = await this.#threads.days((run) =>
        this.#threads.arena.using([...columns.values()], (found) => {
          const addresses = new Map([...columns.keys()].map((c, i) => [c, found[i] ?? 0]))
          return run(fact, { ...job, addresses }, job.blocks.length <= this.#fewBlocks)
        }),
      )
      portion.forEach(({ waiting }, i) => {
        for (const done of waiting.done) done(result.cells[i] ?? new Float64Array())
      })
      counts.forEach((c, i) => {
        for (const done of c.done) done(result.counts[i] ?? new Uint32Array())
      })
    } catch (error) {
      for (const each of [...portion.map((p) => p.waiting), ...counts]) for (const failed of each.failed) failed(error)
    }
  }
}

/** The columns that are used, by number. */
function columnsOf(fact: FactCube, portion: readonly Placed[]): Map<number, Wanted> {
  const counted = portion.flatMap(({ counts }) => counts.flatMap(({ pane }) => pane.pane.terms.map((t) => t.column)))
  const ofDays = portion.flatMap(({ waiting }) => [...waiting.wanted])
  return new Map([...ofDays, ...counted.map((c) => [c, fact.wanted(c)] as const)])
}

/** The blocks of all, in their order. */
function blocksOf(portion: readonly Placed[]): Uint32Array {
  const [first, ...others] = portion.map(({ waiting }) => waiting.task.blocks)
  if (first === undefined || others.every((blocks) => blocks === first)) return first ?? new Uint32Array()
  return Uint32Array.from(new Set([first, ...others].flatMap((blocks) => [...blocks]))).toSorted()
}

/** What the blocks of a task need, by their places among all blocks; -1: they are not among its own. */
function neededIn(all: Uint32Array, { blocks, needed }: DayTask): Int32Array {
  const out = new Int32Array(all.length).fill(-1)
  let at = 0
  all.forEach((block, place) => {
    if (blocks[at] === block) out[place] = needed[at++] ?? 0
  })
  return out
}

/** One job for all: those over the same rows, which follow one another, in one scan. */
function joined(portion: readonly Placed[]): Omit<DayJob, 'rooms' | 'addresses'> {
  const [first] = portion
  if (first === undefined) throw new Error('nothing waits for this count of days')
  const blocks = blocksOf(portion)
  const list = new FilterList()
  const days = Math.max(...portion.map(({ waiting }) => waiting.task.days))
  const scans = portion.flatMap(({ scan, waiting }, i): DayScan[] => {
    if (portion[i - 1]?.scan === scan) return []
    const own = portion.filter((p) => p.scan === scan)
    return [
      {
        filters: waiting.task.filters.map((f) => list.numberOf(f)),
        needed: neededIn(blocks, waiting.task),
        panes: own.map((p) => p.waiting.task.pane),
        counted: own.flatMap(({ counts }) => counts.map(({ pane }) => pane.pane)),
      },
    ]
  })
  const { start, until, day, over } = first.waiting.task
  const span = { start, ...(until !== undefined && { until }), day, days, ...(over !== undefined && { over }) }
  return { ...span, filters: list.filters, blocks, scans }
}

/** Whether cells, lists and columns have room together. */
function haveRoom(fact: FactCube, portion: readonly Placed[], { arena }: Threads): boolean {
  const tasks = portion.map(({ waiting }) => waiting.task)
  const cells = tasks.reduce((n, { pane }) => n + pane.size, 0)
  if (cells > mostCells(Math.max(...tasks.map(({ days }) => days)))) return false
  const list = new FilterList()
  for (const filter of tasks.flatMap(({ filters }) => filters)) list.numberOf(filter)
  const panes = tasks.map(({ pane }) => pane)
  const counted = portion.flatMap(({ counts }) => counts.map(({ pane }) => pane.pane))
  return listBytes(list.filters, panes, counted) <= dayLists && arena.fits([...columnsOf(fact, portion).values()])
}

/** Requests that have room together; the first of those over the same rows takes the counts along. */
function portions(fact: FactCube, scans: Batch['scans'], threads: Threads): Placed[][] {
  const placed = [...scans].flatMap(([scan, { waiting, counts }]) =>
    [...waiting.values()].map((each, i): Placed => ({ scan, waiting: each, counts: i === 0 ? counts : [] })),
  )
  return portionsOf(placed, (portion) => haveRoom(fact, portion, threads))
}
