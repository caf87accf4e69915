import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Order, Stretch, Task } from './job.ts'
import type { Sums } from './tally.ts'

/** Stretches a worker that may lie ready before they are read. */
const ahead = 4

/** Workers that write stretches of a release; what comes out does not depend on how many they are. */
export class Crew implements AsyncDisposable {
  readonly #workers: Worker[]

  constructor(order: Order, size: number) {
    const make = () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: order })
    this.#workers = Array.from({ length: size }, make)
  }

  /** The stretches in the order of their tasks. */
  async *run(tasks: readonly Task[]): AsyncGenerator<Stretch> {
    const ready = new Map<number, Stretch>()
    const idle: Worker[] = []
    let next = 0
    let read = 0
    let news = expected()
    const give = (worker: Worker): void => {
      const task = tasks[next]
      if (task === undefined || next >= read + ahead * this.#workers.length) {
        idle.push(worker)
        return
      }
      const at = next
      next += 1
      worker.once('message', (stretch: Stretch) => {
        ready.set(at, stretch)
        give(worker)
        news.resolve()
      })
      worker.postMessage(task)
    }
    for (const worker of this.#workers) {
      worker.once('error', (error) => news.reject(error))
      give(worker)
    }
    for (; read < tasks.length; read += 1) {
      for (const worker of idle.splice(0)) give(worker)
      for (let found = ready.get(read); ; found = ready.get(read)) {
        if (found !== undefined) {
          ready.delete(read)
          yield found
          break
        }
        await news.promise
        news = expected()
      }
    }
  }

  /** What each worker has counted. */
  async sums(): Promise<Sums[]> {
    return Promise.all(
      this.#workers.map(async (worker) => {
        const answer = once(worker, 'message')
        worker.postMessage(null)
        return (await answer)[0] as Sums
      }),
    )
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}

/** News that nobody waits for yet may be bad without ending the process: whoever waits next hears it. */
function expected(): PromiseWithResolvers<void> {
  const news = Promise.withResolvers<void>()
  news.promise.catch(() => {})
  return news
}
