import { type Day, workday } from '../base/days.ts'
import type { Case, Proceeding } from '../base/model.ts'
import type { Court } from '../base/places.ts'
import type { Random } from '../base/random.ts'
import { whole } from '../base/random.ts'

/** Builds the proceedings of one case, one end after another. */
export class Life {
  readonly case: Case
  readonly #rng: Random
  readonly #asOf: Day

  constructor(rng: Random, asOf: Day, start: Omit<Case, 'id' | 'proceedings'>) {
    this.#rng = rng
    this.#asOf = asOf
    this.case = { id: 0, ...start, proceedings: [] }
  }

  /** A proceeding begins, not before the last one ended; the charging document is older than the filing by some weeks. */
  start(court: Court, on: Day): this {
    const input = Math.max(on, this.last?.comp ?? on)
    const first = this.case.proceedings[0]
    const osc = first?.osc ?? input - whole(this.#rng, 1, this.case.detained ? 12 : 70)
    const location = court.draw(this.#rng, this.case.detained)
    this.case.proceedings.push({ id: 0, court: court.code, location, input, osc, comp: undefined, dec: '', other: '' })
    return this
  }

  /** The last proceeding ends, unless that lies beyond the as-of date. Says whether it did. */
  end(on: Day, dec: string, other: string): boolean {
    const last = this.last
    if (last === undefined || last.comp !== undefined || on > this.#asOf) return false
    last.comp = Math.max(on, last.input ?? on)
    last.dec = dec
    last.other = other
    return true
  }

  /** Moved to another court: change of venue (C) or transfer (T). The next proceeding starts a few days on. */
  move(on: Day, how: 'C' | 'T', to: Court, after: number): boolean {
    if (!this.end(on, '', how)) return false
    if (on + after <= this.#asOf) this.start(to, on + after)
    return true
  }

  get last(): Proceeding | undefined {
    return this.case.proceedings.at(-1)
  }
}

/** Numbers cases by filing and proceedings within them: keys rise with time. */
export function number(cases: Case[]): Case[] {
  const startOf = (each: Case) => each.proceedings[0]?.input ?? each.proceedings[0]?.osc ?? 0
  cases.sort((a, b) => startOf(a) - startOf(b))
  let proceeding = 3_000_000
  cases.forEach((each, i) => {
    each.id = 2_000_001 + i
    for (const part of each.proceedings) part.id = ++proceeding
  })
  return cases
}

/** A working day about so many days after. */
export function later(rng: Random, from: Day, meanDays: number): Day {
  return workday(from + Math.ceil(-Math.log(1 - rng()) * meanDays))
}
