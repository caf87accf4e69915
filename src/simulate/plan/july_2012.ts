import { type Day, workday } from '../base/days.ts'
import { type Case, endOn, type Proceeding, type World } from '../base/model.ts'
import { type Court, courts } from '../base/places.ts'
import { pick, type Random, random, shuffle, wait, weighted, whole } from '../base/random.ts'
import { type Allocation, allocate } from './july_2012.allocate.ts'
import { type Ended, flagged, stretchJune, unflagged } from './july_2012.closures.ts'
import { july2012, otherEndings, pendingTypes, reliefEndings } from './july_2012.margins.ts'
import { number } from './life.ts'
import { detainedCourts } from './sample.margins.ts'

const { asOf, base, history } = july2012

/** Earliest filing. */
const dawn = july2012.history.from - 4000

/** The release from which the report of July 2012 could have been made: its margins are the published ones. */
export function planJuly2012(seed: number, dirt: number): World {
  const stage = new Stage(random(seed, 2), allocate())
  const cases = stage.fill()
  return { scenario: 'july-2012', seed, dirt, asOf, cases: number(cases), explained: stage.explained }
}

interface Place {
  readonly court: number
  readonly nat: number
}

/** A case and its only proceeding. */
interface Made {
  readonly made: Case
  readonly only: Proceeding
}

class Stage {
  readonly explained: Record<string, unknown> = {}
  readonly #rng: Random
  readonly #allocation: Allocation
  readonly #courts: readonly Court[]
  /** Court and nationality of every case pending on the base date that is not spoken for. */
  readonly #pool: Place[]
  readonly #all: readonly Place[]
  readonly #detained: readonly Place[]
  readonly #cases: Case[] = []
  readonly #type = weighted(pendingTypes)

