import { dateTime } from '../base/days.ts'
import type { Case } from '../base/model.ts'
import { languageOf } from '../plan/nationalities.ts'
import { type Cells, chance, isAmong, padded, type Rows, type Scene } from './record.ts'
import { type Traits, traitsOf } from './traits.ts'

export const caseRows: Rows = function* (scene) {
  for (const whole of scene.world.cases) if (!whole.orphan) yield caseCells(scene, whole)
}

function caseCells(scene: Scene, whole: Case): Cells {
  const traits = traitsOf(scene, whole)
  const last = whole.proceedings.at(-1)
  const rng = chance(scene, 12, whole)
  const next = last?.comp ?? scene.world.asOf + Math.floor(rng() * 900)
  return {
    IDNCASE: String(whole.id),
    ALIEN_CITY: traits.city,
    ALIEN_STATE: traits.state,
    ALIEN_ZIPCODE: traits.zip,
    NAT: whole.nat,
    LANG: padded(languageOf(whole.nat), 3),
    CUSTODY: whole.detained ? (rng() < 0.3 ? 'R' : 'D') : 'N',
    SITE_TYPE: rng() < 0.7 ? 'M' : 'I',
    E_28_DATE: dateTime(traits.represented),
    ATTY_NBR: traits.represented === undefined ? '' : '1',
    CASE_TYPE: whole.type,
    UPDATE_SITE: last?.court ?? '',
    LATEST_HEARING: dateTime(next),
    LATEST_TIME: rng() < 0.5 ? '0830' : '1300',
    LATEST_CAL_TYPE: rng() < 0.6 ? 'M' : 'I',
    DATE_OF_ENTRY: dateTime(traits.entered),
    C_ASY_TYPE: traits.asylum,
    C_BIRTHDATE: traits.birth,
    Sex: traits.sex,
    LPR: rng() < 0.07 ? '1' : '0',
    ...custody(whole, traits, last?.osc),
    CASEPRIORITY_CODE: scene.world.scenario === 'sample' ? padded('N/A', 20) : '',
  }
}

function custody(whole: Case, traits: Traits, since: number | undefined): Cells {
  if (!whole.detained) return {}
  return {
    DATE_DETAINED: dateTime(since),
    DETENTION_DATE: dateTime(since),
    DETENTION_LOCATION: `${traits.city} PROCESSING CENTER`,
    DCO_LOCATION: traits.city,
    DETENTION_FACILITY_TYPE: 'CONTRACT',
  }
}

/** Juveniles, and a few of the other marks that a case can carry. */
export const caseIdentifierRows: Rows = function* (scene) {
  let id = 700_000
  for (const whole of scene.world.cases) {
    if (!isAmong(whole, 7 * scene.thin)) continue
    id += 1
    yield { IDNCASEID: String(id), IDNCASE: String(whole.id), CASE_ID: traitsOf(scene, whole).isMinor ? 'J' : 'FA' }
  }
}

export const casePriorityHistoryRows: Rows = function* (scene) {
  let id = 40_000
  for (const whole of scene.world.cases) {
    if (!isAmong(whole, 60 * scene.thin)) continue
    id += 1
    yield {
      idnCasePriHistory: String(id),
      casePriority_code: padded(id % 3 === 0 ? 'AWC/D' : 'AWC/ATD', 20),
      idnCase: String(whole.id),
      DATCREATEDON: dateTime(whole.proceedings[0]?.input),
    }
  }
}

export const custodyHistoryRows: Rows = function* (scene) {
  let id = 1_200_000
  for (const whole of scene.world.cases) {
    if (whole.orphan || (!whole.detained && !isAmong(whole, 2 * scene.thin))) continue
    const first = whole.proceedings[0]
    id += 1
    yield {
      IDNCUSTODY: String(id),
      IDNCASE: String(whole.id),
      CUSTODY: whole.detained ? 'D' : 'N',
      DATDETAINED: whole.detained ? dateTime(first?.osc) : '',
    }
  }
}

export const juvenileHistoryRows: Rows = function* (scene) {
  let id = 500_000
  for (const whole of scene.world.cases) {
    if (!isAmong(whole, 4 * scene.thin)) continue
    const first = whole.proceedings[0]
    const kinds = traitsOf(scene, whole).isMinor ? ['1', '4', '6'] : ['5']
    id += 1
    yield {
      idnJuvenileHistory: String(id),
      idnCase: String(whole.id),
      idnProceeding: String(first?.id ?? ''),
      idnJuvenile: kinds[id % kinds.length] ?? '5',
      DATCREATEDON: dateTime(first?.input),
    }
  }
}

/** Families: a case and the one filed after it, where both are of one nationality. */
export const leadRiderRows: Rows = function* (scene) {
  let id = 900_000
  let lead: Case | undefined
  for (const whole of scene.world.cases) {
    const isRider = lead !== undefined && lead.nat === whole.nat && isAmong(whole, 2 * scene.thin)
    if (isRider && lead !== undefined) {
      id += 1
      yield {
        idnLeadRider: String(id),
        idnLeadCase: String(lead.id),
        idnRiderCase: String(whole.id),
        datCreatedOn: dateTime(whole.proceedings[0]?.input),
        idnLeadProceedingStart: String(lead.proceedings[0]?.id ?? ''),
        idnRiderProceedingStart: String(whole.proceedings[0]?.id ?? ''),
        blnActive: id % 9 === 0 ? '0' : '1',
      }
    }
    lead = whole.orphan ? undefined : whole
  }
}
