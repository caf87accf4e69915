import { shares } from '../margins.ts'
import { never } from '../sheet.ts'
import { A, constant, letters, N, P, put, W, type Writer, word, words, Y } from './desk.ts'

const bondRuling = letters({ C: 368, A: 237, N: 116, S: 103, J: 65, G: 42, W: 34, R: 11, D: 9 })
const bondType = words({ BB: 715, BD: 216, SB: 20 })

export const bondRows: Writer = (life, page, { nation: { pools }, chance }) => {
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
    page.date(chance.is(0.92) && isRuled ? ruled + 30 : never)
    page.date(chance.is(0.11) ? on : never)
    if (chance.is(0.95)) put(page, bondType, chance)
    else page.none()
    page.letter(chance.is(0.69) ? W : 0)
    page.letter(chance.is(0.71) ? A : 0)
    page.none()
    page.row(key)
  }
}
