import { type Day, dateText, day, workday } from '../base/days.ts'
import { Chance, Draw, hash } from './chance.ts'
import { calendarYear, firstDay, fiscalYear } from './days.ts'
import { backlog, endings, filings, season, shares, smallEndings, typeShares, types } from './margins.ts'
import { type Court, manyCourts, newcomers, type Pools, poolsOf } from './pools.ts'
import { never } from './sheet.ts'

/** What fixes a national release. */
export interface Setting {
  readonly seed: number
  /** Cases of the first release of the series. */
  readonly cases: number
  /** Last day of the first release. */
  readonly first: Day
  /** How many months after the first. */
  readonly month: number
  readonly dirt: number
}

const most = 12

/** One case at a date: used again for the next case. Proceedings in order; codes are the letters' codes. */
export class Life {
  index = 0
  id = 0
  type = 0
  nat = 0
  /** D, N or R. */
  custody = 78
  /** Proceedings so far. */
  count = 0
  osc = never
  filed = never
  isOrphan = false
  /** The case row does not say the nationality; then its proceedings do. */
  lacksNat = false
  readonly court = new Int32Array(most)
  readonly location = new Int32Array(most)
  readonly judge = new Int32Array(most)
  readonly input = new Int32Array(most)
  /** INPUT_DATE, or what stands for it. */
  readonly start = new Int32Array(most)
  readonly comp = new Int32Array(most)
  /** The day on which it really ended, whether the release says so yet or not. */
  readonly ended = new Int32Array(most)
  /** A closure that is not entered yet: its day. */
  late = never
  readonly dec = new Int32Array(most)
  readonly other = new Int32Array(most)
  asOf: Day = 0

  /** The key of a proceeding: it rises within a case, and stays when the case goes on. */
  proceeding(i: number): number {
    return proceedingKey(this.index, i)
  }

  /** Until when the proceeding was open, seen from the as-of date. */
  until(i: number): Day {
    const ended = this.ended[i] ?? never
    return ended === never ? this.asOf : ended
  }
}

export function proceedingKey(index: number, i: number): number {
  return i < 4 ? 3_000_000 + index * 4 + i : 100_000_000 + index * 8 + i - 4
}

export const firstCase = 2_000_001

const [Y, M, K, U, F, A, T, C, X] = [...'YMKUFATCX'].map((letter) => letter.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
]
const admin = new Set([...'YMABKPH'].map((letter) => letter.charCodeAt(0)))
const since = { [U]: day('2021-04-15'), [M]: day('2021-07-01'), [K]: day('2025-04-04'), [Y]: day('2011-12-16') }
/** Moves, which the court that takes over enters at once. */
const moves = new Set([C + 256, T + 256])
const quick = new Set([5, 6, 7])
const campaign = day('2025-05-01')

/** Codes with their draw; an OTHER_COMP is kept as its letter's code plus 256. */
interface Endings {
  readonly codes: readonly number[]
  readonly draw: Draw
}

function endingsOf(mix: Readonly<Record<string, number>>): Endings {
  const codes = Object.keys(mix).map((key) => key.charCodeAt(1) + (key.startsWith('o') ? 256 : 0))
  return { codes, draw: new Draw(Object.values(mix)) }
}

/** Everything that lives are drawn from. Each case can be told alone, from the seed and its number. */
export class Nation {
  readonly pools: Pools
  readonly setting: Setting
  /** Cases up to each month of the series. */
  readonly totals: readonly number[]
  readonly asOfs: readonly Day[]
  readonly #chance: Chance
  readonly #upTo: Float64Array
  readonly #opening: Day
  readonly #hazard: Float64Array
  readonly #dayAt: Int32Array
  readonly #types: readonly (readonly [number, Draw])[]
  readonly #endings: readonly (readonly [number, Endings])[]
  readonly #small: ReadonlyMap<number, Endings>

