import { type Chance, Draw } from '../chance.ts'
import type { Life, Nation } from '../life.ts'
import { counts, shares } from '../margins.ts'
import type { Page } from '../page.ts'
import { Words } from '../sheet.ts'

/** What all writers share: one chance, begun anew for each case and purpose. */
export interface Desk {
  readonly nation: Nation
  readonly chance: Chance
}

/** Writes the rows of one case in one table. */
export type Writer = (life: Life, page: Page, desk: Desk) => void

export const letter = (text: string) => text.charCodeAt(0)
export const D = letter('D')
export const R = letter('R')
export const N = letter('N')
export const C = letter('C')
export const T = letter('T')
export const U = letter('U')
export const X = letter('X')
export const V = letter('V')
export const A = letter('A')
export const M = letter('M')
export const I = letter('I')
export const O = letter('O')
export const P = letter('P')
export const E = letter('E')
export const F = letter('F')
export const S = letter('S')
export const W = letter('W')
export const G = letter('G')
export const Y = letter('Y')
export const zero = letter('0')
export const one = letter('1')

/** A letter drawn by weight. */
export function letters(weights: Readonly<Record<string, number>>): (chance: Chance) => number {
  const codes = Object.keys(weights).map(letter)
  const draw = new Draw(Object.values(weights))
  return (chance) => codes[draw.from(chance)] ?? 0
}

export function counter(weights: readonly number[]): (chance: Chance) => number {
  const draw = new Draw(weights)
  return (chance) => draw.from(chance)
}

export function words(weights: Readonly<Record<string, number>>): { words: Words; draw: Draw } {
  return { words: new Words(Object.keys(weights)), draw: new Draw(Object.values(weights)) }
}

export function put(page: Page, of: { words: Words; draw: Draw }, chance: Chance): void {
  page.word(of.words, 1 + of.draw.from(chance))
}

export const constant = new Words([
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
export const word = (text: string) => constant.at(text)
export const [notAvailable, unaccompanied, family, returned] = [1, 2, 3, 4]

export function isOrdered(dec: number): boolean {
  return dec === X || dec === D || dec === E
}

/** What is invented about a person: the same in every table. */
export function asylumOf(life: Life, chance: Chance): number {
  if (life.type === 3) return E
  chance.begin(11, life.index)
  const at = chance.bits() / 0x100000000
  if (life.type !== 0) return at < (life.filed < 10000 ? 0.3 : 0.05) ? (at < 0.15 ? I : E) : 0
  const years = life.filed > 16000 ? 1.28 : 1
  if (life.custody === D) return at < 0.12 ? E : 0
  return at < 0.19 * years ? I : at < 0.5 * years ? E : 0
}

export const ownLawyers = counter(counts.ownLawyers)
export const appearances = new Int32Array(8)

/** Days on which counsel appeared for the person, as far as the as-of date; says how many. */
export function appear(life: Life, chance: Chance): number {
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

export const siteType = letters({ M: 865, I: 135 })
export const facility = letters({ S: 50, D: 28, F: 20, M: 2 })
export const latest = words({
  '0830': 22,
  '0900': 16,
  '1300': 20,
  '1000': 8,
  '0930': 4,
  '1030': 3,
  '1400': 2,
  '0800': 6,
})

export const reserved = letters({ A: 746, I: 150, B: 99, O: 5 })

export function appealKey(index: number): number {
  return 3_500_000 + index
}
