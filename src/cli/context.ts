import type { QueryService } from '#query'
import { openDocket } from '../server/docket.ts'
import { dataDirectory } from './settings.ts'

/** What every command gets: the world as arguments. */
export interface Context {
  /** Data, for a pipe. */
  readonly out: (text: string) => void
  /** Talk, for a person. */
  readonly talk: (text: string) => void
  readonly terminal: boolean
  /** The data directory of this call. */
  readonly dataDir: () => string
  /** Opens the published numbers; closed when the command ends. */
  readonly open: () => QueryService
  /** Ends with this exit code without being an error of its own. */
  readonly exit: (code: number) => void
  readonly signal: AbortSignal
}

export interface OpenContext extends Context {
  readonly close: () => Promise<void>
  readonly exitCode: () => number
}

/** The real context of a process. */
export function processContext(data: () => string | undefined, signal: AbortSignal): OpenContext {
  let service: ReturnType<typeof openDocket> | undefined
  let code = 0
  const dataDir = (): string => dataDirectory(data())
  return {
    out: (text) => void process.stdout.write(text),
    talk: (text) => void process.stderr.write(`${text}\n`),
    terminal: process.stderr.isTTY === true,
    dataDir,
    open: () => {
      service ??= openDocket({ dataDir: dataDir() })
      return service
    },
    exit: (n) => {
      code = n
    },
    signal,
    close: async () => service?.close(),
    exitCode: () => code,
  }
}
