import { parentPort, workerData } from 'node:worker_threads'
import { DayCounts, type DayJob } from './day-counts.ts'
import { startDayKernel } from './day-kernel.ts'
import { startScanKernel } from './kernel.ts'
import { type ScanFact, type ScanJob, Scanner } from './scan.ts'
import type { SpanJob } from './spans.ts'

/** What a counting thread is started with. */
export interface ThreadStart {
  readonly modules: { readonly scan: WebAssembly.Module; readonly days: WebAssembly.Module }
  readonly memory: WebAssembly.Memory
  /** First byte of its room. */
  readonly room: number
  /** First byte of the room in which it counts days. */
  readonly dayRoom: number
}

/** What is done for days: rows are counted, by all threads that do; then distributions are read. */
export type DayStep = 'count' | 'read'

export type ThreadOrder =
  | { readonly type: 'open'; readonly cube: number; readonly fact: ScanFact }
  | { readonly type: 'close'; readonly cube: number }
  | { readonly type: 'scan'; readonly id: number; readonly cube: number; readonly job: ScanJob }
  | { readonly type: 'spans'; readonly id: number; readonly cube: number; readonly job: SpanJob }
  | DayOrder

/** Steps of a job that counts days; the first order of a job brings it. */
export interface DayOrder {
  readonly type: 'days'
  readonly id: number
  readonly cube: number
  readonly job?: DayJob
  readonly steps: readonly DayStep[]
}

/** The counts of each pane, what the days of each cell amount to, or the steps that are left. */
export type ThreadResult =
  | { readonly counts: readonly Uint32Array<ArrayBuffer>[] }
  | { readonly spans: Float64Array<ArrayBuffer> }
  | { readonly left: readonly DayStep[]; readonly counts?: readonly Uint32Array<ArrayBuffer>[] }

export type ThreadAnswer =
  | { readonly id: number; readonly result: ThreadResult }
  | { readonly id: number; readonly failed: string }

function isStart(data: unknown): data is ThreadStart {
  return typeof data === 'object' && data !== null && 'room' in data
}

/** Counts for whoever asks. */
class Thread {
  readonly #scanner: Scanner
  readonly #days: DayCounts
  readonly #facts = new Map<number, ScanFact>()

  constructor({ modules, memory, room, dayRoom }: ThreadStart) {
    const scan = startScanKernel(modules.scan, memory)
    this.#scanner = new Scanner(scan, memory, room)
    this.#days = new DayCounts({ scan, days: startDayKernel(modules.days, memory) }, memory, room, dayRoom)
  }

  take(order: ThreadOrder): void {
    if (order.type === 'open') this.#facts.set(order.cube, order.fact)
    else if (order.type === 'close') this.#facts.delete(order.cube)
    else this.#answer(order)
  }

  #answer(order: Extract<ThreadOrder, { readonly id: number }>): void {
    const { id } = order
    try {
      const fact = this.#facts.get(order.cube)
      if (fact === undefined) throw new Error('a fact that was not opened')
      if (order.type === 'days') send({ id, result: this.#step(fact, order) })
      else if (order.type === 'spans') {
        const spans = this.#scanner.spans(fact, order.job)
        send({ id, result: { spans } }, [spans.buffer])
      } else {
        const counts = this.#scanner.run(fact, order.job)
        send(
          { id, result: { counts } },
          counts.map((c) => c.buffer),
        )
      }
    } catch (error) {
      send({ id, failed: error instanceof Error ? error.message : String(error) })
    }
  }

  /** Does what it can of the steps without keeping others waiting; says what is left, and what was counted once all is. */
  #step(fact: ScanFact, { job, steps }: DayOrder): Extract<ThreadResult, { readonly left: unknown }> {
    if (job !== undefined) this.#days.begin(fact, job)
    let counts: readonly Uint32Array<ArrayBuffer>[] | undefined
    for (const [i, step] of steps.entries()) {
      const more = step === 'count' ? this.#days.count() : this.#days.read()
      if (more) return { left: steps.slice(i), ...(counts && { counts }) }
      if (step === 'count') counts = this.#days.counted()
    }
    return { left: [], ...(counts && { counts }) }
  }
}

function send(answer: ThreadAnswer, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, transfer)
}

if (parentPort !== null && isStart(workerData)) {
  const thread = new Thread(workerData)
  parentPort.on('message', (order: ThreadOrder) => thread.take(order))
}
