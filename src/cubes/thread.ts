import { parentPort, workerData } from 'node:worker_threads'
import { startScanKernel } from './kernel.ts'
import { type ScanFact, type ScanJob, Scanner } from './scan.ts'
import type { SpanJob } from './spans.ts'

/** What a counting thread is started with. */
export interface ThreadStart {
  readonly module: WebAssembly.Module
  readonly memory: WebAssembly.Memory
  /** First byte of its room. */
  readonly room: number
}

export type ThreadOrder =
  | { readonly type: 'open'; readonly cube: number; readonly fact: ScanFact }
  | { readonly type: 'close'; readonly cube: number }
  | { readonly type: 'scan'; readonly id: number; readonly cube: number; readonly job: ScanJob }
  | { readonly type: 'spans'; readonly id: number; readonly cube: number; readonly job: SpanJob }

/** The counts of each pane, or what the days of each cell amount to. */
export type ThreadResult =
  | { readonly counts: readonly Uint32Array<ArrayBuffer>[] }
  | { readonly spans: Float64Array<ArrayBuffer> }

export type ThreadAnswer =
  | { readonly id: number; readonly result: ThreadResult }
  | { readonly id: number; readonly failed: string }

function isStart(data: unknown): data is ThreadStart {
  return typeof data === 'object' && data !== null && 'room' in data
}

const port = parentPort
if (port !== null && isStart(workerData)) {
  const { module, memory, room } = workerData
  const scanner = new Scanner(startScanKernel(module, memory), memory, room)
  const facts = new Map<number, ScanFact>()
  port.on('message', (order: ThreadOrder) => {
    if (order.type === 'open') facts.set(order.cube, order.fact)
    else if (order.type === 'close') facts.delete(order.cube)
    else {
      try {
        const fact = facts.get(order.cube)
        if (fact === undefined) throw new Error('a fact that was not opened')
        if (order.type === 'spans') {
          const spans = scanner.spans(fact, order.job)
          port.postMessage({ id: order.id, result: { spans } }, [spans.buffer])
          return
        }
        const counts = scanner.run(fact, order.job)
        port.postMessage(
          { id: order.id, result: { counts } },
          counts.map((c) => c.buffer),
        )
      } catch (error) {
        port.postMessage({ id: order.id, failed: error instanceof Error ? error.message : String(error) })
      }
    }
  })
}
