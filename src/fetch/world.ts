import { statfs } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

/** Everything outside that a download depends on. */
export interface World {
  readonly fetch: (url: URL, init: RequestInit) => Promise<Response>
  readonly now: () => Date
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** From 0 to 1: spreads the retries of many machines that broke off at the same moment. */
  readonly random: () => number
  /** Bytes that this user may still write where a folder lies. */
  readonly freeBytes: (folder: string) => Promise<number>
}

export const realWorld: World = {
  fetch: (url, init) => fetch(url, init),
  now: () => new Date(),
  sleep: (milliseconds, signal) => pause(milliseconds, undefined, signal === undefined ? {} : { signal }),
  random: Math.random,
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  },
}
