import { dateTime, workday } from '../base/days.ts'
import type { Case, Proceeding } from '../base/model.ts'
import { languageOf } from '../plan/nationalities.ts'
import { startOf } from '../truth/events.ts'
import { type Cells, chance, isAmong, padded, type Rows, type Scene } from './record.ts'
import { traitsOf } from './traits.ts'

/** Generation 99 is the first proceeding of a case; it counts down. */
function generation(i: number): string {
  return String(99 - Math.min(i, 98))
}

export const hearingRows: Rows = function* (scene) {
  let id = 20_000_000
  for (const whole of scene.world.cases) {
    if (!isAmong(whole, scene.thin)) continue
    const rng = chance(scene, 31, whole)
    for (const [i, part] of whole.proceedings.entries()) {
      const start = startOf(part)
      if (start === undefined) continue
      const until = part.comp ?? scene.world.asOf + 500
      const step = whole.detained ? 14 : 320
      for (let n = 0, on = start + 10; n < 6 && on <= until; n += 1, on += 5 + Math.floor(rng() * 2 * step)) {
        id += 1
        yield hearingCells(scene, whole, part, { id, i, n, on: workday(on), until })
      }
    }
  }
}

interface Setting {
  readonly id: number
  readonly i: number
  readonly n: number
  readonly on: number
  readonly until: number
}

/** Most hearings are put off; some end the matter, some are taken down before the day (5A, 55, 74, 9A) or mistyped (99). */
const reasons = [
  '01',
  '02',
  '7A',
  '12',
  '17',
  '',
  '22',
  '45',
  '13',
  '5A',
  '01',
  '',
  '02',
  '17',
  '12',
  '55',
  '9A',
  '',
  '8B',
  '99',
  '74',
]

function hearingCells(scene: Scene, whole: Case, part: Proceeding, { id, i, n, on }: Setting): Cells {
  const isIndividual = n > 1
  return {
    IDNSCHEDULE: String(id),
    IDNPROCEEDING: String(part.id),
    IDNCASE: String(whole.id),
    OSC_DATE: dateTime(part.osc),
    GENERATION: generation(i),
    SUB_GENERATION: String(99 - n),
    REC_TYPE: 'X',
    LANG: padded(languageOf(whole.nat), 3),
    HEARING_LOC_CODE: part.location,
    BASE_CITY_CODE: part.court,
    IJ_CODE: scene.judges.codeAt(part.court, part.id),
    INPUT_DATE: dateTime(on - 9),
    INPUT_TIME: '0915',
    UPDATE_DATE: dateTime(Math.min(on, scene.world.asOf)),
    UPDATE_TIME: '1402',
    ASSIGNMENT_PATH: 'M',
    CAL_TYPE: isIndividual ? 'I' : 'M',
    ADJ_DATE: dateTime(on),
    ADJ_TIME_START: id % 2 === 0 ? '0830' : '1300',
    ADJ_TIME_STOP: id % 2 === 0 ? '0900' : '1600',
    ADJ_RSN: on > scene.world.asOf ? '' : (reasons[id % reasons.length] ?? ''),
    ADJ_MEDIUM: id % 5 === 0 ? 'V' : id % 13 === 0 ? 'H' : 'P',
    SCHEDULE_TYPE: isIndividual ? 'II' : n === 0 ? 'MM' : 'MR',
    NOTICE_CODE: '',
    BLNCLOCKOVERRIDE: '0',
  }
}

/** A motion stands behind each return of a case to the docket, and behind some moves. */
export const motionRows: Rows = function* (scene) {
  let id = 6_000_000
  for (const whole of scene.world.cases) {
    if (whole.orphan) continue
    for (const [i, part] of whole.proceedings.entries()) {
      const before = whole.proceedings[i - 1]
      if (before?.comp === undefined || before.other === 'X' || before.other === 'T') continue
      id += 1
      yield motionCells(scene, whole, part, before, id, i)
    }
  }
}

