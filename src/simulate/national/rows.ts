import type { Day } from '../base/days.ts'
import { type Chance, Draw, hash } from './chance.ts'
import { firstCase, type Life, type Nation, proceedingKey } from './life.ts'
import { counts, shares } from './margins.ts'
import type { Page } from './page.ts'
import { never, Words } from './sheet.ts'

/** What all writers share: one chance, begun anew for each case and purpose. */
export interface Desk {
  readonly nation: Nation
  readonly chance: Chance
}

/** Writes the rows of one case in one table. */
export type Writer = (life: Life, page: Page, desk: Desk) => void

const letter = (text: string) => text.charCodeAt(0)
const [D, R, N, C, T, U, X, V, A, M, I, O, P, E, F, S, W, G, Y] = [...'DRNCTUXVAMIOPEFSWGY'].map(
  letter,
) as number[] as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
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
const zero = letter('0')
const one = letter('1')

/** A letter drawn by weight. */
function letters(weights: Readonly<Record<string, number>>): (chance: Chance) => number {
  const codes = Object.keys(weights).map(letter)
  const draw = new Draw(Object.values(weights))
  return (chance) => codes[draw.from(chance)] ?? 0
}

function counter(weights: readonly number[]): (chance: Chance) => number {
  const draw = new Draw(weights)
  return (chance) => draw.from(chance)
}

function words(weights: Readonly<Record<string, number>>): { words: Words; draw: Draw } {
  return { words: new Words(Object.keys(weights)), draw: new Draw(Object.values(weights)) }
}

function put(page: Page, of: { words: Words; draw: Draw }, chance: Chance): void {
  page.word(of.words, 1 + of.draw.from(chance))
}

const constant = new Words([
  'N/A'.padEnd(20),
  'UC'.padEnd(20),
  'AWC/ATD'.padEnd(20),
  'CR'.padEnd(20),
  'PROCESSING CENTER',
  'CONTRACT',
  'IMMIGRATION COURT',
  'COURT',
  'BOARD',
  'ALIEN',
  'INS',
  'REM',
  'DIS',
  'IJ',
  'BIA',
])
const word = (text: string) => constant.at(text)
const [notAvailable, unaccompanied, family, returned] = [1, 2, 3, 4]

function isOrdered(dec: number): boolean {
  return dec === X || dec === D || dec === E
}

/** What is invented about a person: the same in every table. */
function asylumOf(life: Life, chance: Chance): number {
  if (life.type === 3) return E
  chance.begin(11, life.index)
  const at = chance.bits() / 0x100000000
  if (life.type !== 0) return at < (life.filed < 10000 ? 0.3 : 0.05) ? (at < 0.15 ? I : E) : 0
  const years = life.filed > 16000 ? 1.28 : 1
  if (life.custody === D) return at < 0.12 ? E : 0
  return at < 0.19 * years ? I : at < 0.5 * years ? E : 0
}

const ownLawyers = counter(counts.ownLawyers)
const appearances = new Int32Array(8)

/** Days on which counsel appeared for the person, as far as the as-of date; says how many. */
function appear(life: Life, chance: Chance): number {
  chance.begin(51, life.index)
  if (!chance.is(life.custody === D ? shares.represented * 0.42 : shares.represented * 1.22)) return 0
  const wanted = ownLawyers(chance)
  let on = life.filed
  let seen = 0
  for (let i = 0; i < wanted; i += 1) {
    on += chance.days(i === 0 ? 110 : 260)
    if (on > life.asOf) break
    appearances[seen] = on
    seen += 1
  }
  return seen
}

const siteType = letters({ M: 865, I: 135 })
const facility = letters({ S: 50, D: 28, F: 20, M: 2 })
const latest = words({ '0830': 22, '0900': 16, '1300': 20, '1000': 8, '0930': 4, '1030': 3, '1400': 2, '0800': 6 })

