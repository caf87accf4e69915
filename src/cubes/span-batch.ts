import type { Wanted } from './arena.ts'
import type { FactCube } from './cube.ts'
import { type DayTask, listBytes } from './day-counts.ts'
import { dayLists, mostCells } from './day-kernel.ts'
import type { ReadySpans } from './span-plan.ts'
import type { Threads } from './threads.ts'

interface Waiting {
  readonly task: DayTask
  /** The columns that it uses, by number. */
  readonly wanted: ReadonlyMap<number, Wanted>
  readonly done: ((cells: Float64Array) => void)[]
  readonly failed: ((error: unknown) => void)[]
}

interface Batch {
  readonly fact: FactCube
  /** By what they are counted by. */
  readonly waiting: Map<string, Waiting>
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

  /** The numbers of the cells of a request whose cells are few enough. */
  ask(fact: FactCube, { rows, cells, columns }: ReadySpans, task: DayTask): Promise<Float64Array> {
    const key = `${fact.number} ${rows}`
    if (this.#pending.size === 0) setImmediate(() => this.#flush())
    const wanted = new Map(columns.map((c) => [c, fact.wanted(c)]))
    const batch = this.#pending.get(key) ?? { fact, waiting: new Map<string, Waiting>() }
    this.#pending.set(key, batch)
    const waiting = batch.waiting.get(cells) ?? { task, wanted, done: [], failed: [] }
    batch.waiting.set(cells, waiting)
    return new Promise((done, failed) => {
      waiting.done.push(done)
      waiting.failed.push(failed)
    })
  }

  #flush(): void {
    const batches = this.#pending
    this.#pending = new Map()
    for (const { fact, waiting } of batches.values())
      for (const part of portions([...waiting.values()], this.#threads)) void this.#run(fact, part)
  }

  async #run(fact: FactCube, waiting: readonly Waiting[]): Promise<void> {
    const columns = columnsOf(waiting)
    const task = joined(waiting)
    if (task === undefined) return
    try {
      const cells = await this.#threads.days((run) =>
        this.#threads.arena.using([...columns.values()], (found) => {
          const addresses = new Map([...columns.keys()].map((c, i) => [c, found[i] ?? 0]))
          return run(fact, { ...task, addresses }, task.blocks.length <= this.#fewBlocks)
        }),
      )
      waiting.forEach((w, i) => {
        for (const done of w.done) done(cells[i] ?? new Float64Array())
      })
    } catch (error) {
      for (const w of waiting) for (const failed of w.failed) failed(error)
    }
  }
}

/** The columns that requests use, by number. */
function columnsOf(waiting: readonly Waiting[]): Map<number, Wanted> {
  return new Map(waiting.flatMap((w) => [...w.wanted]))
}

/** One task for all. */
function joined(waiting: readonly Waiting[]): DayTask | undefined {
  const [first] = waiting
  return first && { ...first.task, panes: waiting.flatMap((w) => w.task.panes) }
}

/** Requests whose cells, lists and columns have room together. */
function portions(all: readonly Waiting[], { arena }: Threads): Waiting[][] {
  const out: Waiting[][] = [[]]
  const haveRoom = (waiting: readonly Waiting[]): boolean => {
    const task = joined(waiting)
    if (task === undefined) return true
    const cells = task.panes.reduce((n, { size }) => n + size, 0)
    return cells <= mostCells(task.days) && listBytes(task) <= dayLists && arena.fits([...columnsOf(waiting).values()])
  }
  for (const waiting of all) {
    const last = out.at(-1) ?? []
    if (haveRoom([...last, waiting])) last.push(waiting)
    else out.push([waiting])
  }
  return out
}
