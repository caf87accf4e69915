import type { Day } from '../../base/days.ts'
import { hash } from '../chance.ts'
import type { Life } from '../life.ts'
import type { Page } from '../page.ts'
import { never, Words } from '../sheet.ts'
import {
  C,
  constant,
  D,
  type Desk,
  G,
  I,
  letters,
  O,
  reserved,
  S,
  T,
  U,
  W,
  type Writer,
  word,
  words,
  zero,
} from './desk.ts'

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

export const motionRows: Writer = (life, page, desk) => {
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
  page.date(chance.is(0.071) && isRuled ? ruled + 30 : never)
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
