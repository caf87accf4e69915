import { type Random, weighted } from '../base/random.ts'

/** DEC_CODE or OTHER_COMP, and how often. */
type Ending = readonly [dec: string, other: string]
type Mix = readonly (readonly [Ending, number])[]

const dec = (code: string, share: number) => [[code, ''], share] as const
const other = (code: string, share: number) => [['', code], share] as const

/** Decisions of types that are not removal, deportation or exclusion: the same in all years. */
const small: Readonly<Record<string, Mix>> = {
  AOC: [dec('G', 30), dec('D', 38), dec('A', 12), dec('W', 8), dec('C', 1), dec('T', 4), other('A', 4), other('O', 2)],
  WHO: [dec('D', 55), dec('G', 10), dec('Z', 6), dec('H', 4), dec('W', 16), dec('A', 4), other('A', 3)],
  NAC: [dec('G', 55), dec('D', 20), dec('W', 15), dec('A', 10)],
  CFR: [dec('A', 68), dec('V', 28), dec('O', 3), dec('L', 1)],
  RFR: [dec('A', 70), dec('V', 26), dec('O', 4)],
  CSR: [dec('A', 70), dec('V', 30)],
  REC: [dec('R', 40), dec('S', 30), dec('T', 30)],
}

const exclusion: Mix = [dec('E', 42), dec('A', 12), dec('T', 24), dec('O', 6), other('A', 16)]

/** Shares of the endings of removal and deportation cases in a year. */
export interface Year {
  readonly pd?: number
  readonly pdInCourt?: number
  readonly dismissed?: number
  readonly unfiled?: number
  readonly closedOther?: number
  readonly closedNew?: number
  readonly ordered: number
  readonly relief: number
}

function removal(type: string, year: Year): Mix {
  return [
    dec(type === 'DEP' ? 'D' : 'X', year.ordered),
    dec('V', year.ordered * 0.17),
    dec('R', year.relief),
    dec('T', 9),
    ...(type === 'RMV'
      ? [dec('E', year.relief * 0.05), dec('Z', year.relief * 0.05), dec('H', year.relief * 0.02), dec('W', 0.4)]
      : []),
    ...(type === 'RMV' ? [dec('O', 0.3)] : []),
    dec('U', year.dismissed ?? 0),
    other('Y', year.pd ?? 0),
    other('M', year.pdInCourt ?? 0),
    other('F', year.unfiled ?? 0),
    other('A', year.closedOther ?? 0),
    other('K', year.closedNew ?? 0),
    other('P', 0.3),
    other('O', 0.4),
  ]
}

/** Draws how a case of a type ends in a year. Exclusion cases have no code for withholding, nor the small types for PD. */
export function endings(years: (year: number) => Year): (rng: Random, type: string, year: number) => Ending {
  const drawers = new Map<string, (rng: Random) => Ending>()
  return (rng, type, year) => {
    const key = `${type}${year}`
    let draw = drawers.get(key)
    if (draw === undefined) {
      draw = weighted<Ending>(small[type] ?? (type === 'EXC' ? exclusion : removal(type, years(year))))
      drawers.set(key, draw)
    }
    return draw(rng)
  }
}
