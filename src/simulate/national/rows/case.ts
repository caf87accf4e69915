import { never } from '../sheet.ts'
import {
  appear,
  appearances,
  asylumOf,
  constant,
  D,
  F,
  facility,
  family,
  I,
  latest,
  M,
  N,
  notAvailable,
  one,
  put,
  R,
  returned,
  siteType,
  unaccompanied,
  type Writer,
  word,
  zero,
} from './desk.ts'

export const caseRow: Writer = (life, page, { nation: { pools }, chance }) => {
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
  const moved = chance.is(0.38) ? life.filed + chance.days(300) : never
  page.date(moved <= life.asOf ? moved : never)
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
