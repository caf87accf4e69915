import { apportion } from '../base/apportion.ts'
import { type Day, day, fiscalYearOf, workday, yearOf } from '../base/days.ts'
import type { Case, World } from '../base/model.ts'
import { isInactive } from '../base/outcomes.ts'
import { type Court, courts } from '../base/places.ts'
import { type Random, random, wait, weighted, whole } from '../base/random.ts'
import { endings, type Year } from './endings.ts'
import { Life, later, number } from './life.ts'
import { affinity, nationalities } from './nationalities.ts'
import { caseTypes, courtSizes, detainedCourts, filings, season, shares } from './sample.margins.ts'

export interface SampleOptions {
  readonly cases: number
  readonly seed: number
  readonly asOf: Day
  readonly dirt: number
}

/** The release of today in small: every court, code and era that a page has something to say about. */
export function planSample({ cases, seed, asOf, dirt }: SampleOptions): World {
  const rng = random(seed, 1)
  const stage = new Stage(rng, asOf)
  const made: Case[] = []
  for (const [month, count] of months(cases, asOf)) {
    for (let i = 0; i < count; i += 1) made.push(stage.live(workday(month + whole(rng, 0, 29))))
  }
  return { scenario: 'sample', seed, dirt, asOf, cases: number(made), explained: {} }
}

/** First day of each month up to the as-of date, with how many cases are filed in it. */
function months(cases: number, asOf: Day): [Day, number][] {
  const list = filings
    .flatMap(([year, size]) => season.map((share, i) => [monthStart(year, i), size * share] as const))
    .filter(([start]) => start + 29 <= asOf)
  const counts = apportion(
    cases,
    list.map(([, weight]) => weight),
  )
  return list.map(([start], i) => [start, counts[i] ?? 0])
}

function monthStart(fiscalYear: number, month: number): Day {
  const calendar = month < 3 ? fiscalYear - 1 : fiscalYear
  return day(`${calendar}-${String(((month + 9) % 12) + 1).padStart(2, '0')}-01`)
}

/** The mix of endings by calendar year: prosecutorial discretion comes, goes, comes back and goes. */
function mix(year: number): Year {
  return {
    ordered: year < 2009 ? 66 : year < 2017 ? 50 : year < 2021 ? 62 : year < 2025 ? 40 : 66,
    relief: year < 2017 ? 16 : year < 2021 ? 13 : year < 2025 ? 12 : 7,
    closedOther: year < 2018 ? 6 : year < 2021 ? 0.8 : year < 2025 ? 3 : 0,
    closedNew: year < 2025 ? 0 : 1.6,
    pd: shares.pd[year] ?? 0,
    pdInCourt: shares.pdInCourt[year] ?? 0,
    dismissed: shares.dismissed[year] ?? 0,
    unfiled: shares.unfiled[year] ?? 0.2,
  }
}

/** The days from which codes could be used. */
const firsts: Readonly<Record<string, Day>> = {
  U: day('2021-04-15'),
  M: day('2021-07-01'),
  K: day('2025-04-04'),
}

class Stage {
  readonly #rng: Random
  readonly #asOf: Day
  readonly #courts: Map<string, Court>
  readonly #court: (rng: Random) => string
  readonly #type = weighted(caseTypes)
  readonly #nat = new Map<string, (rng: Random) => string>()
  readonly #ending = endings(mix)

  constructor(rng: Random, asOf: Day) {
    this.#rng = rng
    this.#asOf = asOf
    this.#courts = courts('base_city')
    this.#court = weighted(courtSizes.filter(([code]) => this.#courts.has(code)))
  }

