import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

/** What this thread is started with: the main thread raises `beat` each second, and `where` holds its last words. */
export interface ThreadStart {
  readonly beat: Int32Array
  readonly patience: number
  readonly message: string
}

const { beat, patience, message } = workerData as ThreadStart
const idle = 50_000

/**
 * The main thread itself can hang in a call to a disk; then it can neither say so nor end. This thread watches it: no
 * beat and next to no processor time for so many seconds, and it speaks and ends the process.
 */
let last = Atomics.load(beat, 0)
let still = 0
let cpu = process.cpuUsage()
setInterval(() => {
  const now = Atomics.load(beat, 0)
  const { user, system } = process.cpuUsage(cpu)
  cpu = process.cpuUsage()
  still = now !== last || user + system > idle ? 0 : still + 1
  last = now
  if (still < patience) return
  writeSync(2, `${message}\n`)
  process.kill(process.pid, 'SIGKILL')
}, 1000)
