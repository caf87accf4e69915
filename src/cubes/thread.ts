import { parentPort, workerData } from 'node:worker_threads'
import { type Layout, startScanKernel } from './kernel.ts'
import { type ScanJob, Scanner } from './scan.ts'

/** What a counting thread is started with. */
export interface ThreadStart {
  readonly module: WebAssembly.Module
  readonly thread: number
}

export type ThreadOrder =
  | {
      readonly type: 'open'
      readonly cube: number
      readonly memory: WebAssembly.Memory
      readonly layout: Layout
      readonly zones: Uint16Array
    }
  | { readonly type: 'close'; readonly cube: number }
  | { readonly type: 'scan'; readonly id: number; readonly cube: number; readonly job: ScanJob }

export type ThreadAnswer =
  | { readonly id: number; readonly counts: readonly Uint32Array[] }
  | { readonly id: number; readonly failed: string }

function isStart(data: unknown): data is ThreadStart {
  return typeof data === 'object' && data !== null && 'thread' in data
}

const port = parentPort
if (port !== null && isStart(workerData)) {
  const { module, thread } = workerData
  const cubes = new Map<number, Scanner>()
  port.on('message', (order: ThreadOrder) => {
    if (order.type === 'open') {
      const { memory, layout, zones } = order
      cubes.set(order.cube, new Scanner(startScanKernel(module, memory), memory, layout, zones, thread))
    } else if (order.type === 'close') cubes.delete(order.cube)
    else {
      try {
        const counts = cubes.get(order.cube)?.run(order.job) ?? []
        port.postMessage(
          { id: order.id, counts },
          counts.map((c) => c.buffer),
        )
      } catch (error) {
        port.postMessage({ id: order.id, failed: error instanceof Error ? error.message : String(error) })
      }
    }
  })
}
