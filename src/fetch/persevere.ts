import { PassingTrouble } from './problems.ts'
import type { World } from './world.ts'

export interface Patience {
  readonly tries: number
  /** Milliseconds before the second try; doubled for each one after. */
  readonly firstWait: number
  /** Never waits longer than this within one run, whatever the server asks. */
  readonly longestWait: number
}

export const ourPatience: Patience = { tries: 3, firstWait: 1000, longestWait: 30_000 }

/** Half of the pause is sure, half is left to chance. */
function pauseBefore(nextTry: number, patience: Patience, random: number): number {
  const full = Math.min(patience.longestWait, patience.firstWait * 2 ** (nextTry - 2))
  return full / 2 + (full / 2) * random
}

/** Tries again after trouble that may pass; the last trouble is raised, and at once when the server asks for more time than we give. */
export async function persevere<T>(
  work: () => Promise<T>,
  options: {
    readonly world: World
    readonly patience: Patience
    readonly signal: AbortSignal | undefined
    readonly onRetry: (trouble: PassingTrouble, nextTry: number, wait: number) => void
  },
): Promise<T> {
  const { world, patience, signal } = options
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof PassingTrouble) || attempt >= patience.tries) throw error
      const wait = error.wait ?? pauseBefore(attempt + 1, patience, world.random())
      if (wait > patience.longestWait) throw error
      options.onRetry(error, attempt + 1, wait)
      await world.sleep(wait, signal)
    }
  }
}
