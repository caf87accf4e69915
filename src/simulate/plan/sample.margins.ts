/** Filings by fiscal year, in relative numbers: the shape of EOIR's own series, its extremes drawn in so that no year is bare. */
export const filings: readonly (readonly [number, number])[] = [
  [2008, 5],
  [2009, 5.6],
  [2010, 5.9],
  [2011, 5.8],
  [2012, 5.4],
  [2013, 5.2],
  [2014, 5.9],
  [2015, 5.3],
  [2016, 5.8],
  [2017, 6.2],
  [2018, 6.8],
  [2019, 9],
  [2020, 6.4],
  [2021, 5],
  [2022, 9.4],
  [2023, 12.4],
  [2024, 14.6],
  [2025, 8.6],
  [2026, 5.8],
]

/** Share of a year's filings in each month, October first. */
export const season = [9.4, 8.3, 7.6, 7.7, 7.9, 9.2, 9.0, 8.9, 8.4, 7.9, 8.2, 7.5]

/** Courts by size: code and relative number of filings. */
export const courtSizes: readonly (readonly [string, number])[] = [
  ['MIA', 86],
  ['NYC', 80],
  ['LOS', 66],
  ['HOU', 48],
  ['CHI', 46],
  ['SFR', 44],
  ['ORL', 40],
  ['DAL', 38],
  ['NEW', 37],
  ['BOS', 36],
  ['ATL', 34],
  ['SNA', 33],
  ['WAS', 30],
  ['BAL', 25],
  ['PHI', 23],
  ['HLG', 22],
  ['MEM', 21],
  ['NOL', 20],
  ['CHL', 20],
  ['DEN', 19],
  ['ELP', 17],
  ['SEA', 16],
  ['SND', 15],
  ['PHO', 15],
  ['CLE', 14],
  ['HYA', 13],
  ['OMA', 12],
  ['KAN', 12],
  ['LVG', 11],
  ['BLM', 11],
  ['SLC', 10],
  ['DET', 10],
  ['SDC', 9],
  ['HOD', 8],
  ['TAC', 8],
  ['POO', 8],
  ['HAR', 7],
  ['BUF', 7],
  ['OAK', 6],
  ['KRO', 6],
  ['PIS', 6],
  ['ELO', 5],
  ['ADL', 5],
  ['SAJ', 5],
  ['AUR', 5],
  ['JNA', 5],
  ['ELZ', 4],
  ['OTM', 4],
  ['IMP', 4],
  ['TUC', 4],
  ['FLO', 3],
  ['YOR', 3],
  ['ULS', 2],
  ['HON', 2],
  ['AGA', 1],
  ['SAI', 1],
]

/** Courts that mostly hear people in custody. */
export const detainedCourts = new Set(
  'SDC HOD TAC OAK KRO PIS ELO ADL AUR JNA ELZ OTM IMP FLO YOR ULS NYD LAN PSD EPD OTO BTV LAD'.split(' '),
)

/** Case types: code and share of filings. */
export const caseTypes: readonly (readonly [string, number])[] = [
  ['RMV', 920],
  ['DEP', 12],
  ['EXC', 3],
  ['AOC', 8],
  ['WHO', 16],
  ['CFR', 26],
  ['RFR', 9],
  ['CSR', 2],
  ['REC', 2],
  ['NAC', 1],
]

type ByYear = Readonly<Record<number, number>>

/** Endings that came and went, in the units of the mix of their year. */
export const shares: Readonly<Record<'pd' | 'pdInCourt' | 'dismissed' | 'unfiled', ByYear>> = {
  pd: { 2012: 6.5, 2013: 9.5, 2014: 10, 2015: 11, 2016: 15, 2017: 3, 2021: 0.6, 2022: 1.8, 2023: 1.4, 2024: 1.1 },
  pdInCourt: { 2021: 0.9, 2022: 2.2, 2023: 2.4, 2024: 2.1, 2025: 0.3 },
  dismissed: { 2021: 8, 2022: 26, 2023: 24, 2024: 20, 2025: 9, 2026: 7 },
  unfiled: { 2013: 0.3, 2019: 3, 2020: 4, 2021: 12, 2022: 17, 2023: 15, 2024: 9, 2025: 2, 2026: 1 },
}
