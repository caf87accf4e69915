/** Code, people pending about 2011, how many times as many in the 2020s, language. Shares are invented but for those that TRAC printed. */
const table = `
MX 105518 1.6 SP|CH 26579 1.0 MAN|ES 27400 2.6 SP|GT 22850 4.2 SP|HO 10920 7.5 SP|IN 6075 3.2 PUN|HA 5210 8.0 CRE|CU 4480 9.0 SP|DR 4310 3.4 SP|CO 4260 10.5 SP
JM 4105 0.8 ENG|EC 3960 11.0 SP|PE 3590 6.5 SP|BR 3385 9.5 POR|RP 2990 0.7 TAG|KS 2308 0.3 KOR|NU 2260 14.0 SP|VM 2180 1.0 VIE|AM 2095 1.6 ARM|PK 1930 1.0 UR
ID 1905 0.6 IND|NI 1780 1.4 ENG|ET 1685 1.2 AMH|RU 1660 4.0 RUS|NP 1590 2.0 NEP|CA 1385 0.5 ENG|VE 1340 60.0 SP|GH 1295 1.5 ENG|KE 1240 0.8 ENG|AL 1215 0.9 ALB
GV 1160 1.6 FR|CM 1112 2.2 FR|UK 1075 0.4 ENG|GY 1030 0.6 ENG|BG 1005 2.0 BEN|TD 955 0.6 ENG|SL 920 0.6 ENG|IR 885 1.0 FAR|ER 850 1.5 AMH|EG 830 2.0 AR
PO 780 0.6 POR|LI 745 0.6 ENG|AR 720 1.1 SP|CI 690 3.5 SP|BL 660 2.0 SP|IZ 635 0.5 AR|SO 610 1.6 SOM|LA 575 0.5 ENG|BH 540 0.8 ENG|CS 515 1.6 SP
UE 455 3.2 RUS|CV 430 0.8 POR|PL 415 0.5 POL|MG 400 2.0 RUS|GO 390 9.0 RUS|JO 375 1.4 AR|MM 360 0.5 ALB|RO 350 3.0 ENG|GA 340 2.0 WLF|ML 325 2.0 FR
CB 315 0.4 CAM|SG 305 8.0 WLF|BM 300 1.1 BUR|YO 290 0.2 ENG|LE 280 1.0 AR|MO 270 1.2 AR|PM 262 0.9 SP|CE 255 1.6 SIN|IS 248 1.4 ENG|TO 240 1.4 FR
IV 232 1.0 FR|SY 225 1.6 AR|UZ 218 9.0 UZB|BF 210 0.6 ENG|UY 204 0.9 SP|ZI 198 0.5 ENG|BO 190 1.0 FR|TU 184 16.0 TU|UG 178 1.2 ENG|MD 172 2.0 RUS
BS 166 2.2 RUS|FJ 160 0.6 HIN|KG 155 9.0 RUS|GE 150 0.4 ENG|DC 146 5.0 FR|MR 142 14.0 WLF|BB 138 0.5 ENG|CG 134 1.0 FR|TH 130 0.8 ENG|SP 126 1.0 SP
FR 122 0.7 FR|SU 118 1.0 AR|AO 114 8.0 POR|KZ 110 4.0 RUS|YE 106 1.8 AR|AG 103 1.0 AR|BU 100 0.9 RUS|AF 97 16.0 FAR|LH 94 0.4 RUS|PA 91 2.0 SP
TS 88 1.2 AR|SF 85 0.8 ENG|GJ 82 0.5 ENG|MY 79 0.7 ENG|TN 77 0.6 ENG|RW 75 1.2 ENG|BY 73 1.4 FR|IT 71 0.6 ENG|ST 69 0.5 ENG|AZ 67 2.5 RUS
TA 65 4.0 RUS|VC 63 0.5 ENG|JA 61 0.4 JPN|TZ 59 1.0 ENG|CD 57 2.0 FR|NG 55 1.0 ENG|DO 54 0.6 ENG|BI 53 0.3 ENG|AC 52 0.5 ENG|LY 51 1.8 AR
ZA 50 0.8 ENG|BN 49 2.0 FR|HU 48 0.6 ENG|LV 47 0.4 RUS|SC 46 0.5 ENG|TW 45 0.5 MAN|SA 44 0.8 AR|KU 43 0.7 AR|HK 42 0.4 MAN|AS 41 0.5 ENG
NL 40 0.6 ENG|SR 39 0.4 ENG|CX 38 0.4 ENG|EI 37 0.4 ENG|CT 36 1.0 FR|GB 35 1.0 FR|PU 34 1.0 POR|MI 33 0.6 ENG|SW 32 0.4 ENG|EO 31 0.4 RUS
DJ 30 1.2 FR|CZ 29 0.2 ENG|GR 28 0.5 ENG|KV 27 2.5 ALB|MA 26 0.6 FR|SV 25 0.3 ENG|WS 24 0.5 ENG|NS 23 0.6 ENG|MP 22 0.5 FR|SN 21 0.4 ENG
TR 20 3.0 RUS|EK 19 1.2 SP|NE 18 0.6 FR|AU 17 0.5 ENG|BZ 16 2.0 RUS|WA 15 0.8 ENG|LT 14 0.5 ENG|CY 13 0.4 ENG|DA 12 0.5 ENG|?? 11 2.0 ???
`