  constructor(setting: Setting, asOfs: readonly Day[]) {
    this.setting = setting
    this.asOfs = asOfs
    this.pools = poolsOf(setting.seed)
    this.#chance = new Chance(setting.seed)
    const monthly = Math.round(setting.cases * shares.growth)
    this.totals = asOfs.map((_, month) => setting.cases + month * monthly)
    this.#opening = day(`${(filings[0]?.[0] ?? 1983) - 1}-10-01`)
    this.#upTo = cumulated(this.#opening, setting.first, setting.cases)
    this.#hazard = hazards()
    this.#dayAt = inverted(this.#hazard)
    this.#types = typeShares.map(([until, list]) => [Math.round((until - 1970) * 365.2425), new Draw(list)] as const)
    this.#endings = endings.map(([until, mix]) => [until, endingsOf(mix)] as const)
    this.#small = new Map(
      Object.entries(smallEndings).map(([type, mix]) => [types.indexOf(type as 'RMV'), endingsOf(mix)]),
    )
  }

  get cases(): number {
    return this.totals[this.setting.month] ?? 0
  }

  get asOf(): Day {
    return this.asOfs[this.setting.month] ?? 0
  }

  /** The case that a family is named by: the case itself, or one shortly before it. */
  head(index: number): number {
    let at = index
    while (at > index - 6 && at > 0 && this.#isRider(at)) at -= 1
    return at
  }

  #isRider(index: number): boolean {
    return index % 7 !== 0 && this.#chance.begin(41, index).is(shares.rider * 1.18)
  }

  /** Day on which a case came to court. */
  filedOn(index: number): Day {
    const { cases } = this.setting
    if (index >= cases) return this.#later(index)
    let low = 0
    let high = this.#upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#upTo[middle] ?? 0) > index + 0.5) high = middle
      else low = middle + 1
    }
    return Math.max(workday(this.#opening + low), this.#opening)
  }

  #later(index: number): Day {
    const month = this.totals.findIndex((total) => index < total)
    const [from, to] = [this.asOfs[month - 1] ?? 0, this.asOfs[month] ?? 0]
    const [first, last] = [this.totals[month - 1] ?? 0, this.totals[month] ?? 1]
    return Math.max(from + 1, workday(from + 1 + Math.floor(((index - first) / (last - first)) * (to - from))))
  }

  /** Tells a case as it stood on a day. */
  tell(index: number, asOf: Day, life: Life): Life {
    const chance = this.#chance
    const head = this.head(index)
    const filed = this.filedOn(head)
    life.index = index
    life.id = firstCase + index
    life.asOf = asOf
    life.count = 0
    life.osc = never
    life.late = never
    life.filed = filed
    chance.begin(1, head)
    const period = this.#types.find(([until]) => filed < until) ?? this.#types.at(-1)
    life.type = period?.[1].from(chance) ?? 0
    const court = this.pools.sizes[filed < manyCourts ? 0 : 1].from(chance)
    const bits = chance.bits()
    const place = this.pools.courts[court]
    const shut = place?.isDetained ? 0.9 : life.type > 4 && life.type < 8 ? 0.9 : 0.155
    life.custody = bits < shut * 0x100000000 ? 68 : bits < (shut + (1 - shut) * 0.14) * 0x100000000 ? 82 : 78
    life.nat = 1 + (place?.nats[filed < newcomers ? 0 : 1].from(chance) ?? 0)
    chance.begin(2, index)
    life.isOrphan = this.setting.dirt > 0 && chance.is(this.setting.dirt * 0.2)
    life.lacksNat = chance.is(0.0099)
    if (life.type === 10) return life
    const lacksInput = chance.is(filed < 10600 ? 0.13 : 0.012)
    const lacksOsc = !lacksInput && chance.is(0.0052)
    const osc = filed - 1 - (life.custody === 68 ? chance.below(12) : chance.days(60))
    if (!lacksOsc) life.osc = osc
    const isShell = life.custody === 68 && life.type === 0 && chance.is(0.027)
    this.#live(life, filed, court, isShell)
    if (lacksInput && !isShell && life.count > 0) {
      life.input[0] = never
      life.start[0] = life.osc
    }
    return life
  }

  #live(life: Life, filed: Day, firstCourt: number, isShell: boolean): void {
    const chance = this.#chance
    let court = firstCourt
    let start = filed
    for (let i = 0; i < most && start <= life.asOf; i += 1) {
      chance.begin(3, life.index, i)
      this.#open(life, i, court, start)
      let next = never
      let end: Day
      let code: number
      const moveBy = chance.is(i === 0 ? 0.265 : 0.305) ? start + chance.days(life.custody === 68 ? 26 : 230) : 99999
      const closeBy = this.#closing(life, start)
      if (i === 0 && isShell) {
        end = workday(start + chance.days(9))
        code = X + 256
        next = chance.is(0.5) ? end + chance.days(25) : never
      } else if (moveBy < closeBy) {
        end = workday(moveBy)
        code = (chance.is(0.69) ? C : T) + 256
        court = this.pools.sizes[start < manyCourts ? 0 : 1].from(chance)
        if (i + 1 < most) life.court[i + 1] = court + 1
        next = end + chance.below(9)
      } else {
        end = workday(closeBy)
        code = this.#code(life.type, end)
        next = this.#return(end, code)
      }
      end = Math.max(end, start)
      if (end > life.asOf) return
      life.ended[i] = end
      if (!moves.has(code) && end + this.#lateness(life.index, i) > life.asOf) {
        life.late = end
        return
      }
      life.comp[i] = end
      if (code < 256) life.dec[i] = code
      else life.other[i] = code - 256
      if (next === never) return
      start = Math.max(next, end)
    }
  }

  /** Days until the end of a proceeding is entered: most on the day itself, some weeks or months later. */
  #lateness(index: number, i: number): number {
    const bits = hash(this.setting.seed, 95, index * 16 + i)
    if (bits >= shares.enteredLate * 0x100000000) return 0
    const rest = (bits + 1) / (shares.enteredLate * 0x100000000 + 1)
    return Math.min(360, Math.ceil(-Math.log(rest) * 32))
  }

  #open(life: Life, i: number, court: number, start: Day): void {
    const chance = this.#chance
    const place = this.pools.courts[court] as Court
    life.count = i + 1
    life.court[i] = court + 1
    life.location[i] = place.locations[(life.custody === 68 ? place.locked : place.free).from(chance)] ?? 0
    life.judge[i] = place.firstJudge + chance.below(place.judges)
    life.input[i] = start
    life.start[i] = start
    life.comp[i] = never
    life.ended[i] = never
    life.dec[i] = 0
    life.other[i] = 0
  }

  /** People in custody wait weeks; for the others the pace of the courts decides, as the published backlog tells it. */
  #closing(life: Life, start: Day): Day {
    const chance = this.#chance
    const isSlow = chance.is(0.06)
    if (quick.has(life.type)) return start + 2 + chance.days(10)
    if (life.custody === 68 && !isSlow) return start + 3 + chance.days(52)
    const at = (this.#hazard[start - firstDay] ?? 0) + chance.wait()
    return this.#dayAt[Math.min(this.#dayAt.length - 1, Math.floor(at * grain))] ?? 99999
  }

  /** A code that could not be used that day gives way to a plain one. */
  #code(type: number, on: Day): number {
    const chance = this.#chance
    const year = calendarYear(on)
    const small = this.#small.get(type)
    const mix = small ?? this.#endings.find(([until]) => year <= until)?.[1]
    const code = mix?.codes[mix.draw.from(chance)] ?? X
    const letter = code & 255
    if (small === undefined && on < (since[letter] ?? -99999)) return letter === U || letter === M ? T : A + 256
    if (type !== 1) return code
    return code === X ? 68 : code
  }

  #return(end: Day, code: number): Day {
    const chance = this.#chance
    if (code < 256) return chance.is(0.058) ? end + chance.days(500) : never
    if (!admin.has(code - 256)) return code - 256 === F && chance.is(0.02) ? end + chance.days(200) : never
    const at = chance.bits() / 0x100000000
    if (at < 0.14) return end + chance.days(900)
    return at < 0.24 && end < campaign ? campaign + chance.days(260) : never
  }
}

