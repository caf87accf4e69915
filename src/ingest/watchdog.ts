import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { TryAgainError } from '#errors'
import type { ThreadStart } from './watchdog.thread.ts'

/** Seconds without a sign of life after which an ingest is given up. */
export const usualPatience = 120

/** Processor time, in microseconds a second, below which nothing is being done but waiting. */
const idle = 50_000

/** Reading how much was read is reading too. */
const ownReading = 4096

/** Bytes that this process has read and written since it began; 0 where the system does not say. */
function bytesMoved(): number {
  try {
    const [, read = '0', written = '0'] =
      /^rchar: (\d+)\nwchar: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8')) ?? []
    return Number(read) + Number(written)
  } catch {
    return 0
  }
}

/** Where an ingest is, for the message. */
export interface Whereabouts {
  readonly stage: string
  readonly about: string
}

function stalled(patience: number, at: Whereabouts, disks: string): TryAgainError {
  const where = at.about === '' ? at.stage : `${at.stage} ${at.about}`
  return new TryAgainError(`nothing was read or written for ${patience} seconds, while waiting at: ${where}`, {
    code: 'stalled',
    value: at.about,
    hint: `a disk does not answer: ${disks}; see whether it is there (a network disk?) and try again; what was published stays in use`,
  })
}

/**
 * Watches an ingest: when for so many seconds no bytes came or went and next to no processor time was used, something
 * below us hangs and no error will ever come. Seconds are counted awake: a machine that slept is not stalled.
 */
export class Watchdog {
  readonly #patience: number
  readonly #disks: string
  readonly #stop = new AbortController()
  #at: Whereabouts = { stage: 'open', about: '' }
  #moved = true
  #still = 0
  #cpu = process.cpuUsage()
  #bytes = bytesMoved()
  readonly #beat = new Int32Array(new SharedArrayBuffer(4))

  constructor(patience: number, disks: string) {
    this.#patience = patience
    this.#disks = disks
  }

  /** Aborts when the ingest is given up. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  /** A sign of life. */
  sees(at?: Whereabouts): void {
    this.#moved = true
    if (at !== undefined) this.#at = at
  }

  /** The result of the work, or an error when it stalls; the work itself may then still hang. */
  async guard<T>(work: Promise<T>): Promise<T> {
    const timer = setInterval(() => this.#look(), 1000)
    const thread = this.#thread()
    const given = new Promise<never>((_, reject) => {
      this.signal.addEventListener('abort', () => reject(this.signal.reason), { once: true })
    })
    try {
      return await Promise.race([work, given])
    } finally {
      clearInterval(timer)
      await thread.terminate()
      // Who gave up does not wait for what the work says later.
      work.catch(() => undefined)
      given.catch(() => undefined)
    }
  }

  /** Watches the main thread itself, which may be what hangs. */
  #thread(): Worker {
    const about = { stage: 'a call to the disk', about: '' }
    const workerData: ThreadStart = {
      beat: this.#beat,
      // A little later than this one, which has more to say.
      patience: this.#patience + 5,
      message: stalled(this.#patience, about, this.#disks).explain(),
    }
    const thread = new Worker(join(import.meta.dirname, 'watchdog.thread.ts'), { workerData })
    thread.unref()
    return thread
  }

  #look(): void {
    Atomics.add(this.#beat, 0, 1)
    const { user, system } = process.cpuUsage(this.#cpu)
    this.#cpu = process.cpuUsage()
    const bytes = bytesMoved()
    const busy = this.#moved || user + system > idle || bytes - this.#bytes > ownReading
    this.#bytes = bytes
    this.#moved = false
    this.#still = busy ? 0 : this.#still + 1
    if (this.#still >= this.#patience) this.#stop.abort(stalled(this.#patience, this.#at, this.#disks))
  }
}