const caseRow: Writer = (life, page, { nation: { pools }, chance }) => {
  if (life.isOrphan) return
  const lawyers = appear(life, chance)
  const appeared = lawyers === 0 ? never : (appearances[lawyers - 1] ?? never)
  const asylum = asylumOf(life, chance)
  chance.begin(12, life.index)
  const last = life.count - 1
  const comp = last < 0 ? never : (life.comp[last] ?? never)
  page.int(life.id)
  if (chance.is(0.034)) page.none(3)
  else {
    const city = 1 + pools.cityDraw.from(chance)
    page.word(pools.city, city)
    page.word(pools.state, city)
    page.word(pools.zip, city)
    page.at -= 1
    page.digits(1 + chance.below(60), 2)
  }
  page.none(2)
  page.word(pools.nat, life.lacksNat ? 0 : life.nat)
  const language = pools.langOf[life.nat] ?? 0
  page.word(chance.is(0.14) ? pools.langPadded : pools.lang, chance.is(0.012) ? 0 : language)
  page.letter(life.custody)
  page.letter(chance.is(0.47) ? siteType(chance) : 0)
  page.date(appeared)
  page.letter(chance.is(0.59) ? zero + chance.below(3) : 0)
  page.word(pools.type, life.type + 1)
  page.word(pools.court, last < 0 ? 1 + (life.index % pools.court.count) : (life.court[last] ?? 0))
  const isSet = last >= 0 && chance.is(0.84)
  const future = chance.days(600)
  page.date(isSet ? (comp === never ? (life.start[last] ?? 0) + 40 + future : comp) : never)
  if (isSet) put(page, latest, chance)
  else page.none()
  page.letter(isSet ? (chance.is(0.727) ? M : I) : 0)
  page.none(2)
  page.letter(chance.is(0.0235) ? facility(chance) : 0)
  if (chance.is(0.221)) {
    page.digits(chance.is(0.94) ? 0 : 1 + chance.below(12), 2)
    page.digits(chance.is(0.94) ? 0 : 1995 + chance.below(30), 4)
  } else page.none(2)
  page.none()
  page.date(chance.is(0.635) ? life.filed - 1 - (chance.is(0.6) ? chance.below(60) : chance.days(2600)) : never)
  page.letter(asylum)
  if (chance.is(0.533)) {
    page.int(1 + chance.below(12))
    page.bytes[page.at - 1] = 47
    page.digits(
      1970 + Math.floor(life.filed / 365.25) - (chance.is(0.16) ? chance.below(18) : 18 + chance.below(40)),
      4,
    )
  } else page.none()
  page.date(chance.is(0.0085) ? life.filed + chance.days(40) : never)
  page.none()
  page.date(chance.is(0.346) ? Math.min(life.asOf, life.filed + chance.days(300)) : never)
  page.none()
  page.letter(chance.is(0.5325) ? (chance.is(0.595) ? M : F) : 0)
  const isKnown = chance.is(0.52)
  page.date(life.custody !== N && isKnown ? life.filed - chance.below(20) : never)
  page.date(life.custody === R && isKnown ? life.filed + chance.days(60) : never)
  page.letter(chance.is(0.074) ? (chance.is(0.992) ? zero : one) : 0)
  const isHeld = life.custody === D && chance.is(0.0007)
  page.none()
  page.word(constant, isHeld ? word('PROCESSING CENTER') : 0)
  page.none(2)
  const priority = chance.bits() / 0x100000000
  page.word(
    constant,
    priority > 0.029 ? notAvailable : priority > 0.0135 ? unaccompanied : priority > 0.0015 ? family : returned,
  )
  page.row(life.id)
}

const decisionType = letters({ O: 484, W: 431, '7': 71, '6': 14 })
const reserved = letters({ A: 746, I: 150, B: 99, O: 5 })
const programme = letters({ S: 71, F: 26, M: 3 })

const proceedingRows: Writer = (life, page, { nation: { pools }, chance }) => {
  for (let i = 0; i < life.count; i += 1) {
    chance.begin(21, life.index, i)
    const before = i > 0 && (life.other[i - 1] === C || life.other[i - 1] === T)
    const start = life.start[i] ?? 0
    const comp = life.comp[i] ?? never
    const dec = life.dec[i] ?? 0
    const other = life.other[i] ?? 0
    const isMoved = other === C || other === T
    const isDone = comp !== never
    page.int(life.proceeding(i))
    page.int(life.id)
    page.date(life.osc)
    page.date(life.input[i] ?? never)
    page.word(pools.court, life.court[i] ?? 0)
    page.word(pools.location, life.location[i] ?? 0)
    page.word(pools.judge, chance.is(0.009) ? 0 : (life.judge[i] ?? 0))
    if (before) {
      page.date(start)
      page.word(pools.location, life.location[i - 1] ?? 0)
      page.word(pools.court, life.court[i - 1] ?? 0)
      page.word(pools.judge, life.judge[i - 1] ?? 0)
    } else page.none(4)
    const counted = chance.is(0.23)
    page.letter(before || counted ? zero + Math.min(9, i) : 0)
    if (chance.is(0.03)) page.none(2)
    else {
      page.date(start + 8 + chance.days(life.custody === D ? 12 : 150))
      put(page, latest, chance)
    }
    page.letter(dec === 0 ? 0 : decisionType(chance))
    page.letter(dec)
    page.word(pools.nat, isOrdered(dec) && chance.is(0.97) ? life.nat : 0)
    page.word(pools.nat, isOrdered(dec) && chance.is(0.018) ? 1 + chance.below(20) : 0)
    page.letter(other)
    page.letter(dec !== 0 && chance.is(0.175) ? reserved(chance) : 0)
    page.letter(dec !== 0 && life.filed < 12000 && chance.is(0.2) ? X : 0)
    page.date(comp)
    const absent = isOrdered(dec) && life.custody !== D && chance.is(0.42)
    page.letter(isDone && chance.is(0.955) ? (absent ? Y : N) : 0)
    page.date(isMoved ? comp : never)
    page.word(pools.court, isMoved ? (life.court[i + 1] ?? 0) : 0)
    page.date(isDone && !isMoved && chance.is(0.99) ? comp + 30 : never)
    chance.begin(27, life.index, i)
    const isOld = chance.is(0.15)
    page.letter(isMoved ? (other === C ? V : T) : isOld ? C : 0)
    page.letter(life.custody)
    page.word(pools.type, life.type + 1)
    page.word(pools.nat, chance.is(0.0035) && !life.lacksNat ? 0 : life.nat)
    const language = pools.langOf[life.nat] ?? 0
    page.word(chance.is(0.11) ? pools.langPadded : pools.lang, chance.is(0.0012) ? 0 : language)
    page.word(pools.location, chance.is(0.2755) ? (life.location[i] ?? 0) : 0)
    page.letter(chance.is(0.025) ? facility(chance) : 0)
    page.letter(chance.is(0.0246) ? 0 : chance.is(0.077) ? Y : N)
    page.letter(chance.is(0.017) ? programme(chance) : 0)
    page.letter(chance.is(0.727) ? zero : 0)
    const isKnown = chance.is(0.66)
    page.date(life.custody !== N && isKnown ? life.filed - chance.below(20) : never)
    page.date(life.custody === R && isKnown ? life.filed + chance.days(60) : never)
    page.row(life.proceeding(i))
  }
}

