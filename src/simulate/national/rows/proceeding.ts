import { counts } from '../margins.ts'
import { never } from '../sheet.ts'
import {
  C,
  counter,
  D,
  facility,
  isOrdered,
  latest,
  letters,
  N,
  O,
  put,
  R,
  reserved,
  S,
  T,
  V,
  W,
  type Writer,
  X,
  Y,
  zero,
} from './desk.ts'

const decisionType = letters({ O: 484, W: 431, '7': 71, '6': 14 })

const programme = letters({ S: 71, F: 26, M: 3 })

export const proceedingRows: Writer = (life, page, { nation: { pools }, chance }) => {
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

export const chargeRows: Writer = (life, page, { nation: { pools }, chance }) => {
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
