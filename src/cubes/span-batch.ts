import type { Wanted } from './arena.ts'
import type { FactCube } from './cube.ts'
import { type DayTask, listBytes } from './day-counts.ts'
import { dayLists, mostCells } from './day-kernel.ts'
import type { ScanPane } from './scan.ts'
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

interface Batch {
  readonly fact: FactCube
  readonly scan: string
  /** By what they are counted by. */
  readonly waiting: Map<string, Waiting>
  /** Counts over the same rows, in the same go. */
  readonly counts: CountWaiting[]
}

interface Portion {
  readonly fact: FactCube
  readonly waiting: readonly Waiting[]
  readonly counts: readonly CountWaiting[]
}

/** Requests for days of one moment: those over the same rows are counted in one go, each thing once. */
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
  ask(fact: FactCube, { scan, rows, cells, columns }: ReadySpans, task: DayTask): Promise<Float64Array> {
    const key = `${fact.number} ${rows}`
    const wanted = new Map(columns.map((c) => [c, fact.wanted(c)]))
    const batch = this.#pending.get(key) ?? { fact, scan, waiting: new Map<string, Waiting>(), counts: [] }
    this.#pending.set(key, batch)
    const waiting = batch.waiting.get(cells) ?? { task, wanted, done: [], failed: [] }
    batch.waiting.set(cells, waiting)
    return new Promise((done, failed) => {
      waiting.done.push(done)
      waiting.failed.push(failed)
    })
  }

  /** Takes counts along in the scan of the same rows; false when there is none, or no room in it. */
  join(scan: string, counts: readonly CountWaiting[]): boolean {
    const batch = [...this.#pending.values()].find((b) => b.scan === scan)
    const [first] = batch?.waiting.values() ?? []
    if (batch === undefined || first === undefined) return false
    const { fact } = batch
    if (!haveRoom({ fact, waiting: [first], counts: [...batch.counts, ...counts] }, this.#threads)) return false
    batch.counts.push(...counts)
    return true
  }

  /** Begins to count what was asked. */
  flush(): void {
    const batches = this.#pending
    this.#pending = new Map()
    for (const batch of batches.values()) for (const portion of portions(batch, this.#threads)) void this.#run(portion)
  }

  async #run(portion: Portion): Promise<void> {
    const { fact, waiting, counts } = portion
    try {
      const columns = columnsOf(portion)
      const task = joined(portion)
      const result = await this.#threads.days((run) =>
        this.#threads.arena.using([...columns.values()], (found) => {
          const addresses = new Map([...columns.keys()].map((c, i) => [c, found[i] ?? 0]))
          return run(fact, { ...task, addresses }, task.blocks.length <= this.#fewBlocks)
        }),
      )
      waiting.forEach((w, i) => {
        for (const done of w.done) done(result.cells[i] ?? new Float64Array())
      })
      counts.forEach((c, i) => {
        for (const done of c.done) done(result.counts[i] ?? new Uint32Array())
      })
    } catch (error) {
      for (const each of [...waiting, ...counts]) for (const failed of each.failed) failed(error)
    }
  }
}

/** The columns that are used, by number. */
function columnsOf({ fact, waiting, counts }: Portion): Map<number, Wanted> {
  const counted = counts.flatMap(({ pane }) => pane.pane.terms.map((t) => t.column))
  return new Map([...waiting.flatMap((w) => [...w.wanted]), ...counted.map((c) => [c, fact.wanted(c)] as const)])
}

/** One task for all. */
function joined({ waiting, counts }: Portion): DayTask {
  const [first] = waiting
  if (first === undefined) throw new Error('nothing waits for this count of days')
  return { ...first.task, panes: waiting.flatMap((w) => w.task.panes), counted: counts.map(({ pane }) => pane.pane) }
}

/** Whether cells, lists and columns have room together. */
function haveRoom(portion: Portion, { arena }: Threads): boolean {
  const task = joined(portion)
  const cells = task.panes.reduce((n, { size }) => n + size, 0)
  return cells <= mostCells(task.days) && listBytes(task) <= dayLists && arena.fits([...columnsOf(portion).values()])
}

/** Requests that have room together; the first portion takes the counts along. */
function portions({ fact, waiting, counts }: Batch, threads: Threads): Portion[] {
  const out: Portion[] = []
  for (const each of waiting.values()) {
    const last = out.at(-1)
    const longer = last && { ...last, waiting: [...last.waiting, each] }
    if (longer !== undefined && haveRoom(longer, threads)) out[out.length - 1] = longer
    else out.push({ fact, waiting: [each], counts: out.length === 0 ? counts : [] })
  }
  return out
}