const chargeCount = counter(counts.charges)

const chargeRows: Writer = (life, page, { nation: { pools }, chance }) => {
  if (life.count === 0) return
  chance.begin(22, life.index)
  const count = chargeCount(chance)
  const isDone = life.comp[0] !== never
  for (let i = 0; i < count; i += 1) {
    const key = 5_000_000 + life.index * 6 + i
    const code = 1 + pools.chargeDraw.from(chance)
    page.int(key)
    page.int(life.id)
    page.int(life.proceeding(0))
    page.word(chance.is(0.25) ? pools.chargePadded : pools.charge, code)
    const at = chance.bits() / 0x100000000
    page.letter(isDone ? (at < 0.95 ? S : at < 0.98 ? N : W) : at < 0.55 ? O : 0)
    page.row(key)
  }
}

const adjournMedium = letters({ P: 596, H: 173, V: 119, A: 48, C: 36, p: 17, T: 11 })
const path = letters({ W: 853, A: 142, F: 5 })
const recordType = letters({ X: 928, B: 44, A: 27, O: 1 })
const startTime = words({ '0830': 30, '0900': 18, '1300': 24, '1000': 7, '0930': 4, '1030': 3, '1400': 2, '0800': 8 })
const stopTime = words({ '1200': 30, '1700': 22, '1100': 14, '1600': 12, '1130': 6, '1500': 6, '0930': 5 })
const scheduleMaster = words({ MM: 30, MR: 58, MC: 3, MS: 4, MD: 5 })
const scheduleMerits = words({ II: 62, IR: 26, IA: 8, ID: 4 })

const hearingRows: Writer = (life, page, { nation, chance }) => {
  const { pools } = nation
  const attorneys = Math.max(1, Math.floor(nation.setting.cases * shares.attorney))
  const gap = life.custody === D ? 17 : life.type > 4 && life.type < 8 ? 6 : 335
  const language = pools.langOf[life.nat] ?? 0
  let n = 0
  for (let i = 0; i < life.count; i += 1) {
    const comp = life.comp[i] ?? never
    let set = life.start[i] ?? 0
    const court = life.court[i] ?? 0
    for (let k = 0; k < 14 && n < 44; k += 1, n += 1) {
      chance.begin(31, life.index, n + i * 64)
      let on = set + 2 + chance.days(gap)
      const isLast = comp !== never && on >= comp
      if (isLast) on = Math.max(comp, set)
      const isPast = on <= life.asOf
      const key = n < 4 ? 20_000_000 + life.index * 4 + n : 200_000_000 + life.index * 40 + n - 4
      const bits = chance.bits()
      page.int(key)
      page.int(life.proceeding(i))
      page.int(life.id)
      page.date(life.osc)
      page.digits(99 - i, 2)
      if (chance.is(0.0526)) page.digits(99 - (bits & 1), 2)
      else page.none()
      page.letter(recordType(chance))
      page.word(pools.lang, (bits & 31) === 1 ? 0 : language)
      page.word(pools.location, life.location[i] ?? 0)
      page.word(pools.court, court)
      page.word(pools.judge, life.judge[i] ?? 0)
      page.none()
      page.date(set)
      page.time(bits >>> 4)
      page.date(isPast ? on : set)
      page.time(bits >>> 9)
      page.letter(chance.is(0.143) ? path(chance) : 0)
      const isMerits = k > 1 && bits >>> 28 > 5
      page.letter(isMerits ? I : M)
      page.date(on)
      put(page, startTime, chance)
      if (chance.is(0.886)) put(page, stopTime, chance)
      else page.none()
      page.word(pools.reason, isPast && chance.is(0.93) ? 1 + (chance.bits() % 31) : 0)
      page.letter(isPast ? adjournMedium(chance) : 0)
      page.word(pools.notice, chance.is(0.16) ? 30 + (chance.bits() & 63) : 0)
      if (isPast && chance.is(0.56)) page.int(chance.below(400))
      else page.none()
      chance.begin(32, life.index, n)
      if (chance.is(0.778)) page.int(1_000_000 + (on - 9000) * 1500 + court * 12 + chance.below(12))
      else page.none()
      put(page, isMerits ? scheduleMerits : scheduleMaster, chance)
      page.word(pools.notice, chance.is(0.547) ? 60 + (chance.bits() & 31) : 0)
      page.letter(chance.is(0.002) ? one : zero)
      if (chance.is(0.406)) attorney(page, (court * 1_000_003 + chance.below(400)) % attorneys)
      else page.none()
      page.row(key)
      if (isLast || !isPast) {
        n += 1
        break
      }
      set = on
    }
  }
}

