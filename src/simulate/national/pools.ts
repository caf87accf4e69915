import { day } from '../base/days.ts'
import { courts as courtsOf } from '../base/places.ts'
import { values } from '../base/values.ts'
import { affinity, nationalities } from '../plan/nationalities.ts'
import { courtSizes, detainedCourts } from '../plan/sample.margins.ts'
import { Judges } from '../rows/judges.ts'
import { Draw } from './chance.ts'
import { chargeShares, cities, types } from './margins.ts'
import { Words } from './sheet.ts'

/** A court with its hearing locations and its bench, as numbers of words. */
export interface Court {
  readonly code: string
  readonly isDetained: boolean
  readonly locations: readonly number[]
  readonly free: Draw
  readonly locked: Draw
  readonly firstJudge: number
  readonly judges: number
  /** Nationalities of the people who come here, before and since the middle of 2018. */
  readonly nats: readonly [Draw, Draw]
}

/** Every word and place that rows are made of. The numbers of `Words` start at 1. */
export interface Pools {
  readonly courts: readonly Court[]
  readonly court: Words
  readonly location: Words
  readonly judge: Words
  readonly nat: Words
  /** Language of each nationality, padded and not. */
  readonly lang: Words
  readonly langPadded: Words
  readonly langOf: Uint16Array
  readonly type: Words
  readonly charge: Words
  readonly chargePadded: Words
  readonly chargeDraw: Draw
  readonly city: Words
  readonly state: Words
  readonly zip: Words
  readonly cityDraw: Draw
  readonly bench: Judges
  /** Courts by size, in the days of few and of many courts. */
  readonly sizes: readonly [Draw, Draw]
  readonly motion: Words
  readonly notice: Words
  readonly reason: Words
}

/** The day that parts the two mixes of nationalities. */
export const newcomers = day('2018-06-01')
/** The day from which courts are as many as today. */
export const manyCourts = day('2015-01-01')

export function poolsOf(seed: number): Pools {
  const found = courtsOf('base_city')
  const size = new Map(courtSizes)
  const codes = [...found.keys()].sort()
  const bench = new Judges(codes, seed)
  const judge = new Words(bench.all.map(({ code }) => code))
  const place = codes.flatMap((code) => found.get(code)?.locations ?? [])
  const location = new Words(place.map(({ code }) => code))
  const nat = new Words(nationalities.map(({ code }) => code))
  const languages = [...new Set(nationalities.map(({ language }) => language))]
  let next = 1
  const courts = codes.map((code): Court => {
    const held = found.get(code)?.locations ?? []
    const locations = held.map((_, i) => next + i)
    next += held.length
    const main = Math.max(
      0,
      held.findIndex((each) => each.code === code),
    )
    const weigh = (isShut: boolean, first: number, rest: number) => {
      const ranked = held.filter((each, n) => n !== main && each.detained === isShut)
      return new Draw(
        held.map((each, n) =>
          n === main ? first : each.detained === isShut ? rest / (1 + ranked.indexOf(each)) : 0.001,
        ),
      )
    }
    const firstJudge = 1 + bench.all.findIndex((each) => each.court === code)
    return {
      code,
      isDetained: detainedCourts.has(code),
      locations,
      free: weigh(false, 10, 1.2),
      locked: weigh(true, 2, 6),
      firstJudge,
      judges: bench.all.filter((each) => each.court === code).length,
      nats: [natsAt(code, 0.12), natsAt(code, 1)],
    }
  })
  const early = new Map(values('base_city').map((row) => [row['code'], row['first_seen'] === '2014 or earlier']))
  const lookup = (name: string, column = 'code') => new Words(values(name).map((row) => row[column] ?? ''))
  return {
    courts,
    court: new Words(codes),
    location,
    judge,
    nat,
    lang: new Words(languages),
    langPadded: new Words(languages.map((language) => language.padEnd(3))),
    langOf: Uint16Array.from([0, ...nationalities.map(({ language }) => languages.indexOf(language) + 1)]),
    type: new Words(types),
    charge: new Words(chargeShares.map(([code]) => code)),
    chargePadded: new Words(chargeShares.map(([code]) => code.padEnd(13))),
    chargeDraw: new Draw(chargeShares.map(([, share]) => share)),
    city: new Words(cities.map(([city = '']) => city)),
    state: new Words(cities.map(([, state = '']) => state)),
    zip: new Words(cities.map(([, , zip = '']) => zip)),
    cityDraw: new Draw(cities.map((_, i) => 1 + 30 / (1 + ((i * 37) % 101)))),
    bench,
    sizes: [
      new Draw(codes.map((code) => (early.get(code) ? (size.get(code) ?? 0.4) * (older[code] ?? 1) : 0))),
      new Draw(codes.map((code) => size.get(code) ?? 0.6)),
    ],
    motion: lookup('motion_type'),
    notice: lookup('notice_code'),
    reason: lookup('adjournment_code'),
  }
}

/** How much larger than today a court's share was before the courts of the 2010s. */
const older: Readonly<Record<string, number>> = {
  LOS: 2.4,
  NYC: 1.7,
  SFR: 1.5,
  SND: 2,
  ELP: 1.6,
  HLG: 2,
  PIS: 3,
  OAK: 2.5,
  DAL: 0.6,
  ORL: 0.7,
  NEW: 0.6,
  BOS: 0.7,
}

function natsAt(court: string, share: number): Draw {
  return new Draw(
    nationalities.map(
      ({ code, pending2011, growth }) =>
        Math.max(120, pending2011) * (1 + (growth - 1) * share) * affinity(court, code),
    ),
  )
}