/** Cases filed up to each day from the opening on; the last day closes the number of cases. */
function cumulated(opening: Day, last: Day, cases: number): Float64Array {
  const weight = new Map(filings)
  const most = filings.at(-1)?.[1] ?? 500
  const sums = new Float64Array(last - opening + 1)
  let sum = 0
  for (let on = opening; on <= last; on += 1) {
    const month = (Number(dateText(on).slice(5, 7)) + 2) % 12
    sum += (weight.get(fiscalYear(on)) ?? most) * (season[month] ?? 8)
    sums[on - opening] = sum
  }
  for (let i = 0; i < sums.length; i += 1) sums[i] = ((sums[i] ?? 0) * cases) / sum
  return sums
}

const grain = 1500
/** Share of the people whose cases take the courts' own pace, and of those that come back. */
const slow = 0.73
const returns = 0.066

/** Cumulated chance of being closed, by day, such that the backlog follows its published series. */
function hazards(): Float64Array {
  const filed = new Map(filings)
  const target = new Map(backlog)
  const byYear = new Map<number, number>()
  let pending = (backlog[0]?.[1] ?? 50) * 0.9
  let closed = 40
  for (const [year, count] of filings) {
    const inflow = (filed.get(year) ?? count) * slow + closed * returns
    const hazard = solve(pending, inflow, (target.get(year) ?? pending) * 0.955)
    byYear.set(year, hazard)
    const after = (target.get(year) ?? pending) * 0.955
    closed = pending + inflow - after
    pending = after
  }
  const last = byYear.get(filings.at(-1)?.[0] ?? 0) ?? 0.2
  const sums = new Float64Array(40000 - firstDay)
  for (let i = 1; i < sums.length; i += 1) {
    const year = fiscalYear(firstDay + i)
    sums[i] = (sums[i - 1] ?? 0) + (byYear.get(year) ?? (year < 1990 ? 1 : last)) / 365.25
  }
  return sums
}

/** The yearly rate by which so many pending, with such an inflow, become so many after a year. */
function solve(pending: number, inflow: number, after: number): number {
  let [low, high] = [0.0001, 12]
  for (let i = 0; i < 60; i += 1) {
    const rate = (low + high) / 2
    const left = pending * Math.exp(-rate) + (inflow * (1 - Math.exp(-rate))) / rate
    if (left > after) low = rate
    else high = rate
  }
  return (low + high) / 2
}

/** The first day on which the cumulated chance reaches each step. */
function inverted(sums: Float64Array): Int32Array {
  const steps = new Int32Array(Math.floor((sums.at(-1) ?? 0) * grain))
  let i = 0
  for (let step = 0; step < steps.length; step += 1) {
    while ((sums[i] ?? 0) * grain < step) i += 1
    steps[step] = firstDay + i
  }
  return steps
}