const hex = Buffer.from('0123456789ABCDEF')

/** The key of a lawyer, in the form of a GUID. */
function attorney(page: Page, index: number): void {
  let bits = 0
  for (let i = 0; i < 32; i += 1) {
    if (i % 8 === 0) bits = hash(7, 61, index, i)
    if (i === 8 || i === 12 || i === 16 || i === 20) page.bytes[page.at++] = 45
    page.bytes[page.at++] = hex[bits & 15] ?? 48
    bits >>>= 4
  }
  page.none()
}

const source = words({ Court: 475, eReg: 311, Appeal: 214 })

const attorneyRows: Writer = (life, page, { nation, chance }) => {
  const at = Math.floor(life.index * shares.attorney)
  if (Math.floor((life.index + 1) * shares.attorney) === at) return
  chance.begin(62, life.index)
  attorney(page, at)
  if (chance.is(0.653)) page.int(1000 + at)
  else page.none()
  page.word(nation.pools.court, chance.is(0.689) ? 1 + chance.below(nation.pools.court.count) : 0)
  page.letter(chance.is(0.83) ? one : zero)
  put(page, source, chance)
  page.moment(life.filed, chance.bits())
  page.moment(Math.min(life.filed + chance.days(900), nation.setting.first), chance.bits())
  page.row(at)
}

const otherRelief = words({ '42B': 45, '245': 22, '42A': 13, VD: 16, '212c': 6, SUSP: 6, '212h': 3, I881: 3 })
const granted = letters({ G: 700, F: 240, L: 60 })
const refused = letters({ D: 640, A: 190, W: 130, O: 40 })
const left = letters({ W: 480, O: 260, A: 120, M: 80, R: 60 })
const asylumForms = new Words(['ASYL', 'ASYW', 'WCAT'])

const applicationRows: Writer = (life, page, { chance }) => {
  if (life.count === 0) return
  const asylum = asylumOf(life, chance)
  chance.begin(23, life.index)
  const forms = asylum !== 0 ? (chance.is(0.7) ? 3 : 1) : 0
  const others = life.type < 2 && chance.is(life.custody === D ? 0.12 : 0.27) ? 1 + chance.below(2) : 0
  for (let k = 0; k < forms + others; k += 1) {
    chance.begin(29, life.index, k)
    const form = 1 + otherRelief.draw.from(chance)
    const on = life.filed + 10 + chance.days(life.custody === D ? 20 : 210)
    let copy = 0
    for (let i = 0; i < life.count && copy < 3; i += 1) {
      if (on > life.until(i)) continue
      const key = 40_000_000 + life.index * 16 + k * 3 + copy
      copy += 1
      page.int(key)
      page.int(life.proceeding(i))
      page.int(life.id)
      if (k < forms) page.word(asylumForms, k + 1)
      else page.word(otherRelief.words, form)
      page.date(on)
      page.letter(outcomeOf(life, i, chance.begin(28, life.index, k * 3 + copy)))
      page.row(key)
      if (life.other[i] !== C && life.other[i] !== T) break
    }
  }
}

function outcomeOf(life: Life, i: number, chance: Chance): number {
  if (life.comp[i] === never) return 0
  const dec = life.dec[i] ?? 0
  if (dec === 0) return life.other[i] === C || life.other[i] === T ? T : S
  if (dec === R || dec === G) return granted(chance)
  return isOrdered(dec) || dec === V ? refused(chance) : left(chance)
}

