import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as errors from '#errors'
import { loadKernel } from './kernel.ts'
import type { LaneError, LaneMessage, LaneStart, LaneTask } from './lane.ts'
import type { TableRead } from './read.ts'

/** The error that was raised in a lane, as it was there. */
function revived({ kind, message, facts, code, stack }: LaneError): Error {
  if (facts !== undefined) {
    const known = { DataError: errors.DataError, NotFoundError: errors.NotFoundError }
    const Kind = kind === 'DataError' || kind === 'NotFoundError' ? known[kind] : errors.OpendocketError
    return new Kind(message, facts)
  }
  const error = new Error(message)
  if (stack !== undefined) error.stack = stack
  return code === undefined ? error : Object.assign(error, { code })
}

export interface LaneOptions {
  readonly input: string
  readonly folder: string
  readonly lanes: number
  /** What to read, in this order. */
  readonly tasks: readonly LaneTask[]
  readonly onProgress: (bytes: number, rows: number) => void
  readonly onTask: (task: LaneTask) => void
  /** Called when a file is read whole. */
  readonly onRead: (read: TableRead) => void
  readonly signal: AbortSignal | undefined
}

/** Gives a lane one task after another until none is left. */
function work(worker: Worker, queue: LaneTask[], options: LaneOptions): Promise<TableRead[]> {
  const reads: TableRead[] = []
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const task = queue.shift()
      worker.postMessage(task ?? 'end')
      if (task !== undefined) options.onTask(task)
    }
    worker.on('message', (message: LaneMessage) => {
      if (message.type === 'progress') options.onProgress(message.bytes, message.rows)
      else if (message.type === 'failed') reject(revived(message.error))
      else {
        reads.push(message.read)
        options.onRead(message.read)
        next()
      }
    })
    worker.on('error', reject)
    worker.on('exit', (code) => {
      if (code === 0) resolve(reads)
      else reject(new Error(`a reader stopped with code ${code}`))
    })
    next()
  })
}

/** Reads the files of a release on several threads. On the first error, or when told to, all are stopped. */
export async function readOnLanes(options: LaneOptions): Promise<TableRead[]> {
  const { input, folder, signal } = options
  signal?.throwIfAborted()
  const module = await loadKernel('rows.ts')
  const queue = [...options.tasks]
  const workers = Array.from({ length: Math.min(options.lanes, queue.length) }, (_, lane) => {
    const start: LaneStart = { lane, input, folder, module }
    return new Worker(join(import.meta.dirname, 'lane.ts'), { workerData: start })
  })
  const stopped = new Promise<never>((_, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  try {
    const all = Promise.all(workers.map((worker) => work(worker, queue, options)))
    return (await Promise.race([all, stopped])).flat()
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
