import { counts } from '../margins.ts'
import { never } from '../sheet.ts'
import { appealKey, appear, appearances, constant, counter, D, one, type Writer, word, words, zero } from './desk.ts'

const parents = words({
  a_tblcase: 390,
  b_tblproceeding: 357,
  B_TblProceeding: 140,
  A_Tblcase: 95,
  A_TblCase: 9,
})
const boardParents = words({ tblappeal: 607, tblAppeal: 393 })
const agencyLawyers = counter(counts.agencyLawyers)

export const representationRows: Writer = (life, page, { nation: { pools }, chance }) => {
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