function motionCells(scene: Scene, whole: Case, part: Proceeding, before: Proceeding, id: number, i: number): Cells {
  const on = part.input ?? before.comp
  return {
    IDNMOTION: String(id),
    IDNPROCEEDING: String(before.id),
    IDNCASE: String(whole.id),
    OSC_DATE: dateTime(before.osc),
    REC_TYPE: before.other === 'C' ? 'CV' : before.other === '' ? (id % 3 === 0 ? 'MA' : 'O') : 'C',
    GENERATION: generation(i),
    SUB_GENERATION: '99',
    INPUT_DATE: dateTime(on),
    INPUT_TIME: '1010',
    BASE_CITY_CODE: before.court,
    HEARING_LOC_CODE: before.location,
    IJ_CODE: scene.judges.codeAt(before.court, before.id),
    DEC: 'G',
    COMP_DATE: dateTime(on),
    MOTION_RECD_DATE: dateTime(before.comp),
    STRFILINGPARTY: id % 4 === 0 ? 'I' : 'A',
    STRFILINGMETHOD: 'W',
    SCHEDULED_HEAR_LOC_Remove: before.location,
  }
}

/** Fields 40 to 43 of a motion: an old column, the deleted flag, a date-time, and strDJScenario. */
export function motionTail(n: number): readonly string[] {
  return [n % 12 === 0 ? '4A' : '', '0', n % 100 === 0 ? '2019-05-06 00:00:00.000' : '', n % 40 === 0 ? 'A.2.a' : '']
}

/** Lawyers: those of the government stand beside those of the person. */
export const representationRows: Rows = function* (scene) {
  let id = 30_000_000
  for (const whole of scene.world.cases) {
    const { represented } = whole.orphan ? { represented: undefined } : traitsOf(scene, whole)
    const first = whole.proceedings[0]
    const shared = {
      IDNCASE: String(whole.id),
      STRATTYLEVEL: 'COURT',
      BASE_CITY_CODE: first?.court ?? '',
      BLNPRIMEATTY: '1',
    }
    if (represented !== undefined) {
      id += 1
      yield {
        IDNREPSASSIGNED: String(id),
        STRATTYTYPE: 'ALIEN',
        E_28_DATE: dateTime(represented),
        ...shared,
        PARENT_TABLE: 'A_TblCase',
        PARENT_IDN: String(whole.id),
      }
    }
    if (!isAmong(whole, 2 * scene.thin)) continue
    id += 1
    yield {
      IDNREPSASSIGNED: String(id),
      STRATTYTYPE: 'INS',
      INS_TA_DATE_ASSIGNED: dateTime(first?.input),
      ...shared,
      PARENT_TABLE: 'a_tblcase',
      PARENT_IDN: String(whole.id),
    }
  }
}

export const attorneyRows: Rows = function* (scene) {
  for (const [i, judge] of scene.judges.all.entries()) {
    const id = `${(0x10000000 + i * 977).toString(16).toUpperCase()}-0000-4000-8000-${String(i).padStart(12, '0')}`
    yield {
      EOIRAttorneyID: id,
      OldAttorneyID: String(1000 + i),
      BaseCityCode: judge.court,
      blnAttorneyActive: '1',
      Source_Flag: 'E',
      datCreatedOn: '2009-06-01 08:00:00.000',
    }
  }
}

export const bondRows: Rows = function* (scene) {
  let id = 400_000
  for (const whole of scene.world.cases) {
    const part = whole.proceedings[0]
    const start = part === undefined ? undefined : startOf(part)
    if (part === undefined || start === undefined || !whole.detained || !isAmong(whole, 3 * scene.thin)) continue
    id += 1
    yield {
      IDNASSOCBOND: String(id),
      IDNPROCEEDING: String(part.id),
      IDNCASE: String(whole.id),
      OSC_DATE: dateTime(part.osc),
      REC_TYPE: 'B',
      GENERATION: '99',
      SUB_GENERATION: '99',
      INPUT_DATE: dateTime(start),
      INPUT_TIME: '1130',
      BASE_CITY_CODE: part.court,
      BASE_CITY_NAME: 'IMMIGRATION COURT',
      HEARING_LOC_CODE: part.location,
      IJ_CODE: scene.judges.codeAt(part.court, part.id),
      DEC: ['C', 'N', 'S', 'W', 'J'][id % 5] ?? 'D',
      COMP_DATE: dateTime(Math.min(start + 12, scene.world.asOf)),
      INITIAL_BOND: String((2 + (id % 8)) * 2500),
      BOND_HEAR_REQ_DATE: dateTime(start + 2),
      NEW_BOND: id % 5 === 0 ? '3000' : '0',
    }
  }
}