  live(filed: Day): Case {
    const rng = this.#rng
    const court = this.#drawCourt()
    const type = this.#type(rng)
    const detained = rng() < (detainedCourts.has(court.code) || type === 'CFR' ? 0.9 : 0.12)
    const life = new Life(rng, this.#asOf, { type, nat: this.#drawNat(court.code, filed), detained })
    if (type === 'RMV' && detained && rng() < 0.03) this.#zeroBond(life, court, filed)
    else life.start(court, filed)
    this.#moves(life)
    this.#close(life)
    this.#comeBack(life, 0)
    return life.case
  }

  /** A shell for a bond hearing, held before any charging document: half of them never become a case. */
  #zeroBond(life: Life, court: Court, filed: Day): void {
    life.start(court, filed)
    if (life.end(later(this.#rng, filed, 9), '', 'X') && this.#rng() < 0.5) {
      const next = later(this.#rng, filed + 10, 25)
      if (next <= this.#asOf) life.start(court, next)
    }
  }

  #moves(life: Life): void {
    for (let moved = 0; moved < 3 && this.#rng() < (moved === 0 ? 0.2 : 0.12); moved += 1) {
      const last = life.last
      if (last?.input === undefined || last.comp !== undefined) return
      const how = this.#rng() < 0.7 ? 'C' : 'T'
      life.move(
        later(this.#rng, last.input, life.case.detained ? 30 : 240),
        how,
        this.#drawCourt(),
        whole(this.#rng, 0, 9),
      )
    }
  }

  /** People in custody wait weeks; others years, and longer the later they came. */
  #close(life: Life): void {
    const last = life.last
    if (last?.input === undefined || last.comp !== undefined) return
    const year = fiscalYearOf(last.input)
    const mean = life.case.detained ? 55 : year < 2014 ? 760 : year < 2019 ? 1150 : year < 2023 ? 1250 : 1150
    const quick = ['CFR', 'RFR', 'CSR'].includes(life.case.type)
    const on = workday(last.input + 3 + Math.ceil(wait(this.#rng, quick ? 12 : mean)))
    if (on > this.#asOf) return
    const [dec, other] = this.#endingOn(life.case.type, on, last.input)
    life.end(Math.max(on, last.input), dec, other)
  }

  /** A code that could not be used that day, or no longer, gives way to a plain one. */
  #endingOn(type: string, on: Day, input: Day): readonly [string, string] {
    const [dec, other] = this.#ending(this.#rng, type, yearOf(on))
    const tooSoon = on < (firsts[dec || other] ?? 0)
    if (other === 'F' && on - input > 400) return ['T', '']
    if (other === 'M' && on > day('2025-01-20')) return ['', 'A']
    return tooSoon ? ['T', ''] : [dec, other]
  }

  /** After an administrative closure a case may be recalendared, in numbers since 2025; after a decision it may be reopened. */
  #comeBack(life: Life, times: number): void {
    const last = life.last
    if (times > 2 || last?.comp === undefined || last.other === 'X' || last.other === 'C' || last.other === 'T') return
    const start = isInactive(last.other) ? this.#recalendar(last.comp) : this.#reopen(last.comp, last.other)
    const court = this.#courts.get(last.court)
    if (start === undefined || start > this.#asOf || court === undefined) return
    life.start(court, start)
    this.#close(life)
    this.#comeBack(life, times + 1)
  }

  #recalendar(closed: Day): Day | undefined {
    const chance = this.#rng()
    const campaign = day('2025-05-01')
    if (chance < 0.22) return later(this.#rng, closed, 900)
    return chance < 0.5 && closed < campaign ? later(this.#rng, campaign, 220) : undefined
  }

  #reopen(closed: Day, other: string): Day | undefined {
    return other === '' && this.#rng() < 0.05 ? later(this.#rng, closed, 420) : undefined
  }

  #drawCourt(): Court {
    const found = this.#courts.get(this.#court(this.#rng))
    if (found === undefined) throw new RangeError('a court without a place')
    return found
  }

  #drawNat(court: string, filed: Day): string {
    const recent = filed > day('2018-06-01')
    const key = `${court}${recent}`
    let draw = this.#nat.get(key)
    if (draw === undefined) {
      draw = weighted(
        nationalities.map(({ code, pending2011, growth }) => {
          const size = Math.max(120, pending2011) * (recent ? growth : 1 + (growth - 1) * 0.12)
          return [code, size * affinity(court, code)] as const
        }),
      )
      this.#nat.set(key, draw)
    }
    return draw(this.#rng)
  }
}
