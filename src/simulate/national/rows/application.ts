import type { Chance } from '../chance.ts'
import type { Life } from '../life.ts'
import { never, Words } from '../sheet.ts'
import { asylumOf, C, D, G, isOrdered, letters, R, S, T, V, type Writer, words } from './desk.ts'

const otherRelief = words({ '42B': 45, '245': 22, '42A': 13, VD: 16, '212c': 6, SUSP: 6, '212h': 3, I881: 3 })
const granted = letters({ G: 700, F: 240, L: 60 })
const refused = letters({ D: 640, A: 190, W: 130, O: 40 })
const left = letters({ W: 480, O: 260, A: 120, M: 80, R: 60 })
const asylumForms = new Words(['ASYL', 'ASYW', 'WCAT'])

export const applicationRows: Writer = (life, page, { chance }) => {
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