const motionKind = words({
  CO: 210,
  SC: 110,
  EH: 90,
  ET: 70,
  OT: 60,
  MU: 40,
  TP: 45,
  AC: 25,
  IM: 40,
  LI: 20,
  CD: 15,
  RC: 8,
  SP: 14,
  FD: 30,
  PM: 12,
})
const ruling = letters({ G: 800, D: 140, M: 26, O: 26, W: 5, J: 1 })
const party = letters({ A: 775, I: 124, B: 52, R: 45, S: 2 })
const service = letters({ R: 343, P: 228, E: 203, O: 161, C: 38, N: 20 })

const motionRows: Writer = (life, page, desk) => {
  const { chance } = desk
  let n = 0
  for (let i = 0; i < life.count; i += 1) {
    chance.begin(33, life.index, i)
    const until = life.until(i)
    let on = life.start[i] ?? 0
    const wanted = chance.is(0.285) ? 1 + (chance.is(0.42) ? chance.below(4) : 0) : 0
    for (let k = 0; k < wanted && n < 8; k += 1) {
      chance.begin(37, life.index, i * 8 + k)
      on += chance.days(life.custody === D ? 12 : 140)
      const kind = 1 + motionKind.draw.from(chance)
      if (on > until) break
      motion(life, page, desk, { i, n: n++, on, kind: motionKind.words, at: kind, by: 0 })
    }
    const [comp, other, dec] = [life.comp[i] ?? never, life.other[i] ?? 0, life.dec[i] ?? 0]
    if (comp === never || n >= 8) continue
    if (other === C) motion(life, page, desk, { i, n: n++, on: comp - 12, kind: special, at: 1, by: 0 })
    else if (dec === U && hash(3, 35, life.index, i) % 10 < 6)
      motion(life, page, desk, { i, n: n++, on: comp - 14, kind: special, at: 2, by: I })
    if (i + 1 < life.count && other !== C && other !== T && n < 8) {
      const next = life.start[i + 1] ?? 0
      motion(life, page, desk, { i, n: n++, on: next - 9, kind: special, at: other === 0 ? 3 : 5, by: 0 })
    }
  }
}

const special = new Words(['CV', 'U', 'O', 'MA', 'C'])

interface Motion {
  readonly i: number
  readonly n: number
  readonly on: Day
  readonly kind: Words
  readonly at: number
  readonly by: number
}

function motion(life: Life, page: Page, { nation: { pools }, chance }: Desk, { i, n, on, kind, at, by }: Motion): void {
  const kept = 6_000_000 + life.index * 8 + n
  chance.begin(34, life.index, n)
  const ruled = on + (kind === special ? 9 : 4 + chance.days(20))
  const isRuled = ruled <= life.asOf
  page.int(kept)
  page.int(life.proceeding(i))
  page.int(life.id)
  page.date(life.osc)
  page.word(kind, at)
  page.digits(99 - i, 2)
  page.none()
  page.date(isRuled ? ruled : on)
  page.time(chance.bits())
  page.date(on)
  page.time(chance.bits())
  page.none()
  page.word(pools.court, life.court[i] ?? 0)
  page.word(pools.location, life.location[i] ?? 0)
  page.word(pools.judge, chance.is(0.04) ? 0 : (life.judge[i] ?? 0))
  page.none()
  page.letter(isRuled ? (kind === special ? G : ruling(chance)) : 0)
  page.date(isRuled ? ruled : never)
  page.date(on)
  chance.begin(38, life.index, n)
  page.date(chance.is(0.06) ? on + 15 : never)
  page.none()
  page.letter(chance.is(0.012) ? reserved(chance) : 0)
  page.none()
  page.date(chance.is(0.95) ? on + 10 : never)
  page.letter(chance.is(0.002) ? G : 0)
  page.word(constant, chance.is(0.025) ? word('IJ') : 0)
  page.date(isRuled && chance.is(0.071) ? ruled + 30 : never)
  page.none(5)
  page.letter(by || (chance.is(0.04) ? 0 : party(chance)))
  page.letter(chance.is(0.06) ? 0 : chance.is(0.885) ? W : O)
  page.letter(chance.is(0.82) ? service(chance) : 0)
  page.none()
  page.date(chance.is(0.014) ? on : never)
  page.letter(chance.is(0.011) ? S : 0)
  page.word(pools.location, chance.is(0.0287) ? (life.location[i] ?? 0) : 0)
  page.word(tail, chance.is(0.0137) ? 1 : 0)
  page.letter(zero)
  page.date(chance.is(0.01) ? ruled : never)
  page.word(tail, chance.is(0.01) ? 2 : 0)
  page.row(kept)
}

const tail = new Words(['4A', 'A.2.a'])

const parents = words({
  a_tblcase: 390,
  b_tblproceeding: 357,
  B_TblProceeding: 140,
  A_Tblcase: 95,
  A_TblCase: 9,
})
const boardParents = words({ tblappeal: 607, tblAppeal: 393 })
const agencyLawyers = counter(counts.agencyLawyers)

