import { execFileSync } from 'node:child_process'

/** Whether everything is tried, not a part of it. */
export const isSoak = process.env['OPENDOCKET_SOAK'] === '1'

/** `npm run soak` asks for the whole number of trials; `npm test` runs about one in a hundred. */
export function trials(whole: number): number {
  return isSoak ? whole : Math.max(1, Math.ceil(whole / 100))
}

/** The seed of this run: fixed in `npm test`, named or new in a soak. */
export const seed = Number(process.env['OPENDOCKET_SEED'] ?? (isSoak ? Date.now() % 2 ** 31 : 1))

/** A line by which a soak can be repeated. */
export function sayTrials(name: string, n: number): void {
  let commit = 'unknown'
  try {
    commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    // Outside a clone there is no commit to name.
  }
  console.info(`${name}: n ${n}, seed ${seed}, commit ${commit}`)
}

/** A small seeded generator of numbers from 0 to 1. */
export function random(from: number): () => number {
  let state = from >>> 0
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}
