import { dateTime } from '../base/days.ts'
import type { Case, Proceeding } from '../base/model.ts'
import type { Random } from '../base/random.ts'
import { languageOf } from '../plan/nationalities.ts'
import { startOf } from '../truth/events.ts'
import { type Cells, chance, padded, type Rows, type Scene } from './record.ts'
import { traitsOf } from './traits.ts'

export const proceedingRows: Rows = function* (scene) {
  for (const whole of scene.world.cases) {
    const rng = chance(scene, 21, whole)
    for (const [i, part] of whole.proceedings.entries()) yield proceedingCells(scene, whole, part, i, rng)
  }
}

function proceedingCells(scene: Scene, whole: Case, part: Proceeding, i: number, rng: Random): Cells {
  const before = whole.proceedings[i - 1]
  const after = whole.proceedings[i + 1]
  const start = startOf(part)
  const ordered = 'XDE'.includes(part.dec) && part.dec !== ''
  const moved = part.other === 'C' || part.other === 'T'
  return {
    IDNPROCEEDING: String(part.id),
    IDNCASE: String(whole.id),
    OSC_DATE: dateTime(part.osc),
    INPUT_DATE: dateTime(part.input),
    BASE_CITY_CODE: part.court,
    HEARING_LOC_CODE: part.location,
    IJ_CODE: scene.judges.codeAt(part.court, part.id),
    TRANS_IN_DATE: before === undefined ? '' : dateTime(part.input),
    PREV_HEARING_LOC: before?.location ?? '',
    PREV_HEARING_BASE: before?.court ?? '',
    TRANS_NBR: String(Math.min(i, 99)),
    HEARING_DATE: dateTime(start === undefined ? undefined : start + 20 + Math.floor(rng() * 200)),
    HEARING_TIME: rng() < 0.5 ? '0830' : '1300',
    DEC_TYPE: part.dec === '' ? '' : rng() < 0.8 ? 'O' : 'W',
    DEC_CODE: part.dec,
    DEPORTED_1: ordered ? whole.nat : '',
    OTHER_COMP: part.other,
    APPEAL_RSVD: part.dec === '' ? '' : rng() < 0.2 ? 'B' : 'N',
    COMP_DATE: dateTime(part.comp),
    ABSENTIA: part.dec === '' ? '' : ordered && !whole.detained && rng() < 0.4 ? 'Y' : 'N',
    VENUE_CHG_GRANTED: part.other === 'C' ? dateTime(part.comp) : '',
    TRANSFER_TO: moved ? (after?.court ?? '') : '',
    TRANSFER_STATUS: moved ? 'C' : '',
    CUSTODY: whole.detained ? 'D' : 'N',
    CASE_TYPE: whole.type,
    NAT: part.nat ?? (rng() < 0.003 && !whole.orphan ? '' : whole.nat),
    LANG: padded(languageOf(whole.nat), 3),
    SCHEDULED_HEAR_LOC: part.location,
    CRIM_IND: rng() < 0.1 ? 'Y' : 'N',
    IHP: 'N',
    AGGRAVATE_FELON: rng() < 0.04 ? '1' : '0',
    DATE_DETAINED: whole.detained ? dateTime(part.osc) : '',
  }
}

const immigration = ['212a06Ai', '212a07Ai  I', '237a01B', '237a01A', '237a01Ci']
const criminal = ['237a02Aii', '237a02Ai', '237a02Aiii', '237a02Bi']

/** One charge a case, a second one for some. A quarter of them is padded, as in the release. */
export const chargeRows: Rows = function* (scene) {
  let id = 5_000_000
  for (const whole of scene.world.cases) {
    const first = whole.proceedings[0]
    if (first === undefined || whole.orphan) continue
    const rng = chance(scene, 22, whole)
    const kinds =
      rng() < 0.09
        ? [...criminal.slice(0, 1 + Math.floor(rng() * 2))]
        : [immigration[Math.floor(rng() * immigration.length)] ?? '237a01B']
    for (const charge of kinds) {
      id += 1
      yield {
        IDNPRCDCHG: String(id),
        IDNCASE: String(whole.id),
        IDNPROCEEDING: String(first.id),
        CHARGE: rng() < 0.25 ? padded(charge, 12) : charge,
        CHG_STATUS: first.comp === undefined ? 'O' : rng() < 0.85 ? 'S' : 'W',
      }
    }
  }
}

/** Applications for relief, with an outcome once the proceeding has one. */
export const applicationRows: Rows = function* (scene) {
  let id = 8_000_000
  for (const whole of scene.world.cases) {
    const part = whole.proceedings.at(-1)
    const start = part === undefined ? undefined : startOf(part)
    if (part === undefined || start === undefined || whole.orphan) continue
    const rng = chance(scene, 23, whole)
    for (const code of wanted(scene, whole, rng)) {
      const filed = start + 20 + Math.floor(rng() * 300)
      if (filed > (part.comp ?? scene.world.asOf)) continue
      id += 1
      yield {
        IDNPROCEEDINGAPPLN: String(id),
        IDNPROCEEDING: String(part.id),
        IDNCASE: String(whole.id),
        APPL_CODE: padded(code, 4),
        APPL_RECD_DATE: dateTime(filed),
        APPL_DEC: outcome(part, rng),
      }
    }
  }
}

function wanted(scene: Scene, whole: Case, rng: Random): string[] {
  if (traitsOf(scene, whole).asylum !== '') return rng() < 0.8 ? ['ASYL', 'ASYW', 'WCAT'] : ['ASYL']
  if (whole.type !== 'RMV' || whole.detained) return []
  const at = rng()
  if (at < 0.12) return ['42B']
  if (at < 0.16) return ['42A']
  return at < 0.24 ? ['245'] : at < 0.34 ? ['VD'] : []
}

function outcome(part: Proceeding, rng: Random): string {
  if (part.comp === undefined) return ''
  if (part.other !== '') return part.other === 'C' || part.other === 'T' ? 'T' : 'S'
  if ('RG'.includes(part.dec)) return rng() < 0.75 ? 'G' : 'F'
  if ('XDE'.includes(part.dec)) return rng() < 0.68 ? 'D' : rng() < 0.5 ? 'A' : 'W'
  return rng() < 0.6 ? 'W' : 'O'
}