const representationRows: Writer = (life, page, { nation: { pools }, chance }) => {
  if (life.count === 0) return
  const own = appear(life, chance)
  chance.begin(52, life.index)
  for (let k = 0; k < own; k += 1) {
    const on = appearances[k] ?? 0
    const isBoard = k > 0 && chance.is(0.13)
    const key = 30_000_000 + life.index * 16 + k
    page.int(key)
    page.int(life.id)
    page.word(constant, word(isBoard ? 'BOARD' : 'COURT'))
    page.word(constant, word('ALIEN'))
    const parent = 1 + (isBoard ? boardParents : parents).draw.from(chance)
    page.word((isBoard ? boardParents : parents).words, parent)
    page.int(isBoard ? appealKey(life.index) : parent === 2 || parent === 3 ? life.proceeding(0) : life.id)
    page.word(pools.court, !isBoard && chance.is(0.68) ? (life.court[0] ?? 0) : 0)
    page.none()
    page.date(isBoard ? on : never)
    page.date(isBoard ? never : on)
    page.letter(chance.is(0.774) ? one : zero)
    page.row(key)
  }
  for (let i = 0, n = 8; i < life.count && n < 16; i += 1) {
    chance.begin(53, life.index, i)
    const wanted = agencyLawyers(chance)
    let on = life.start[i] ?? 0
    for (let k = 0; k < wanted && n < 16; k += 1, n += 1) {
      on += chance.days(life.custody === D ? 10 : 120)
      if (on > life.until(i)) break
      const key = 30_000_000 + life.index * 16 + n
      page.int(key)
      page.int(life.id)
      page.word(constant, word('COURT'))
      page.word(constant, word('INS'))
      const parent = 1 + parents.draw.from(chance)
      page.word(parents.words, parent)
      page.int(parent === 2 || parent === 3 ? life.proceeding(i) : life.id)
      page.word(pools.court, chance.is(0.67) ? (life.court[i] ?? 0) : 0)
      page.date(on)
      page.none(2)
      page.letter(chance.is(0.774) ? one : zero)
      page.row(key)
    }
  }
}

const spells = counter(counts.custodySpells)

const custodyRows: Writer = (life, page, { chance }) => {
  if (life.count === 0) return
  chance.begin(13, life.index)
  const count = life.custody === N ? spells(chance) : chance.is(0.93) ? 1 : 0
  for (let k = 0; k < count; k += 1) {
    const key = 1_200_000 + life.index * 4 + k
    const isHeld = life.custody !== N && chance.is(0.75)
    page.int(key)
    page.int(life.id)
    page.letter(k === count - 1 ? life.custody : N)
    page.date(isHeld ? life.filed - chance.below(20) : never)
    page.date(isHeld && life.custody === R ? life.filed + chance.days(60) : never)
    page.row(key)
  }
}

const bondRuling = letters({ C: 368, A: 237, N: 116, S: 103, J: 65, G: 42, W: 34, R: 11, D: 9 })
const bondType = words({ BB: 715, BD: 216, SB: 20 })

const bondRows: Writer = (life, page, { nation: { pools }, chance }) => {
  if (life.custody === N || life.count === 0) return
  chance.begin(36, life.index)
  const count = chance.is(shares.bond) ? 1 + (chance.is(shares.secondBond) ? 1 : 0) : 0
  for (let k = 0; k < count; k += 1) {
    chance.begin(42, life.index, k)
    const on = life.filed + k * 25 + chance.days(15)
    const ruled = on + chance.days(9)
    const isRuled = ruled <= life.asOf
    if (on > life.asOf) break
    const key = 400_000 + life.index * 2 + k
    page.int(key)
    page.int(life.proceeding(0))
    page.int(life.id)
    page.date(life.osc)
    page.letter(66)
    page.digits(99, 2)
    page.digits(99 - k, 2)
    page.date(isRuled ? ruled : on)
    page.time(chance.bits())
    page.date(on)
    page.time(chance.bits())
    page.word(pools.court, life.court[0] ?? 0)
    page.word(constant, chance.is(0.49) ? word('IMMIGRATION COURT') : 0)
    page.word(pools.location, life.location[0] ?? 0)
    page.word(pools.judge, chance.is(0.09) ? 0 : (life.judge[0] ?? 0))
    page.letter(isRuled ? bondRuling(chance) : 0)
    page.date(isRuled ? ruled : never)
    chance.begin(39, life.index, k)
    if (chance.is(0.342)) page.int((2 + chance.below(16)) * 500)
    else page.none()
    page.letter(chance.is(0.106) ? (chance.is(0.68) ? N : Y) : 0)
    page.none()
    page.letter(chance.is(0.087) ? P : 0)
    page.date(on)
    if (chance.is(0.564)) page.int(chance.is(0.5) ? 0 : (3 + chance.below(30)) * 500)
    else page.none()
    page.letter(chance.is(0.21) ? A : 0)
    page.none()
    page.date(isRuled && chance.is(0.92) ? ruled + 30 : never)
    page.date(chance.is(0.11) ? on : never)
    if (chance.is(0.95)) put(page, bondType, chance)
    else page.none()
    page.letter(chance.is(0.69) ? W : 0)
    page.letter(chance.is(0.71) ? A : 0)
    page.none()
    page.row(key)
  }
}

