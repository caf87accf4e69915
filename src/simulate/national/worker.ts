import { parentPort, workerData } from 'node:worker_threads'
import { type Order, type Task, Writing } from './job.ts'

const writing = new Writing(workerData as Order)

/** Each message is a stretch to write; an empty one asks for the counts. */
parentPort?.on('message', (task: Task | null) => {
  if (task === null) parentPort?.postMessage(writing.sums)
  else {
    const stretch = writing.run(task)
    parentPort?.postMessage(
      stretch,
      stretch.parts.map(({ buffer }) => buffer as ArrayBuffer),
    )
  }
})
