import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { loadKernel } from '../kernel/index.ts'
import type { Arena } from './arena.ts'
import { type DayJob, daysRead, prepareDays } from './day-counts.ts'
import { startScanKernel } from './kernel.ts'
import { type Scan, type ScanFact, type ScanJob, Scanner } from './scan.ts'
import type { SpanJob } from './spans.ts'
import type { DayStep, ThreadAnswer, ThreadOrder, ThreadResult, ThreadStart } from './thread.ts'

interface Waiting {
  readonly done: (result: ThreadResult) => void
  readonly failed: (error: Error) => void
}

interface Lane {
  readonly number: number
  jobs: number
  last: Promise<void>
}

/** The numbers of the cells of each pane of a job, and the rows of those that count rows. */
export interface DayResult {
  readonly cells: readonly Float64Array[]
  readonly counts: readonly Uint32Array[]
}

/** Counts the days of a job. */
export type DayRun = (fact: NumberedFact, job: Omit<DayJob, 'rooms'>, small: boolean) => Promise<DayResult>

/** A fact with a number of its own. */
export interface NumberedFact extends ScanFact {
  readonly number: number
}

/** Threads that count. They start with the first question that is worth it, and keep no process alive. */
export class Threads {
  readonly arena: Arena
  #workers: Promise<readonly Worker[]> | undefined
  #module: Promise<WebAssembly.Module> | undefined
  #here: Scanner | undefined
  readonly #waiting = new Map<number, Waiting>()
  readonly #known = new Set<number>()
  #next = 0
  #days: Promise<unknown> = Promise.resolve()
  /** Jobs that wait for each thread, or are in it. */
  readonly #lanes: Lane[]

  constructor(arena: Arena) {
    this.arena = arena
    this.#lanes = arena.rooms.slice(1).map((_, number) => ({ number, jobs: 0, last: Promise.resolve() }))
  }

  /** Counts a small job at once, in this thread. */
  async runHere(fact: NumberedFact, job: ScanJob): Promise<readonly Uint32Array[]> {
    return (await this.#scanner()).run(fact, job)
  }

  /** Collects days at once, in this thread. */
  async spansHere(fact: NumberedFact, job: SpanJob): Promise<Float64Array> {
    return (await this.#scanner()).spans(fact, job)
  }

  /**
   * Collects days in one thread, that with the fewest jobs before this one. `use` is called when the thread is free, so that
   * no job holds memory while it waits for its turn; it gets what to do the job with.
   */
  spans<T>(fact: NumberedFact, use: (run: (job: SpanJob) => Promise<Float64Array>) => Promise<T>): Promise<T> {
    const lane = this.#lanes.toSorted((x, y) => x.jobs - y.jobs)[0] ?? { number: 0, jobs: 0, last: Promise.resolve() }
    lane.jobs++
    const done = lane.last.then(() => use((job) => this.#spansIn(lane.number, fact, job)))
    const leave = (): void => {
      lane.jobs--
    }
    lane.last = done.then(leave, leave)
    return done
  }

  async #spansIn(lane: number, fact: NumberedFact, job: SpanJob): Promise<Float64Array> {
    const worker = (await this.#open(fact))[lane]
    if (worker === undefined) throw new Error('there is no thread to count with')
    const result = await this.#ask(worker, { type: 'spans', id: this.#next++, cube: fact.number, job })
    if (!('spans' in result)) throw new Error('a thread that answered something else')
    return result.spans
  }

  /**
   * Counts days, one job after the other, since a job takes the rooms of its threads: all, or one for a small job. `use` is
   * called when its turn has come; it gets what to do the job with. Counts of others come in between.
   */
  days<T>(use: (run: DayRun) => Promise<T>): Promise<T> {
    const done = this.#days.then(() => use((fact, job, small) => this.#daysIn(fact, job, small)))
    // What a job that broke left in the rooms of its threads is taken away by those that follow them.
    this.#days = done.catch((error: unknown) => this.#fail(error))
    return done
  }

  async #daysIn(fact: NumberedFact, job: Omit<DayJob, 'rooms'>, small: boolean): Promise<DayResult> {
    const workers = await this.#open(fact)
    const { memory, dayRooms } = this.arena
    const used = small ? workers.slice(0, 1) : workers
    const whole: DayJob = { ...job, rooms: dayRooms.slice(0, used.length) }
    prepareDays(memory, whole)
    const each = (steps: readonly DayStep[], begins: boolean): Promise<readonly (readonly Uint32Array[])[]> =>
      Promise.all(used.map((worker) => this.#daySteps(worker, fact, steps, begins ? whole : undefined)))
    const counts = await each(small ? ['count', 'read'] : ['count'], true)
    if (!small) await each(['read'], false)
    return { cells: daysRead(memory, whole), counts: sums(counts) }
  }

  async #daySteps(
    worker: Worker,
    { number: cube }: NumberedFact,
    steps: readonly DayStep[],
    job: DayJob | undefined,
  ): Promise<readonly Uint32Array[]> {
    let begun = job
    let counts: readonly Uint32Array[] = []
    for (let left = steps; left.length > 0; begun = undefined) {
      const id = this.#next++
      const result = await this.#ask(worker, { type: 'days', id, cube, steps: left, ...(begun && { job: begun }) })
      if (!('left' in result)) throw new Error('a thread that answered something else')
      left = result.left
      counts = result.counts ?? counts
    }
    return counts
  }

  /** Counts a job on each thread, a part of its blocks each; returns the sums. */
  async run(fact: NumberedFact, job: ScanJob): Promise<readonly Uint32Array[]> {
    const workers = await this.#open(fact)
    const answers = await Promise.all(
      workers.map((worker, i) => {
        const part = partOf(job, i, workers.length)
        return this.#ask(worker, { type: 'scan', id: this.#next++, cube: fact.number, job: part })
      }),
    )
    return sums(answers.map((answer) => ('counts' in answer ? (answer.counts ?? []) : [])))
  }

  async #scanner(): Promise<Scanner> {
    const module = await this.module()
    const { memory, rooms } = this.arena
    this.#here ??= new Scanner(startScanKernel(module, memory), memory, rooms.at(-1) ?? 0)
    return this.#here
  }

  /** The threads, all of which know a fact. */
  async #open(fact: NumberedFact): Promise<readonly Worker[]> {
    const workers = await this.#start()
    const { number: cube, rows, widths, zones } = fact
    if (this.#known.has(cube)) return workers
    this.#known.add(cube)
    for (const worker of workers) send(worker, { type: 'open', cube, fact: { rows, widths, zones } })
    return workers
  }

  /** Lets go of a fact. */
  forget(cube: number): void {
    if (!this.#known.delete(cube)) return
    void this.#workers?.then((workers) => {
      for (const worker of workers) send(worker, { type: 'close', cube })
    })
  }

  async close(): Promise<void> {
    const workers = this.#workers
    this.#workers = undefined
    await Promise.all(((await workers) ?? []).map((w) => w.terminate()))
  }

  /** The kernel, compiled once. */
  module(): Promise<WebAssembly.Module> {
    this.#module ??= loadKernel('scan.ts')
    this.#module.catch(() => {
      this.#module = undefined
    })
    return this.#module
  }

