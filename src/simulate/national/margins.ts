/** Filings by fiscal year in thousands: EOIR's and TRAC's series from 2008 on, before it their shape, to 12.8 million. */
export const filings: readonly (readonly [number, number])[] = [
  ...years(1983, [35, 40, 42, 46, 50, 62, 92, 88, 96, 105, 130, 150, 172, 200, 236]),
  ...years(1998, [245, 230, 238, 256, 268, 275, 280, 340, 330, 262]),
  ...years(2008, [226, 255, 247, 238, 213, 197, 230, 193, 228, 295, 316, 546, 369, 244]),
  ...years(2022, [707, 1200, 1790, 535, 545, 500]),
]

/** Share of a year's filings in each month, October first. */
export const season = [9.4, 8.3, 7.6, 7.7, 7.9, 9.2, 9.0, 8.9, 8.4, 7.9, 8.2, 7.5]

/** Pending cases in thousands at the end of each fiscal year: TRAC's series. */
export const backlog: readonly (readonly [number, number])[] = [
  ...years(1983, [55, 60, 65, 70, 75, 82, 95, 100, 104, 106, 108, 112, 118, 122, 124, 124, 123]),
  ...years(2000, [126, 149, 166, 170, 168, 184, 169, 175, 186, 224, 261, 298, 325, 344, 408, 456, 516, 629, 769, 1024]),
  ...years(2020, [1263, 1458, 1940, 2800, 3720, 3430, 3260, 3150]),
]

function years(first: number, values: readonly number[]): (readonly [number, number])[] {
  return values.map((value, i) => [first + i, value] as const)
}

/** Members in the order of every table below. */
export const types = [
  'RMV',
  'DEP',
  'EXC',
  'AOC',
  'WHO',
  'CFR',
  'RFR',
  'CSR',
  'REC',
  'NAC',
  'DDC',
  'CDR',
  'MAA',
] as const

/** Case types before the law of April 1997, and by period since. */
export const typeShares: readonly (readonly [until: number, shares: readonly number[]])[] = [
  [1997.5, [110, 735, 136, 0, 0, 0, 0, 0, 1.2, 0, 14, 0.02, 0.1]],
  [2010, [975, 3, 0.5, 3.2, 3.6, 2, 1.6, 0.2, 0.2, 0.1, 10, 0.03, 0.1]],
  [2019, [920, 0.2, 0.1, 2.2, 8.6, 32, 8.5, 0.2, 0.1, 0.02, 14, 0.03, 0.1]],
  [9999, [945, 0.05, 0.05, 0.7, 2.3, 20, 2.8, 0.1, 0.05, 0.01, 5, 0.02, 0.08]],
]

type Mix = Readonly<Record<string, number>>

/** Endings by calendar year; a digraph is the column and the code: `dX` is DEC_CODE X, `oF` is OTHER_COMP F. */
export const endings: readonly (readonly [until: number, mix: Mix])[] = [
  [1996, { dX: 446.5, dV: 176, dT: 100, dR: 105, oA: 108.8, dO: 8, dE: 6.6, oO: 4, oH: 2, dW: 1 }],
  [2005, { dX: 608, dV: 104, dT: 85, dR: 105, oA: 46.1, dO: 3, dE: 1.1, oP: 3, oO: 2, oH: 1, dW: 0.6 }],
  [2011, { dX: 608, dV: 96, dT: 78, dR: 125, oA: 53.8, dO: 3, dE: 2.2, oP: 3, oO: 1.4, dW: 0.6, oF: 0.5, dZ: 0.8 }],
  [
    2012,
    { dX: 503.5, dV: 92, dT: 100, dR: 145, oA: 76.8, oY: 51.5, dE: 2.2, dZ: 0.6, dH: 0.1, oP: 2, oO: 1.4, oF: 1.4 },
  ],
  [
    2015,
    { dX: 408.5, dV: 72, dT: 130, dR: 150, oA: 134.4, oY: 96.3, dE: 2.2, dZ: 0.6, dH: 0.1, oP: 2, oO: 1.4, oF: 1.4 },
  ],
  [2016, { dX: 380, dV: 56, dT: 120, dR: 110, oA: 153.6, oY: 184.8, dE: 2.2, dZ: 0.6, oP: 2, oO: 1.4, oF: 0.7 }],
  [2017, { dX: 532, dV: 64, dT: 95, dR: 130, oA: 76.8, oY: 38.1, dE: 2.2, dZ: 0.6, oP: 2, oO: 1.4, oF: 0.7 }],
  [2020, { dX: 608, dV: 56, dT: 82, dR: 135, oA: 9, oY: 0.7, dE: 2.9, dZ: 0.8, dH: 0.1, oP: 2, oO: 2, oF: 21.8 }],
  [
    2021,
    {
      dX: 313.5,
      dV: 48,
      dT: 150,
      dR: 115,
      dU: 90,
      oA: 38.4,
      oF: 142.8,
      oY: 7.8,
      oM: 3,
      oP: 4,
      dE: 3.3,
      dZ: 0.8,
      oO: 3,
    },
  ],
  [
    2022,
    {
      dX: 237.5,
      dV: 25.6,
      dT: 120,
      dR: 75,
      dU: 270,
      oA: 46.1,
      oF: 224.4,
      oY: 5.6,
      oM: 3,
      oP: 4,
      dE: 3.3,
      dZ: 0.8,
      oO: 3,
    },
  ],
  [
    2023,
    {
      dX: 304,
      dV: 22.4,
      dT: 80,
      dR: 58,
      dU: 240,
      oA: 46.1,
      oF: 217.6,
      oY: 3.4,
      oM: 2.4,
      oP: 3,
      dE: 3.3,
      dZ: 0.7,
      oO: 3,
    },
  ],
  [
    2024,
    { dX: 380, dV: 17.6, dT: 55, dR: 45, dU: 235, oA: 42.2, oF: 183.6, oY: 1.8, oM: 1.8, oP: 2, dE: 3.3, dZ: 0.5 },
  ],
  [
    2025,
    {
      dX: 560.5,
      dV: 30.4,
      dT: 38,
      dR: 32,
      dU: 215,
      oA: 7.7,
      oK: 5,
      oF: 54.4,
      oM: 0.2,
      dE: 4.4,
      dZ: 0.4,
      dW: 1.4,
      dJ: 1,
    },
  ],
  [9999, { dX: 636.5, dV: 56, dT: 22, dR: 28, dU: 160, oK: 7, oF: 8.2, dE: 4.4, dZ: 0.4, dW: 1.6, dJ: 0.6, oO: 1 }],
]

