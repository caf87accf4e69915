import { hash } from '../chance.ts'
import { shares } from '../margins.ts'
import type { Page } from '../page.ts'
import { never } from '../sheet.ts'
import { D, I, letters, M, one, put, type Writer, words, zero } from './desk.ts'

const adjournMedium = letters({ P: 596, H: 173, V: 119, A: 48, C: 36, p: 17, T: 11 })
const path = letters({ W: 853, A: 142, F: 5 })
const recordType = letters({ X: 928, B: 44, A: 27, O: 1 })
const startTime = words({ '0830': 30, '0900': 18, '1300': 24, '1000': 7, '0930': 4, '1030': 3, '1400': 2, '0800': 8 })
const stopTime = words({ '1200': 30, '1700': 22, '1100': 14, '1600': 12, '1130': 6, '1500': 6, '0930': 5 })
const scheduleMaster = words({ MM: 30, MR: 58, MC: 3, MS: 4, MD: 5 })
const scheduleMerits = words({ II: 62, IR: 26, IA: 8, ID: 4 })

export const hearingRows: Writer = (life, page, { nation, chance }) => {
  const { pools } = nation
  const attorneys = Math.max(1, Math.floor(nation.setting.cases * shares.attorney))
  const gap = life.custody === D ? 17 : life.type > 4 && life.type < 8 ? 6 : 375
  const language = pools.langOf[life.nat] ?? 0
  let n = 0
  for (let i = 0; i < life.count; i += 1) {
    // The court knows of the end, even where it is not entered yet.
    const comp = life.ended[i] ?? never
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

export const attorneyRows: Writer = (life, page, { nation, chance }) => {
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
