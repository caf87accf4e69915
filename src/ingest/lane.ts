import { basename, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Table } from '#catalog'
import { type ErrorFacts, OpendocketError } from '#errors'
import { LaneLog } from './log.ts'
import { openSource } from './open.ts'
import type { TableRead } from './read.ts'
import { FileReader } from './read-table.ts'
import { tablePath } from './tables.ts'

/** What a lane is started with. */
export interface LaneStart {
  readonly lane: number
  readonly input: string
  readonly folder: string
  readonly module: WebAssembly.Module
}

/** A file to read. */
export interface LaneTask {
  readonly table: Table
  /** Path inside the release. */
  readonly member: string
}

/** An error on its way out of a lane: its class is lost there, so what makes it up goes along. */
export interface LaneError {
  readonly kind: string
  readonly message: string
  readonly facts: ErrorFacts | undefined
  /** `ENOSPC` and the like. */
  readonly code: string | undefined
  readonly stack: string | undefined
}

export type LaneMessage =
  | { readonly type: 'progress'; readonly bytes: number; readonly rows: number }
  | { readonly type: 'read'; readonly read: TableRead }
  | { readonly type: 'failed'; readonly error: LaneError }

function described(error: unknown): LaneError {
  const known = error instanceof Error ? error : new Error(String(error))
  return {
    kind: known.constructor.name,
    message: known.message,
    facts: known instanceof OpendocketError ? known.facts : undefined,
    code: 'code' in known && typeof known.code === 'string' ? known.code : undefined,
    stack: known.stack,
  }
}

const { lane, input, folder, module } = workerData as LaneStart
const log = new LaneLog(folder, lane)
const reader = new FileReader(module)
const source = openSource(input)

function tell(message: LaneMessage): void {
  parentPort?.postMessage(message)
}

async function read({ table, member }: LaneTask): Promise<TableRead> {
  const found = (await source).members.find((m) => m.path === member)
  if (found === undefined) throw new Error(`no longer in the release: ${member}`)
  let before = 0
  return reader.read({
    table,
    file: basename(member),
    pieces: found.pieces(),
    path: join(folder, tablePath(table)),
    log,
    onBytes: (bytes, rows) => {
      tell({ type: 'progress', bytes, rows: rows - before })
      before = rows
    },
  })
}

/** Reads one file after another, as they are asked for; 'end' closes the lane. */
parentPort?.on('message', (task: LaneTask | 'end') => {
  if (task === 'end') {
    log.close()
    source.then((s) => s.close()).catch(() => undefined)
    parentPort?.close()
    return
  }
  read(task).then(
    (done) => tell({ type: 'read', read: done }),
    (error: unknown) => tell({ type: 'failed', error: described(error) }),
  )
})