/** Endings of the types that are neither removal nor deportation, the same in all years. */
export const smallEndings: Readonly<Record<string, Mix>> = {
  EXC: { dE: 560, dA: 80, dT: 190, dO: 20, dV: 10, oA: 110, oO: 10 },
  AOC: { dG: 330, dC: 1, dD: 360, dA: 120, dW: 90, dT: 30, oA: 40, oO: 20 },
  WHO: { dD: 550, dG: 50, dZ: 60, dH: 8, dW: 200, dA: 40, dT: 20, oA: 40 },
  CFR: { dA: 680, dV: 290, dO: 15, dL: 15 },
  RFR: { dA: 700, dV: 270, dO: 25, dL: 5 },
  CSR: { dA: 700, dV: 300 },
  REC: { dR: 400, dS: 30, dT: 380, oA: 100 },
  NAC: { dG: 550, dD: 200, dW: 150, dA: 100 },
  CDR: { dD: 500, dG: 500 },
  MAA: { dX: 800, dA: 200 },
}

/** Charges with their weight: `237a01B` and kin, as the lookup spells them. */
export const chargeShares: readonly (readonly [string, number])[] = [
  ['212a06Ai', 480],
  ['212a07Ai  I', 190],
  ['237a01B', 100],
  ['237a01A', 45],
  ['237a01Ci', 18],
  ['212a09Ai', 12],
  ['212a09Aii', 8],
  ['237a02Aiii', 26],
  ['237a02Aii', 14],
  ['237a02Ai  I', 12],
  ['237a02Bi', 20],
  ['237a02C', 5],
  ['237a02Ei', 9],
  ['212a02Ai  I', 10],
  ['212a02Ai  II', 6],
  ['212a02C', 3],
  ['212a04', 2],
  ['212a06Ci', 7],
  ['212a06E', 3],
  ['241a01B', 30],
  ['241a01A', 8],
]

/** How many of something a case or a proceeding has: share of 0, 1, 2, … */
export const counts = {
  charges: [0.033, 0.595, 0.26, 0.08, 0.022, 0.01],
  custodySpells: [0.36, 0.57, 0.06, 0.01],
  agencyLawyers: [0.31, 0.45, 0.17, 0.05, 0.02],
  ownLawyers: [0, 0.27, 0.3, 0.21, 0.11, 0.07, 0.04],
} as const

/** Share of the cases that have a row of the table. */
export const shares = {
  identifier: 0.2,
  priorityHistory: 0.0116,
  juvenile: 0.234,
  rider: 0.205,
  attorney: 0.0318,
  /** Closures that are entered on a later day. */
  enteredLate: 0.12,
  represented: 0.46,
  bond: 0.338,
  secondBond: 0.12,
  appealKey: 0.815,
  federalCourt: 0.12,
  threeMembers: 0.055,
  proBono: 0.044,
  growth: 0.0042,
} as const