  constructor(rng: Random, allocation: Allocation) {
    this.#rng = rng
    this.#allocation = allocation
    const known = courts('base_city_2014')
    this.#courts = allocation.courts.map((code) => {
      const court = known.get(code)
      if (court === undefined) throw new RangeError(`no court ${code} in 2014`)
      return court
    })
    this.#all = placesOf(allocation.base)
    this.#detained = this.#all.filter(({ court }) => detainedCourts.has(allocation.courts[court] ?? ''))
    this.#pool = shuffle(rng, placesOf(this.#unspoken()))
  }

  fill(): Case[] {
    const pd = flagged(this.#rng, this.#allocation)
    const others = unflagged(this.#rng, july2012.closures - pd.length)
    const ended = [...pd, ...others]
    stretchJune(ended)
    const early = ended.filter((each) => this.#close(each)).length
    const survivors = base.pending - early
    for (const place of this.#pool.splice(0)) this.#survive(place)
    const fresh = july2012.filings - (ended.length - early)
    for (let i = 0; i < fresh; i += 1) this.#file()
    const returns = july2012.pendingAtEnd - survivors - fresh
    this.#remember(returns)
    this.explained['pending_at_end'] = {
      pending_on_base_date: base.pending,
      filed_since: july2012.filings,
      closed_since: ended.length,
      returned_since: returns,
      pending: july2012.pendingAtEnd,
      note: 'Filings and closures run at the published pace; what that leaves short of the published backlog is met by reopened, remanded and recalendared cases. Sentinel rows shift these numbers by a few.',
    }
    return this.#cases
  }

  /** What the flagged closures leave of the base. */
  #unspoken(): number[][] {
    const { base: all, pd } = this.#allocation
    return all.map((row, c) =>
      row.map((count, n) => {
        const left = count - (pd[c]?.[n] ?? 0)
        if (left < 0) throw new RangeError(`more flagged closures than pending cases at ${this.#allocation.courts[c]}`)
        return left
      }),
    )
  }

  /** A case that is closed after the base date. Says whether it was pending on it. */
  #close({ on, type, dec, other, days, cell }: Ended): boolean {
    const filed = Math.max(dawn, on - days)
    const isOld = filed <= base.on
    const isDetained = days < 90
    const place =
      cell ?? (isOld ? this.#take() : pick(this.#rng, isDetained && this.#rng() < 0.35 ? this.#detained : this.#all))
    const { made, only } = this.#make(place, type, filed, isDetained, isOld)
    endOn(only, on, dec, other)
    if (days > 300 && this.#rng() < 0.08) this.#cameFrom(made, isOld ? base.on : on)
    return isOld
  }

  #take(): Place {
    const place = this.#pool.pop()
    if (place === undefined) throw new RangeError('more closures of old cases than cases pending on the base date')
    return place
  }

  /** Pending on the base date and still at the end; a few have moved since. */
  #survive(place: Place): void {
    const waited = 3 + Math.floor(wait(this.#rng, 520))
    const { made } = this.#make(
      place,
      this.#type(this.#rng),
      Math.max(dawn, workday(base.on - waited)),
      this.#rng() < 0.06,
      true,
    )
    if (waited > 200 && this.#rng() < 0.1) this.#cameFrom(made, base.on)
    if (this.#rng() < 0.015) this.#goes(made)
  }

  /** Filed after the base date and pending at the end. */
  #file(): void {
    const filed = workday(base.on + 3 + Math.floor((asOf - base.on - 2) * this.#rng() ** 0.7))
    this.#make(pick(this.#rng, this.#all), this.#type(this.#rng), filed, this.#rng() < 0.2, false)
  }

  /** The years before: closed cases, some of which are back on the docket. */
  #remember(returns: number): void {
    const ending = weighted([...otherEndings.filter(([[, , other]]) => other !== 'A'), ...reliefEndings])
    const total = history.closed + history.inactive
    const back = new Set<number>()
    while (back.size < returns) back.add(whole(this.#rng, 0, total - 1))
    for (let i = 0; i < total; i += 1) {
      const [type, dec, other] = i < history.inactive ? (['RMV', '', 'A'] as const) : ending(this.#rng)
      const on = workday(history.from + 4 + Math.floor((base.on - history.from - 4) * this.#rng() ** 0.85))
      const days = Math.round(3 + wait(this.#rng, this.#rng() < 0.45 ? 40 : 480))
      const { made, only } = this.#make(pick(this.#rng, this.#all), type, Math.max(dawn, on - days), days < 90, false)
      endOn(only, on, dec, other)
      if (back.has(i)) this.#again(made, only)
    }
    for (let i = 0; i < history.shells; i += 1) this.#shell()
    this.explained['history'] =
      'Invented and thin: closures before October 2011 are a seventh of the real number, there so that charts have a past.'
    const inactive = [...back].filter((i) => i < history.inactive).length
    this.explained['returned_since'] = { recalendared: inactive, reopened_or_remanded: returns - inactive }
  }

  /** A new proceeding after the base date, open to the end. */
  #again(made: Case, first: Proceeding): void {
    const input = workday(base.on + 3 + Math.floor((asOf - base.on - 5) * this.#rng() ** 0.4))
    made.proceedings.push({ ...first, input, comp: undefined, dec: '', other: '' })
  }

  #shell(): void {
    const filed = workday(history.from + 4 + whole(this.#rng, 0, asOf - history.from - 40))
    const { only } = this.#make(pick(this.#rng, this.#detained), 'RMV', filed, true, true)
    endOn(only, workday(filed + whole(this.#rng, 5, 25)), '', 'X')
  }

  #make({ court, nat }: Place, type: string, filed: Day, detained: boolean, fixed: boolean): Made {
    const at = this.#courts[court]
    const code = this.#allocation.nats[nat]
    if (at === undefined || code === undefined) throw new RangeError('a place outside the allocation')
    const osc = filed - whole(this.#rng, 1, detained ? 12 : 70)
    const only: Proceeding = {
      id: 0,
      court: at.code,
      location: at.draw(this.#rng, detained),
      input: filed,
      osc,
      comp: undefined,
      dec: '',
      other: '',
    }
    const made: Case = { id: 0, type, nat: code, detained, proceedings: [only], ...(fixed ? { fixed: true } : {}) }
    this.#cases.push(made)
    return { made, only }
  }

  /** The case was filed elsewhere and moved to where it is before a day. */
  #cameFrom(made: Case, before: Day): void {
    const last = made.proceedings[0]
    const from = pick(this.#rng, this.#courts)
    if (last?.input === undefined || from.code === last.court || before - last.input < 60) return
    const left = workday(last.input + whole(this.#rng, 20, before - last.input - 20))
    const first = {
      ...last,
      court: from.code,
      location: from.draw(this.#rng, made.detained),
      comp: left,
      dec: '',
      other: this.#rng() < 0.7 ? 'C' : 'T',
    }
    last.input = left + whole(this.#rng, 0, 9)
    made.proceedings.unshift(first)
  }

  /** The case moves on to another court after the base date. */
  #goes(made: Case): void {
    const last = made.proceedings.at(-1)
    const to = pick(this.#rng, this.#courts)
    if (last === undefined || to.code === last.court) return
    const on = workday(base.on + whole(this.#rng, 6, asOf - base.on - 20))
    endOn(last, on, '', this.#rng() < 0.7 ? 'C' : 'T')
    const location = to.draw(this.#rng, made.detained)
    made.proceedings.push({
      ...last,
      court: to.code,
      location,
      input: on + whole(this.#rng, 0, 9),
      comp: undefined,
      dec: '',
      other: '',
    })
  }
}

/** One place a case. */
function placesOf(table: readonly (readonly number[])[]): Place[] {
  const places: Place[] = []
  table.forEach((row, court) => {
    row.forEach((count, nat) => {
      const place = { court, nat }
      for (let i = 0; i < count; i += 1) places.push(place)
    })
  })
  return places
}
