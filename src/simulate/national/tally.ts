import { type Day, dateText } from '../base/days.ts'
import { outcomeGroup } from '../base/outcomes.ts'
import type { Cell, Row } from '../truth/tally.ts'
import { fiscalYear } from './days.ts'
import type { Life } from './life.ts'
import { types } from './margins.ts'
import type { Pools } from './pools.ts'
import { never } from './sheet.ts'

const groups = [
  'removal_order',
  'voluntary_departure',
  'relief',
  'termination',
  'dismissal',
  'admin_closure',
  'no_charging_document',
  'review_upheld',
  'review_vacated',
  'other',
] as const

const letters = (text: string) => new Set([...text].map((letter) => letter.charCodeAt(0)))
const [moved, inactive, flagged, shell] = [letters('CT'), letters('YMABKPH'), letters('YM'), 88]
const firstYear = 1980
/** Months of which it is told how complete they are. */
const ages = 12

/** Group of each ending, by type, column and letter. */
const groupOf = new Uint8Array(types.length * 256 * 2)
for (const [t, type] of types.entries()) {
  for (let code = 65; code <= 90; code += 1) {
    const letter = String.fromCharCode(code)
    groupOf[t * 2 * 256 + code] = groups.indexOf(outcomeGroup(type, letter, '') as 'other')
    groupOf[(t * 2 + 1) * 256 + code] = groups.indexOf(outcomeGroup(type, '', letter) as 'other')
  }
}

/** Counts that a worker makes while it writes proceedings; those of all workers add up. */
export interface Sums {
  readonly filings: Float64Array
  readonly filingsByCourt: Float64Array
  readonly closures: Float64Array
  readonly closuresByCourt: Float64Array
  readonly groups: Float64Array
  readonly completions: Float64Array
  readonly flagged: Float64Array
  readonly flaggedByCourt: Float64Array
  /** By date, then court. */
  readonly pending: Float64Array
  readonly inactive: Float64Array
  readonly pendingByNat: Float64Array
  /** Days to closure and closures, by fiscal year of the closure. */
  readonly days: Float64Array
  readonly timed: Float64Array
  /** Closures by age in months at the as-of date: those that are entered, and those that are not yet. */
  readonly entered: Float64Array
  readonly late: Float64Array
}

export class Tally {
  readonly sums: Sums
  readonly #dates: readonly Day[]
  readonly #courts: number

  constructor(pools: Pools, dates: readonly Day[]) {
    this.#dates = dates
    this.#courts = pools.court.count + 1
    const years = () => new Float64Array(100)
    const courts = () => new Float64Array(this.#courts)
    this.sums = {
      filings: years(),
      filingsByCourt: courts(),
      closures: years(),
      closuresByCourt: courts(),
      groups: new Float64Array(groups.length),
      completions: years(),
      flagged: years(),
      flaggedByCourt: courts(),
      pending: new Float64Array(dates.length * this.#courts),
      inactive: new Float64Array(dates.length * this.#courts),
      pendingByNat: new Float64Array(pools.nat.count + 1),
      days: years(),
      timed: years(),
      entered: new Float64Array(ages),
      late: new Float64Array(ages),
    }
  }

  /** Counts a case. Without its row only its closures count; rows that the release lacks count in nothing. */
  add(life: Life, lacksCase: boolean, isLacking: (i: number) => boolean): void {
    const { sums } = this
    let filed = never
    let last = -1
    for (let i = 0; i < life.count; i += 1) {
      if (life.other[i] === shell || isLacking(i)) continue
      const start = life.start[i] ?? 0
      const court = life.court[i] ?? 0
      if (!lacksCase && filed === never) {
        filed = start
        up(sums.filings, fiscalYear(start) - firstYear)
        up(sums.filingsByCourt, court)
      }
      if (!lacksCase && last >= 0) this.#between(life, last, life.comp[last] ?? 0, start)
      const comp = life.comp[i] ?? never
      if (!lacksCase) this.#pending(life, i, start, comp === never ? 1e9 : comp)
      if (comp !== never && !moved.has(life.other[i] ?? 0)) this.#closed(life, i, comp, filed)
      last = i
    }
    if (last >= 0 && life.late !== never) this.#aged(sums.late, life.late)
    const comp = last < 0 ? never : (life.comp[last] ?? never)
    if (!lacksCase && comp !== never) this.#between(life, last, comp, 1e9)
  }

  #closed(life: Life, i: number, comp: Day, filed: Day): void {
    const { sums } = this
    const [dec, other] = [life.dec[i] ?? 0, life.other[i] ?? 0]
    const year = fiscalYear(comp) - firstYear
    this.#aged(sums.entered, comp)
    up(sums.closures, year)
    up(sums.closuresByCourt, life.court[i] ?? 0)
    up(sums.groups, groupOf[(life.type * 2 + (dec === 0 ? 1 : 0)) * 256 + (dec || other)] ?? 9)
    if (dec !== 0) up(sums.completions, year)
    if (flagged.has(other)) {
      up(sums.flagged, year)
      up(sums.flaggedByCourt, life.court[i] ?? 0)
    }
    if (filed === never) return
    up(sums.timed, year)
    sums.days[year] = (sums.days[year] ?? 0) + comp - filed
  }

  #aged(into: Float64Array, on: Day): void {
    const asOf = this.#dates.at(-1) ?? 0
    if (asOf - on > 31 * ages) return
    const age = monthNumber(asOf) - monthNumber(on)
    if (age < ages) up(into, age)
  }

  /** After a move a case is pending where it was until it starts again; after an administrative closure it is inactive. */
  #between(life: Life, i: number, from: Day, to: Day): void {
    const other = life.other[i] ?? 0
    if (moved.has(other)) this.#pending(life, i, from, to)
    else if (inactive.has(other)) this.#stand(this.sums.inactive, life.court[i] ?? 0, from, to)
  }

