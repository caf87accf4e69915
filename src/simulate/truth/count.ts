import { type Day, fiscalYearOf, monthOf } from '../base/days.ts'
import type { Case, Proceeding, World } from '../base/model.ts'
import { outcomeGroup } from '../base/outcomes.ts'
import { eventsOf, isClosed, ordered, type Status, startOf } from './events.ts'
import { Tally } from './tally.ts'

/** A closure as the facts must hold it. */
export interface Closure {
  readonly on: Day
  readonly part: Proceeding
  readonly of: Case
  /** Days since the filing; unknown without a case row. */
  readonly days: number | undefined
}

export function* closures(world: World): Generator<Closure> {
  for (const of of world.cases) {
    const parts = ordered(of)
    const first = parts[0]
    const filed = of.orphan || first === undefined ? undefined : startOf(first)
    for (const part of parts) {
      if (part.comp === undefined || !isClosed(part)) continue
      yield { on: part.comp, part, of, days: filed === undefined ? undefined : part.comp - filed }
    }
  }
}

/** A case starts at the place of its first proceeding. */
export function* filings(world: World): Generator<{ on: Day; of: Case; part: Proceeding }> {
  for (const of of world.cases) {
    const part = of.orphan ? undefined : ordered(of)[0]
    const on = part === undefined ? undefined : startOf(part)
    if (part !== undefined && on !== undefined) yield { on, of, part }
  }
}

/** Every case with a status on the day, at its place then. */
export function* standing(world: World, on: Day): Generator<{ of: Case; part: Proceeding; on: Day; status: Status }> {
  for (const of of world.cases) {
    let now: { at: Proceeding; status: Status } | undefined
    for (const event of eventsOf(of)) if (event.on <= on) now = event
    if (now !== undefined) yield { of, part: now.at, on, status: now.status }
  }
}

type Describe = (of: Case, part: Proceeding, on: Day) => string

/** How each dimension reads a proceeding: its own value, else that of its case. */
export const dimensions = {
  month: (_, __, on) => monthOf(on),
  fiscal_year: (_, __, on) => `FY${fiscalYearOf(on)}`,
  court: (_, part) => part.court,
  hearing_location: (_, part) => `${part.court}.${part.location}`,
  nationality: (of, part) => part.nat ?? of.nat,
  case_type: (of) => of.type,
  outcome_group: (of, part) => outcomeGroup(of.type, part.dec, part.other),
  closure_type: (of, part) => `${of.type}.${part.dec === '' ? 'O' : 'C'}.${part.dec || part.other}`,
} satisfies Record<string, Describe>

export type DimensionId = keyof typeof dimensions

/** Anything that is counted by its proceeding and its day. */
export interface Counted {
  readonly of: Case
  readonly part: Proceeding
  readonly on: Day
}

/** Tallies of a stream by several lists of dimensions at once. */
export function tallies(stream: Iterable<Counted>, lists: readonly (readonly DimensionId[])[]): Tally[] {
  const made = lists.map((by) => new Tally(by))
  for (const { of, part, on } of stream) {
    for (const [i, by] of lists.entries()) made[i]?.add(...by.map((id) => dimensions[id](of, part, on)))
  }
  return made
}