export interface Nationality {
  readonly code: string
  readonly pending2011: number
  readonly growth: number
  readonly language: string
}

export const nationalities: readonly Nationality[] = table
  .trim()
  .split(/[|\n]/)
  .map((entry) => {
    const [code = '', pending, growth, language = ''] = entry.split(' ')
    return { code, pending2011: Number(pending), growth: Number(growth), language }
  })

const languages = new Map(nationalities.map(({ code, language }) => [code, language]))

export function languageOf(nat: string): string {
  return languages.get(nat) ?? 'ENG'
}

/** How many times more likely than elsewhere a nationality is at a court. */
export function affinity(court: string, nat: string): number {
  return leanings[court]?.[nat] ?? 1
}

const border = { MX: 3, CH: 0.3, GT: 1.4, HO: 1.4, ES: 1.3 }
const northEast = { MX: 0.18, CH: 2.5, DR: 3, EC: 3, JM: 2.5, GY: 4, BG: 3, PL: 3, AL: 3, BR: 1.5 }
const leanings: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  NYC: { ...northEast, CH: 9, HA: 1.5 },
  NYD: northEast,
  NEW: { ...northEast, PE: 2, CH: 1.2 },
  ELZ: northEast,
  PHI: { ...northEast, MX: 0.5 },
  BOS: { ...northEast, BR: 9, CV: 9, GT: 2, HA: 2, CH: 0.8 },
  HAR: { ...northEast, CH: 0.8 },
  MIA: { MX: 0.12, CU: 9, HA: 6, VE: 6, NU: 4, CO: 4, CH: 0.25 },
  KRO: { MX: 0.2, CU: 6, HA: 4, CO: 2 },
  ORL: { MX: 0.5, BR: 3, CO: 3, VE: 4, HA: 2, CH: 0.4 },
  BAL: { MX: 0.4, ES: 2.5, HO: 1.5, CM: 5, NI: 3, CH: 0.5 },
  WAS: { MX: 0.3, ES: 3, BL: 5, ET: 6, CM: 3, PK: 2, CH: 0.4 },
  LOS: { MX: 1.1, ES: 1.7, GT: 1.8, AM: 8, KS: 3, RP: 2, CH: 1.2 },
  SFR: { MX: 1, IN: 4, ES: 1.5, RP: 2, CH: 1.3, ID: 1.5, BM: 4 },
  SND: border,
  IMP: border,
  ELP: border,
  SNA: { ...border, HO: 2, ES: 2 },
  HLG: { ...border, HO: 2.4, ES: 2 },
  PIS: border,
  PHO: border,
  TUC: border,
  FLO: border,
  ELO: border,
  BLM: { SO: 20, LI: 12, LA: 8, MX: 1, CH: 0.4 },
  CHI: { MX: 1.4, PL: 8, CH: 0.5, IN: 1.4, LH: 6 },
  SEA: { MX: 1.3, RU: 2, UE: 3, CH: 0.6, SO: 4, ET: 2 },
  HON: { MX: 0.3, RP: 9, CH: 2, TN: 9, WS: 9, KS: 2 },
  AGA: { MX: 0.01, CH: 6, RP: 12, KS: 3 },
  SAI: { MX: 0.01, CH: 7, RP: 12, BG: 6 },
  SAJ: { MX: 0.05, DR: 14, CU: 3, CH: 1 },
  DET: { MX: 1, IZ: 14, AL: 7, CH: 0.8, LE: 8 },
  CLE: { MX: 0.8, CM: 3, MR: 9, GV: 5, RU: 2 },
  ATL: { MX: 1.4, GT: 1.3, ET: 2, CH: 0.6 },
  LVG: { MX: 1.6, RP: 2, ES: 1.5 },
}