  #start(): Promise<readonly Worker[]> {
    this.#workers ??= Promise.all([this.module(), loadKernel('days.ts')]).then(([scan, days]) => {
      const { memory, rooms, dayRooms } = this.arena
      return dayRooms.map((dayRoom, i) =>
        this.#startOne({ modules: { scan, days }, memory, room: rooms[i] ?? 0, dayRoom }),
      )
    })
    return this.#workers
  }

  #startOne(start: ThreadStart): Worker {
    const worker = new Worker(join(import.meta.dirname, 'thread.ts'), { workerData: start })
    worker.on('message', (answer: ThreadAnswer) => {
      const waiting = this.#waiting.get(answer.id)
      this.#waiting.delete(answer.id)
      if ('result' in answer) waiting?.done(answer.result)
      else waiting?.failed(new Error(answer.failed))
      if (this.#waiting.size === 0) this.#rest()
    })
    worker.on('error', (error) => this.#fail(error))
    worker.unref()
    return worker
  }

  /** Nothing is being counted: no thread keeps the process alive. */
  #rest(): void {
    void this.#workers?.then((workers) => {
      if (this.#waiting.size === 0) for (const worker of workers) worker.unref()
    })
  }

  /** A thread that broke takes every question with it; the next one starts anew. */
  #fail(error: unknown): void {
    const reason = error instanceof Error ? error : new Error(String(error))
    for (const waiting of this.#waiting.values()) waiting.failed(reason)
    this.#waiting.clear()
    this.#known.clear()
    void this.close()
  }

  #ask(worker: Worker, order: Extract<ThreadOrder, { readonly id: number }>): Promise<ThreadResult> {
    return new Promise((done, failed) => {
      this.#waiting.set(order.id, { done, failed })
      worker.ref()
      send(worker, order)
    })
  }
}

function send(worker: Worker, order: ThreadOrder): void {
  worker.postMessage(order)
}

/** Every n-th block: so that each thread gets as much of each place. */
function partOf(job: ScanJob, part: number, parts: number): ScanJob {
  return { ...job, scans: job.scans.map((scan) => ({ ...scan, ...blocksOf(scan, part, parts) })) }
}

function blocksOf({ blocks, needed }: Scan, part: number, parts: number): Pick<Scan, 'blocks' | 'needed'> {
  const own = { blocks: new Uint32Array(blocks.length), needed: new Uint16Array(blocks.length) }
  let n = 0
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] ?? 0
    if (block % parts !== part) continue
    own.blocks[n] = block
    own.needed[n] = needed[i] ?? 0
    n++
  }
  return { blocks: own.blocks.slice(0, n), needed: own.needed.slice(0, n) }
}

function sums(answers: readonly (readonly Uint32Array[])[]): readonly Uint32Array[] {
  const [first = [], ...others] = answers
  for (const other of others) {
    first.forEach((counts, pane) => {
      const more = other[pane]
      if (more === undefined) return
      for (let i = 0; i < counts.length; i++) counts[i] = (counts[i] ?? 0) + (more[i] ?? 0)
    })
  }
  return first
}
