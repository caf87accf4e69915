import { day } from '../base/days.ts'

/**
 * The published totals that the release of July 2012 is rebuilt from: TRAC's reports 278, 284 and 287 with their
 * announcements. What is not published is invented, and marked so.
 */
export const july2012 = {
  asOf: day('2012-06-28'),
  /** The pending base of every 2012 rate, and the day it was counted. */
  base: { on: day('2011-09-30'), pending: 298_173 },
  /** Published in round numbers: "about 314,000". */
  pendingAtEnd: 314_000,
  /** Fiscal year 2012 had about 212,700 filings and 206,330 closures: here 272 of its 366 days. */
  filings: 158_000,
  closures: 153_300,
  /** First and last day of each stretch between two reports, closures flagged in it, and how many by DEC_CODE I (only the first published). */
  windows: [
    { from: day('2011-12-16'), to: day('2012-03-28'), pd: 2_609, terminated: 650 },
    { from: day('2012-03-29'), to: day('2012-05-31'), pd: 1_976, terminated: 505 },
    { from: day('2012-06-01'), to: day('2012-06-28'), pd: 1_099, terminated: 280 },
  ],
  /** Mean days from filing to closure of the closures of June 2012. */
  days: { pd: 803, relief: 773, all: 385 },
  /** All others of the 50 largest lie strictly between India and Cameroon, by more than rounding to one decimal takes. */
  between: { largest: 50, above: 0.0086, below: 0.0354 },
  /** Invented: closed cases of the years before, and how many of them rest in an administrative closure. */
  history: { from: day('2007-01-01'), closed: 90_000, inactive: 24_000, shells: 600 },
} as const

/** Nationalities whose base or count is published, or whose rate is: count over base gives it. */
export const nationalities2012: Readonly<Record<string, { readonly pending: number; readonly pd: number }>> = {
  MX: { pending: 105_518, pd: 3_060 },
  CH: { pending: 26_579, pd: 63 },
  KS: { pending: 2_308, pd: 90 },
  CM: { pending: 1_112, pd: 40 },
  IN: { pending: 6_075, pd: 48 },
}

/**
 * Courts with their pending base (exact for DET, which is published, and POO; the others share what is left) and their
 * flagged closures in each window. The first three columns of BAL, LOS, NYC, DEN and SFR give the published sums and
 * ranks; courts without counts share what is left.
 */
export const courts2012: readonly (readonly [code: string, base: number, pd?: readonly [number, number, number]])[] = [
  ['LOS', 46000, [218, 316, 154]],
  ['NYC', 44000, [207, 93, 58]],
  ['SFR', 18500, [176, 211, 68]],
  ['CHI', 16000],
  ['WAS', 11900],
  ['MIA', 11650],
  ['BOS', 11300],
  ['NEW', 9500],
  ['ATL', 9300],
  ['HOU', 8600],
  ['PHO', 8350],
  ['DEN', 8200, [198, 203, 75]],
  ['SNA', 8000],
  ['ORL', 6620],
  ['SEA', 6480],
  ['MEM', 6310],
  ['BAL', 6000, [230, 56, 31]],
  ['HLG', 5500],
  ['PHI', 5200],
  ['ELP', 5110],
  ['LVG', 5040],
  ['CHL', 4930],
  ['DAL', 4800],
  ['OMA', 4700],
  ['CLE', 4500],
  ['KAN', 3900],
  ['SND', 3800],
  ['BLM', 3060],
  ['NOL', 2950],
  ['DET', 2815, [167, 49, 20]],
  ['SLC', 2600],
  ['HAR', 2000],
  ['IMP', 1840],
  ['BUF', 1770],
  ['POO', 1720, [84, 20, 9]],
  ['TUC', 1500],
  ['SDC', 1200],
  ['ELO', 1100],
  ['HOD', 930],
  ['TAC', 900],
  ['OAK', 870],
  ['FLO', 800],
  ['KRO', 730],
  ['PIS', 700],
  ['YOR', 680],
  ['SAJ', 640],
  ['ADL', 610],
  ['NYD', 580],
  ['HON', 520],
  ['ELZ', 500],
  ['ULS', 480],
  ['AGA', 300],
  ['SAI', 100],
]

/** Invented: how much more, or less, than others the remaining courts close; few where most people are detained. */
export const eagerness: Readonly<Record<string, number>> = {
  SEA: 1.7,
  TUC: 1.8,
  OMA: 1.6,
  PHO: 1.3,
  CHL: 1.5,
  LVG: 1.3,
  ATL: 1.1,
  HOU: 0.4,
  CHI: 0.85,
  MIA: 0.8,
  SDC: 0.2,
  HOD: 0.2,
  ELO: 0.25,
  OAK: 0.25,
  FLO: 0.25,
  KRO: 0.3,
  PIS: 0.2,
  YOR: 0.4,
  NYD: 0.3,
  ADL: 0.3,
  ELZ: 0.3,
  ULS: 0.3,
  TAC: 0.4,
}

/** Courts whose base is not to be scaled. */
export const exactBases = new Set(['DET', 'POO'])

type Ending = readonly [type: string, dec: string, other: string]

/** Endings that are relief, with relative numbers. */
export const reliefEndings: readonly (readonly [Ending, number])[] = [
  [['RMV', 'R', ''], 880],
  [['DEP', 'R', ''], 50],
  [['AOC', 'G', ''], 40],
  [['WHO', 'G', ''], 10],
  [['NAC', 'G', ''], 7],
  [['EXC', 'A', ''], 5],
]

/** All other endings without prosecutorial discretion. */
export const otherEndings: readonly (readonly [Ending, number])[] = [
  [['RMV', 'X', ''], 6650],
  [['RMV', 'V', ''], 1500],
  [['RMV', 'T', ''], 1150],
  [['DEP', 'D', ''], 150],
  [['EXC', 'E', ''], 45],
  [['AOC', 'D', ''], 90],
  [['WHO', 'D', ''], 95],
  [['CFR', 'A', ''], 80],
  [['CFR', 'V', ''], 40],
  [['RFR', 'A', ''], 60],
  [['RFR', 'V', ''], 30],
  [['RMV', '', 'A'], 160],
  [['RMV', '', 'F'], 15],
  [['RMV', '', 'P'], 10],
  [['RMV', '', 'O'], 10],
  [['DEP', 'T', ''], 30],
  [['RMV', 'E', ''], 28],
  [['RMV', 'Z', ''], 30],
  [['AOC', 'A', ''], 12],
  [['REC', 'R', ''], 3],
  [['CSR', 'A', ''], 5],
  [['DEP', '', 'A'], 15],
]

/** Case types of what is pending. */
export const pendingTypes: readonly (readonly [string, number])[] = [
  ['RMV', 9300],
  ['DEP', 350],
  ['EXC', 60],
  ['AOC', 120],
  ['WHO', 110],
  ['NAC', 8],
  ['REC', 6],
  ['CFR', 10],
  ['RFR', 20],
  ['CSR', 3],
]