  #pending(life: Life, i: number, from: Day, to: Day): void {
    this.#stand(this.sums.pending, life.court[i] ?? 0, from, to)
    const last = this.#dates.at(-1) ?? 0
    if (from <= last && to > last) up(this.sums.pendingByNat, life.nat)
  }

  #stand(into: Float64Array, court: number, from: Day, to: Day): void {
    for (let d = 0; d < this.#dates.length; d += 1) {
      const on = this.#dates[d] ?? 0
      if (from <= on && to > on) up(into, d * this.#courts + court)
    }
  }
}

function monthNumber(of: Day): number {
  const text = dateText(of)
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
}

/** Share of the closures of each recent month that is entered, by month. */
export function completeness(sums: Sums, asOf: Day): Record<string, number> {
  const now = monthNumber(asOf) - 1
  return Object.fromEntries(
    Array.from({ length: ages }, (_, age) => {
      const month = now - age
      const [entered, late] = [sums.entered[age] ?? 0, sums.late[age] ?? 0]
      const name = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
      return [name, entered + late === 0 ? 1 : entered / (entered + late)]
    }),
  )
}

function up(counts: Float64Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1
}

/** Adds the counts of another worker. */
export function join(into: Sums, from: Sums): void {
  for (const key of Object.keys(into) as (keyof Sums)[]) {
    from[key].forEach((count, i) => {
      into[key][i] = (into[key][i] ?? 0) + count
    })
  }
}

/** The right answers, from the counts of all cases. */
export function cells(sums: Sums, pools: Pools, dates: readonly Day[]): Cell[] {
  const rows = (measure: string, dimension: string, counts: Float64Array, label: (i: number) => string): Row[] =>
    [...counts.entries()].flatMap(([i, count]) => (count === 0 ? [] : [{ [dimension]: label(i), [measure]: count }]))
  const total = (measure: string, counts: Float64Array, rest = ''): Cell => ({
    query: `measures=${measure}${rest}`,
    rows: [{ [measure]: counts.reduce((sum, count) => sum + count, 0) }],
  })
  const by = (measure: string, dimension: string, counts: Float64Array, label: (i: number) => string, rest = '') => ({
    query: `measures=${measure}&by=${dimension}${rest}`,
    rows: rows(measure, dimension, counts, label).sort((a, b) =>
      String(a[dimension]) < String(b[dimension]) ? -1 : 1,
    ),
  })
  const year = (i: number) => `FY${firstYear + i}`
  const court = (i: number) => pools.court.list[i] ?? ''
  const size = pools.court.count + 1
  const at = (counts: Float64Array, d: number) => counts.slice(d * size, (d + 1) * size)
  const stocks = dates.flatMap((on, d): Cell[] => {
    const to = `&to=${dateText(on)}`
    const pending = at(sums.pending, d)
    const isLast = d === dates.length - 1
    return [
      total('pending', pending, to),
      by('pending', 'court', pending, court, to),
      total('inactive', at(sums.inactive, d), to),
      ...(isLast ? [by('inactive', 'court', at(sums.inactive, d), court, to)] : []),
      ...(isLast ? [by('pending', 'nationality', sums.pendingByNat, (i) => pools.nat.list[i] ?? '', to)] : []),
    ]
  })
  return [
    total('filings', sums.filings),
    by('filings', 'fiscal_year', sums.filings, year),
    by('filings', 'court', sums.filingsByCourt, court),
    total('closures', sums.closures),
    by('closures', 'fiscal_year', sums.closures, year),
    by('closures', 'outcome_group', sums.groups, (i) => groups[i] ?? 'other'),
    by('closures', 'court', sums.closuresByCourt, court),
    by('completions', 'fiscal_year', sums.completions, year),
    total('pd_closures', sums.flagged),
    by('pd_closures', 'fiscal_year', sums.flagged, year),
    by('pd_closures', 'court', sums.flaggedByCourt, court),
    ...stocks,
    ...means(sums, dates.at(-1) ?? 0),
  ]
}

/** Mean days to closure in the last three whole fiscal years. */
function means(sums: Sums, asOf: Day): Cell[] {
  const last = fiscalYear(asOf + 1) - 1
  return [last - 2, last - 1, last].map((year) => {
    const count = sums.timed[year - firstYear] ?? 0
    return {
      query: `measures=days_to_closure&from=FY${year}&to=FY${year}`,
      rows: count === 0 ? [] : [{ days_to_closure: (sums.days[year - firstYear] ?? 0) / count }],
    }
  })
}
