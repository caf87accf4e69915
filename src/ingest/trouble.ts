import { statfs } from 'node:fs/promises'
import { type ErrorFacts, OpendocketError } from '#errors'

/** What an ingest works with, for messages. */
export interface Surroundings {
  readonly input: string
  readonly dataDir: string
  /** As it was asked for; undefined when nothing was. */
  readonly memory: string | undefined
}

/** The machine is in the way, not the release. Nothing was published, and what was published before still is. */
export class MachineError extends OpendocketError {
  override readonly status = 503
}

function size(bytes: number): string {
  if (bytes < 1e6) return `${Math.round(bytes / 1e3)} kB`
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`
}

/** Bytes that are free where a folder lies; undefined when the disk does not say. */
export async function freeBytes(folder: string): Promise<number | undefined> {
  const found = await statfs(folder).catch(() => undefined)
  return found === undefined ? undefined : found.bavail * found.bsize
}

type Kind = 'disk-full' | 'disk-error' | 'disk-read-only' | 'not-permitted' | 'too-many-files' | 'out-of-memory'

const codes: Readonly<Record<string, Kind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EIO: 'disk-error',
  EROFS: 'disk-read-only',
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  ENOMEM: 'out-of-memory',
  ERR_WORKER_OUT_OF_MEMORY: 'out-of-memory',
  ERR_MEMORY_ALLOCATION_FAILED: 'out-of-memory',
}

/** How the engine and the runtime tell of the same. */
const sayings: readonly (readonly [RegExp, Kind])[] = [
  [/no space left on device|disk quota exceeded|max_temp_directory_size|not enough disk space/i, 'disk-full'],
  [/input\/output error|could not (fsync|read|write)|could not read enough bytes/i, 'disk-error'],
  [/read-only file system/i, 'disk-read-only'],
  [/permission denied/i, 'not-permitted'],
  [/too many open files/i, 'too-many-files'],
  [/out of memory|memory allocation failed|allocation failed|failed to allocate|could not allocate/i, 'out-of-memory'],
]

function kindOf(error: unknown): Kind | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth++) {
    const code = 'code' in at && typeof at.code === 'string' ? codes[at.code] : undefined
    if (code !== undefined) return code
    const { message } = at
    const saying = sayings.find(([pattern]) => pattern.test(message.split('\n--- in this statement')[0] ?? ''))
    if (saying !== undefined) return saying[1]
  }
  return undefined
}

/** The first line of what was said, and the file that it names. */
function said(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split('\n')[0] ?? '').slice(0, 300)
}

const stays = 'what was published stays in use, and the next ingest removes what this one left'

async function words(kind: Kind, about: Surroundings): Promise<{ message: string; facts: ErrorFacts }> {
  const { dataDir, input, memory } = about
  const free = await freeBytes(dataDir)
  const left = free === undefined ? '' : `; ${size(free)} are free now`
  const facts = (value: string, hint: string): ErrorFacts => ({ code: kind, value, hint: `${hint}; ${stays}` })
  switch (kind) {
    case 'disk-full':
      return {
        message: `the disk is full: ${dataDir}${left}`,
        facts: facts(dataDir, 'make room (about as much as the zip takes, twice), or name another disk with --data'),
      }
    case 'disk-error':
      return {
        message: `a disk failed while the ingest worked: that of ${dataDir} or of ${input}`,
        facts: facts(dataDir, "look at the system's log; try again, on another disk if it stays"),
      }
    case 'disk-read-only':
      return {
        message: `this disk cannot be written to: ${dataDir}`,
        facts: facts(dataDir, 'name another one with --data'),
      }
    case 'not-permitted':
      return {
        message: `a file may not be read or written: in ${dataDir}, or ${input}`,
        facts: facts(dataDir, 'see that this user may write to the one and read the other'),
      }
    case 'too-many-files':
      return {
        message: 'too many files are open on this machine',
        facts: facts('open files', 'raise the limit (ulimit -n), or close other programs'),
      }
    case 'out-of-memory':
      return {
        message: `the memory did not suffice${memory === undefined ? '' : `: --memory ${memory}`}`,
        facts: facts(memory ?? '2GB', 'give more with --memory, such as --memory 4GB, or fewer --threads'),
      }
  }
}

/** What the machine said no to, in words; any other error as it is. */
export async function explained(error: unknown, about: Surroundings): Promise<unknown> {
  if (error instanceof OpendocketError) return error
  const kind = kindOf(error)
  if (kind === undefined) return error
  const { message, facts } = await words(kind, about)
  return new MachineError(`${message} (${said(error)})`, facts, { cause: error })
}

/** Of the zip's bytes, this share is needed at the very least for what is built; a folder's files are not packed. */
const leastShare = { zip: 0.5, folder: 0.05 }

/** Refuses to begin where the disk has no room in any case. */
export async function checkRoom(dataDir: string, stored: number, form: 'zip' | 'folder'): Promise<void> {
  const needed = stored * leastShare[form]
  const free = await freeBytes(dataDir)
  if (free === undefined || free >= needed) return
  throw new MachineError(
    `the disk has no room for this release: ${dataDir}: ${size(free)} are free, at least ${size(needed)} are needed`,
    {
      code: 'disk-full',
      value: dataDir,
      allowed: `a disk with about ${size(stored * leastShare[form] * 4)} free`,
      hint: 'make room, or name another disk with --data',
    },
  )
}
