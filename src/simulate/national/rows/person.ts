import { firstCase, proceedingKey } from '../life.ts'
import { counts, shares } from '../margins.ts'
import { never } from '../sheet.ts'
import { counter, letters, N, one, put, R, type Writer, words, zero } from './desk.ts'

const spells = counter(counts.custodySpells)

export const custodyRows: Writer = (life, page, { chance }) => {
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

const juvenileKind = letters({ '5': 660, '4': 158, '1': 81, '6': 80, '2': 20, '3': 1 })

export const juvenileRows: Writer = (life, page, { chance }) => {
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

export const identifierRows: Writer = (life, page, { chance }) => {
  if (!chance.begin(15, life.index).is(shares.identifier)) return
  const key = 700_000 + life.index
  page.int(key)
  page.int(life.id)
  if (chance.is(0.0029)) page.none()
  else put(page, mark, chance)
  page.row(key)
}

const priority = words({ 'AWC/ATD': 54440, UC: 29626, 'AWC/D': 8670, 'RBC/D': 379, CR: 277 })

export const priorityRows: Writer = (life, page, { chance }) => {
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

export const leadRiderRows: Writer = (life, page, { nation, chance }) => {
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