export const cities =
  'BROOKLYN:NY:112 BRONX:NY:104 QUEENS:NY:114 JAMAICA:NY:114 FLUSHING:NY:113 CORONA:NY:113 NEW YORK:NY:100 HEMPSTEAD:NY:115 BRENTWOOD:NY:117 YONKERS:NY:107 BUFFALO:NY:142 LOS ANGELES:CA:900 SAN DIEGO:CA:921 SAN JOSE:CA:951 SAN FRANCISCO:CA:941 OAKLAND:CA:946 SACRAMENTO:CA:958 FRESNO:CA:937 BAKERSFIELD:CA:933 SANTA ANA:CA:927 ANAHEIM:CA:928 LONG BEACH:CA:908 ONTARIO:CA:917 VAN NUYS:CA:914 ADELANTO:CA:923 CALEXICO:CA:922 RICHMOND:CA:948 STOCKTON:CA:952 MIAMI:FL:331 HIALEAH:FL:330 ORLANDO:FL:328 KISSIMMEE:FL:347 TAMPA:FL:336 JACKSONVILLE:FL:322 FT LAUDERDALE:FL:333 POMPANO BEACH:FL:330 LAKE WORTH:FL:334 HOMESTEAD:FL:330 NAPLES:FL:341 HOUSTON:TX:770 DALLAS:TX:752 SAN ANTONIO:TX:782 AUSTIN:TX:787 EL PASO:TX:799 FORT WORTH:TX:761 IRVING:TX:750 PEARSALL:TX:780 LOS FRESNOS:TX:785 HARLINGEN:TX:785 LAREDO:TX:780 CONROE:TX:773 DILLEY:TX:780 KARNES CITY:TX:781 CHICAGO:IL:606 CICERO:IL:608 WAUKEGAN:IL:600 AURORA:IL:605 NEWARK:NJ:071 ELIZABETH:NJ:072 PATERSON:NJ:075 UNION CITY:NJ:070 TRENTON:NJ:086 PLAINFIELD:NJ:070 BOSTON:MA:021 CHELSEA:MA:021 LYNN:MA:019 LAWRENCE:MA:018 FRAMINGHAM:MA:017 WORCESTER:MA:016 EVERETT:MA:021 PROVIDENCE:RI:029 HARTFORD:CT:061 BRIDGEPORT:CT:066 STAMFORD:CT:069 DANBURY:CT:068 ATLANTA:GA:303 LUMPKIN:GA:318 NORCROSS:GA:300 MARIETTA:GA:300 CHARLOTTE:NC:282 RALEIGH:NC:276 DURHAM:NC:277 GREENSBORO:NC:274 COLUMBIA:SC:292 MEMPHIS:TN:381 NASHVILLE:TN:372 LOUISVILLE:KY:402 NEW ORLEANS:LA:701 OAKDALE:LA:714 JENA:LA:713 KENNER:LA:700 BATON ROUGE:LA:708 BALTIMORE:MD:212 HYATTSVILLE:MD:207 SILVER SPRING:MD:209 GAITHERSBURG:MD:208 ARLINGTON:VA:222 ALEXANDRIA:VA:223 MANASSAS:VA:201 WOODBRIDGE:VA:221 WASHINGTON:DC:200 PHILADELPHIA:PA:191 YORK:PA:174 READING:PA:196 PITTSBURGH:PA:152 CLEVELAND:OH:441 COLUMBUS:OH:432 CINCINNATI:OH:452 DETROIT:MI:482 GRAND RAPIDS:MI:495 INDIANAPOLIS:IN:462 MINNEAPOLIS:MN:554 SAINT PAUL:MN:551 OMAHA:NE:681 LINCOLN:NE:685 DES MOINES:IA:503 KANSAS CITY:MO:641 SAINT LOUIS:MO:631 DENVER:CO:802 AURORA:CO:800 SALT LAKE CITY:UT:841 PHOENIX:AZ:850 ELOY:AZ:851 FLORENCE:AZ:851 TUCSON:AZ:857 LAS VEGAS:NV:891 RENO:NV:895 ALBUQUERQUE:NM:871 CHAPARRAL:NM:880 SEATTLE:WA:981 TACOMA:WA:984 YAKIMA:WA:989 KENT:WA:980 PORTLAND:OR:972 SALEM:OR:973 HONOLULU:HI:968 SAN JUAN:PR:009 HAGATNA:GU:969 OKLAHOMA CITY:OK:731 TULSA:OK:741 BIRMINGHAM:AL:352'
    .split(/ (?=[A-Z. ]+:)/)
    .map((entry) => entry.split(':'))
