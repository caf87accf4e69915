import { type Day, workday } from '../base/days.ts'
import { isPd } from '../base/outcomes.ts'
import { type Random, shuffle, wait, weighted } from '../base/random.ts'
import type { Allocation } from './july_2012.allocate.ts'
import { july2012, otherEndings, reliefEndings } from './july_2012.margins.ts'

/** A closure after the base date, before it has a case: when, how, and how long after the filing. */
export interface Ended {
  readonly on: Day
  readonly type: string
  readonly dec: string
  readonly other: string
  days: number
  /** Court and nationality, where the margins say them. */
  readonly cell?: { readonly court: number; readonly nat: number }
}

const { base, asOf, days, windows } = july2012
const june = windows[2].from

/** Shortest wait of a flagged closure: long enough that its case was pending on the base date, whenever it is closed. */
const shortest = asOf - base.on + 3

/** Flagged closures: court by court the nationalities in random order, cut into the stretches; codes within a stretch. */
export function flagged(rng: Random, allocation: Allocation): Ended[] {
  const byWindow: { court: number; nat: number }[][] = windows.map(() => [])
  allocation.pd.forEach((row, court) => {
    const nats = shuffle(
      rng,
      row.flatMap((count, nat) => Array.from({ length: count }, () => nat)),
    )
    let from = 0
    windows.forEach((_, w) => {
      const to = from + (allocation.windows[w]?.[court] ?? 0)
      for (const nat of nats.slice(from, to)) byWindow[w]?.push({ court, nat })
      from = to
    })
  })
  return windows.flatMap((window, w) =>
    shuffle(rng, byWindow[w] ?? []).map((cell, i): Ended => {
      const on = dayIn(rng, window.from, window.to, w === 0 ? 0.6 : 1)
      const waited = shortest + Math.round(wait(rng, days.pd - shortest))
      const dec = i < window.terminated ? 'I' : ''
      return { on, type: rng() < 0.96 ? 'RMV' : 'DEP', dec, other: dec === '' ? 'Y' : '', days: waited, cell }
    }),
  )
}

/** A working day of a stretch; a power below 1 makes the later days likelier. */
function dayIn(rng: Random, from: Day, to: Day, power: number): Day {
  return Math.max(from, workday(from + Math.floor((to - from + 1) * rng() ** power)))
}

/** All other closures between the base date and the end. */
export function unflagged(rng: Random, count: number): Ended[] {
  const relief = weighted(reliefEndings)
  const others = weighted(otherEndings)
  return Array.from({ length: count }, (): Ended => {
    const granted = rng() < 0.18
    const [type, dec, other] = granted ? relief(rng) : others(rng)
    const on = dayIn(rng, base.on + 3, asOf, 1)
    const isQuick = !granted && (['CFR', 'RFR', 'CSR'].includes(type) || rng() < 0.55)
    const waited = granted ? 20 + wait(rng, days.relief - 20) : 2 + wait(rng, isQuick ? 32 : 500)
    return { on, type, dec, other, days: Math.round(waited) }
  })
}

/** Stretches the waits of June so that their means are the published ones. */
export function stretchJune(all: readonly Ended[]): void {
  const inJune = all.filter(({ on }) => on >= june)
  const pd = inJune.filter(({ dec, other }) => isPd(dec, other))
  const relief = inJune.filter(isRelief)
  const rest = inJune.filter((each) => !isPd(each.dec, each.other) && !isRelief(each))
  stretch(pd, days.pd, shortest)
  stretch(relief, days.relief, 2)
  const left = days.all * inJune.length - days.pd * pd.length - days.relief * relief.length
  stretch(rest, left / rest.length, 2)
}

function isRelief({ type, dec }: Ended): boolean {
  return reliefEndings.some(([[t, d]]) => t === type && d === dec)
}

/** Scales what lies above the shortest wait. */
function stretch(list: readonly Ended[], mean: number, least: number): void {
  const now = list.reduce((sum, each) => sum + each.days, 0) / list.length
  const factor = (mean - least) / (now - least)
  for (const each of list) each.days = least + Math.round((each.days - least) * factor)
}