const juvenileKind = letters({ '5': 660, '4': 158, '1': 81, '6': 80, '2': 20, '3': 1 })

const juvenileRows: Writer = (life, page, { chance }) => {
  if (life.count === 0 || !chance.begin(14, life.index).is(shares.juvenile * 1.01)) return
  const key = 500_000 + life.index
  page.int(key)
  page.int(life.id)
  page.int(life.proceeding(0))
  page.letter(juvenileKind(chance))
  page.moment(life.filed, chance.bits())
  page.moment(chance.is(0.326) && life.filed + 300 <= life.asOf ? life.filed + 300 : never, chance.bits())
  page.row(key)
}

const mark = words({ FA: 300, FM: 90, J: 160, UJ: 190, J1: 40, AR: 60, OC: 30, BD: 12 })

const identifierRows: Writer = (life, page, { chance }) => {
  if (!chance.begin(15, life.index).is(shares.identifier)) return
  const key = 700_000 + life.index
  page.int(key)
  page.int(life.id)
  if (chance.is(0.0029)) page.none()
  else put(page, mark, chance)
  page.row(key)
}

const priority = words({ 'AWC/ATD': 54440, UC: 29626, 'AWC/D': 8670, 'RBC/D': 379, CR: 277 })

const priorityRows: Writer = (life, page, { chance }) => {
  if (!chance.begin(16, life.index).is(shares.priorityHistory)) return
  const key = 40_000 + life.index
  page.int(key)
  if (chance.is(0.305)) page.none()
  else put(page, priority, chance)
  page.int(life.id)
  page.moment(life.filed, chance.bits())
  page.moment(life.filed + chance.below(9), chance.bits())
  page.row(key)
}

const leadRiderRows: Writer = (life, page, { nation, chance }) => {
  const lead = nation.head(life.index)
  if (lead === life.index || life.count === 0) return
  chance.begin(17, life.index)
  const key = 900_000 + life.index
  const severed = life.filed + chance.days(500)
  const isSevered = chance.is(0.105) && severed <= life.asOf
  page.int(key)
  page.int(firstCase + lead)
  page.int(life.id)
  page.moment(life.filed, chance.bits())
  page.moment(isSevered ? severed : life.filed, chance.bits())
  page.moment(isSevered ? severed : never, chance.bits())
  page.int(proceedingKey(lead, 0))
  if (isSevered) page.int(proceedingKey(lead, 0))
  else page.none()
  page.int(life.proceeding(0))
  if (isSevered) page.int(life.proceeding(0))
  else page.none()
  page.letter(isSevered ? zero : one)
  page.row(key)
}

function appealKey(index: number): number {
  return 3_500_000 + index
}

/** The one appeal that a case can have: the proceeding it is from and its day; -1 for none. */
function appealed(life: Life, chance: Chance): { readonly i: number; readonly on: Day } | undefined {
  if (life.count === 0)
    return life.type === 10 && life.filed + 30 <= life.asOf ? { i: -1, on: life.filed + 30 } : undefined
  for (let i = 0; i < life.count; i += 1) {
    const [dec, comp] = [life.dec[i] ?? 0, life.comp[i] ?? never]
    if (!isOrdered(dec) && dec !== V && dec !== R) continue
    chance.begin(18, life.index, i)
    const share = dec === V || dec === R ? 0.07 : 0.245
    const on = comp + 8 + chance.below(22)
    if (chance.is(share)) return on <= life.asOf ? { i, on } : undefined
  }
  return undefined
}

const appealType = words({
  'Case Appeal': 640,
  'MTR BIA': 163,
  'Appeal of IJ MTR': 49,
  'Bond Appeal': 33,
  'Circuit Court Remand': 18,
  'Interlocutory Appeal': 6,
})
const visaAppeal = words({ 'DD Visa': 930, 'DD Fines': 55, 'DD 212': 15 })
const category = words({ IJ: 1, DD: 1, MA: 1 })
const filedBy = letters({ A: 896, I: 54, O: 21, B: 15, P: 12 })
const boardKind = letters({ R: 632, P: 359, T: 6, L: 3 })
const boardRuling = words({ DIS: 420, AWO: 180, REM: 90, SUS: 60, REJ: 70, ABN: 20, TPD: 6, APD: 12, WPD: 4, GRN: 40 })

