import type { Day } from '../../base/days.ts'
import type { Chance } from '../chance.ts'
import type { Life } from '../life.ts'
import { shares } from '../margins.ts'
import type { Page } from '../page.ts'
import { never } from '../sheet.ts'
import {
  A,
  appealKey,
  constant,
  type Desk,
  isOrdered,
  letters,
  M,
  N,
  one,
  put,
  R,
  S,
  V,
  type Writer,
  word,
  words,
  Y,
  zero,
} from './desk.ts'

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

export const appealRows: Writer = (life, page, { nation: { pools }, chance }) => {
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

export const appealKeyRows: Writer = (life, page, { chance }) => {
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

export const federalCourtRows = station(24, shares.federalCourt * 1.06, 300, (page, key, on, life, { chance }) => {
  page.int(key)
  page.int(appealKey(life.index))
  page.date(chance.is(0.967) ? on : never)
  page.word(constant, chance.is(0.0357) ? word('REM') : 0)
})

export const threeMemberRows = station(25, shares.threeMembers * 1.06, 120, (page, key, on, life, { chance }) => {
  page.int(key)
  page.int(appealKey(life.index))
  page.date(on)
  page.date(chance.is(0.135) ? on + 3 : never)
})

export const proBonoRows = station(
  26,
  shares.proBono * 1.06,
  100,
  (page, key, on, life, { nation: { pools }, chance }, i) => {
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
  },
)
