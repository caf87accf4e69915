import { apportion, fitMargins } from '../base/apportion.ts'
import { courts2012, eagerness, exactBases, july2012, nationalities2012 } from './july_2012.margins.ts'
import { affinity, nationalities } from './nationalities.ts'

/** How many of what: whole numbers with exactly the published sums, the same for every seed. */
export interface Allocation {
  readonly courts: readonly string[]
  readonly nats: readonly string[]
  /** Pending on the base date, court by nationality. */
  readonly base: readonly (readonly number[])[]
  /** Flagged closures, court by nationality. */
  readonly pd: readonly (readonly number[])[]
  /** Flagged closures, window by court. */
  readonly windows: readonly (readonly number[])[]
}

export function allocate(): Allocation {
  const courts = courts2012.map(([code]) => code)
  const nats = nationalities.map(({ code }) => code)
  const courtBase = courtBases()
  const natBase = natBases()
  const total = july2012.base.pending
  const base = fitMargins(
    courtBase,
    natBase,
    courts.map((court, c) =>
      nats.map((nat, n) => (affinity(court, nat) * (courtBase[c] ?? 0) * (natBase[n] ?? 0)) / total),
    ),
  )
  const windows = july2012.windows.map(({ pd }, w) => windowOf(w, pd, courtBase))
  const pd = fitMargins(
    courts.map((_, c) => windows.reduce((sum, window) => sum + (window[c] ?? 0), 0)),
    natPd(natBase),
    base,
  )
  return { courts, nats, base, pd, windows }
}

function courtBases(): number[] {
  const exact = courts2012.map(([code, base]) => (exactBases.has(code) ? base : 0))
  const left = july2012.base.pending - exact.reduce((sum, base) => sum + base, 0)
  const shared = apportion(
    left,
    courts2012.map(([code, base]) => (exactBases.has(code) ? 0 : base)),
  )
  return exact.map((base, c) => base + (shared[c] ?? 0))
}

function natBases(): number[] {
  const exact = nationalities.map(({ code }) => nationalities2012[code]?.pending ?? 0)
  const left = july2012.base.pending - exact.reduce((sum, base) => sum + base, 0)
  const shared = apportion(
    left,
    nationalities.map(({ pending2011 }, n) => (exact[n] ? 0 : pending2011)),
  )
  return exact.map((base, n) => base + (shared[n] ?? 0))
}

/** Courts without a count of their own share what is left by size and eagerness. */
function windowOf(w: number, total: number, courtBase: readonly number[]): number[] {
  const given = courts2012.map(([, , pd]) => pd?.[w] ?? 0)
  const left = total - given.reduce((sum, count) => sum + count, 0)
  const shared = apportion(
    left,
    courts2012.map(([code, , pd], c) => (pd === undefined ? (courtBase[c] ?? 0) ** 0.93 * (eagerness[code] ?? 1) : 0)),
  )
  return given.map((count, c) => count + (shared[c] ?? 0))
}

/** Given counts stand; the others of the 50 largest stay between their bounds; the small ones take what comes. */
function natPd(natBase: readonly number[]): number[] {
  const { largest, above, below } = july2012.between
  const smallest = [...natBase].sort((a, b) => b - a)[largest - 1] ?? 0
  const given = nationalities.map(({ code }) => nationalities2012[code]?.pd)
  const low = natBase.map((base, n) => given[n] ?? (base >= smallest ? Math.ceil(base * above) : 0))
  const high = natBase.map((base, n) => given[n] ?? Math.floor(base * (base >= smallest ? below : 0.05)))
  const total = july2012.windows.reduce((sum, { pd }) => sum + pd, 0)
  const left = total - low.reduce((sum, count) => sum + count, 0)
  const room = high.map((count, n) => count - (low[n] ?? 0))
  const extra = apportion(
    left,
    natBase.map((base, n) => (given[n] === undefined ? base * (0.5 + ((n * 7) % 11) / 10) : 0)),
    room,
  )
  return low.map((count, n) => count + (extra[n] ?? 0))
}