const appealRows: Writer = (life, page, { nation: { pools }, chance }) => {
  const found = appealed(life, chance)
  if (found === undefined) return
  const { i, on } = found
  chance.begin(19, life.index)
  const ruled = on + 60 + chance.days(330)
  const isRuled = ruled <= life.asOf
  page.int(appealKey(life.index))
  page.int(life.id)
  if (i < 0) page.none()
  else page.int(life.proceeding(i))
  page.word(category.words, i < 0 ? 2 : 1)
  put(page, i < 0 ? visaAppeal : appealType, chance)
  page.date(on)
  page.letter(filedBy(chance))
  page.date(chance.is(0.677) ? on : never)
  page.date(isRuled ? ruled : never)
  if (isRuled) put(page, boardRuling, chance)
  else page.none()
  page.letter(isRuled && chance.is(0.98) ? boardKind(chance) : 0)
  chance.begin(40, life.index)
  page.word(pools.type, life.type + 1)
  page.word(pools.lang, i < 0 ? 0 : (pools.langOf[life.nat] ?? 0))
  page.word(pools.nat, i < 0 ? 0 : life.nat)
  page.letter(chance.is(0.0229) ? S : 0)
  page.letter(i < 0 || chance.is(0.09) ? 0 : life.custody)
  page.letter(chance.is(0.0021) ? Y : 0)
  page.row(appealKey(life.index))
}

const appealKeyRows: Writer = (life, page, { chance }) => {
  const found = appealed(life, chance)
  if (found === undefined || !chance.begin(20, life.index).is(shares.appealKey)) return
  page.int(appealKey(life.index))
  page.int(life.id)
  if (found.i < 0) page.none()
  else page.int(life.proceeding(found.i))
  page.row(appealKey(life.index))
}

/** A later station of some appeals, so many days after the appeal. */
function station(
  purpose: number,
  share: number,
  after: number,
  write: (page: Page, key: number, on: Day, life: Life, desk: Desk, i: number) => void,
): Writer {
  return (life, page, desk) => {
    const found = appealed(life, desk.chance)
    if (found === undefined || !desk.chance.begin(purpose, life.index).is(share)) return
    const on = found.on + after + desk.chance.below(90)
    if (on > life.asOf) return
    write(page, 60_000 + life.index, on, life, desk, found.i)
    page.row(60_000 + life.index)
  }
}

const federalCourtRows = station(24, shares.federalCourt * 1.06, 300, (page, key, on, life, { chance }) => {
  page.int(key)
  page.int(appealKey(life.index))
  page.date(chance.is(0.967) ? on : never)
  page.word(constant, chance.is(0.0357) ? word('REM') : 0)
})

const threeMemberRows = station(25, shares.threeMembers * 1.06, 120, (page, key, on, life, { chance }) => {
  page.int(key)
  page.int(appealKey(life.index))
  page.date(on)
  page.date(chance.is(0.135) ? on + 3 : never)
})

const proBonoRows = station(26, shares.proBono * 1.06, 100, (page, key, on, life, { nation: { pools }, chance }, i) => {
  const dec = i < 0 ? 0 : (life.dec[i] ?? 0)
  page.word(pools.type, life.type + 1)
  page.none(2)
  page.letter(one + chance.below(3))
  page.none(7)
  page.moment(on, chance.bits())
  page.none()
  page.letter(A)
  page.word(pools.nat, life.nat)
  page.word(pools.lang, pools.langOf[life.nat] ?? 0)
  page.letter(zero)
  page.letter(zero)
  page.letter(zero)
  page.word(pools.charge, 1 + pools.chargeDraw.from(chance))
  page.none(11)
  page.letter(dec)
  page.none()
  page.letter(chance.is(0.1) ? Y : N)
  page.none(4)
  page.letter(chance.is(0.47) ? M : 0)
  page.none(3)
  page.letter(zero)
  page.letter(zero)
  page.letter(zero)
  page.none(2)
  page.date(chance.is(0.7) ? life.filed - chance.days(900) : never)
  page.none(2)
  page.int(appealKey(life.index))
  page.date(on + 21)
  page.int(key)
  page.letter(zero)
  page.none(7)
  page.letter(one)
  page.moment(on, chance.bits())
  page.none()
  page.letter(life.custody)
})

/** How the rows of each core table are made, by file. */
export const writers: Readonly<Record<string, Writer>> = {
  A_TblCase: caseRow,
  B_TblProceeding: proceedingRows,
  B_TblProceedCharges: chargeRows,
  A_TblCaseIdentifier: identifierRows,
  tbl_schedule: hearingRows,
  tbl_Court_Appln: applicationRows,
  tbl_Court_Motions: motionRows,
  tbl_RepsAssigned: representationRows,
  tbl_EOIR_Attorney: attorneyRows,
  D_TblAssociatedBond: bondRows,
  tbl_CustodyHistory: custodyRows,
  tbl_CasePriorityHistory: priorityRows,
  tbl_JuvenileHistory: juvenileRows,
  tbl_Lead_Rider: leadRiderRows,
  tblAppeal: appealRows,
  tblAppeal2: appealKeyRows,
  tblAppealFedCourts: federalCourtRows,
  tblThreeMbrReferrals: threeMemberRows,
  tblProBono: proBonoRows,
}
