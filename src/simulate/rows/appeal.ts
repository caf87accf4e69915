import { dateTime } from '../base/days.ts'
import type { Case, Proceeding } from '../base/model.ts'
import { languageOf } from '../plan/nationalities.ts'
import { type Cells, isAmong, padded, type Rows, type Scene } from './record.ts'

/** Appeals to the Board, from some of the orders. */
function* appeals({ world }: Scene): Generator<{ id: number; whole: Case; part: Proceeding; on: number }> {
  let id = 3_500_000
  for (const whole of world.cases) {
    const part = whole.proceedings.at(-1)
    if (part?.comp === undefined || !'XDV'.includes(part.dec) || part.dec === '' || !isAmong(whole, 9)) continue
    id += 1
    yield { id, whole, part, on: part.comp + 25 }
  }
}

export const appealRows: Rows = function* (scene) {
  for (const { id, whole, part, on } of appeals(scene)) {
    if (on > scene.world.asOf) continue
    const decided = on + 300 <= scene.world.asOf
    yield {
      idnAppeal: String(id),
      idncase: String(whole.id),
      idnProceeding: String(part.id),
      strAppealCategory: 'IJ',
      strAppealType: 'Case Appeal',
      datAppealFiled: dateTime(on),
      strFiledBy: id % 8 === 0 ? 'I' : 'A',
      datBIADecision: decided ? dateTime(on + 300) : '',
      strBIADecision: decided ? 'DIS' : '',
      strBIADecisionType: decided ? 'R' : '',
      strCaseType: whole.type,
      strLang: padded(languageOf(whole.nat), 3),
      strNat: whole.nat,
      strProceedingIHP: 'N',
      strCustody: whole.detained ? 'D' : 'N',
      strProbono: '0',
    }
  }
}

export const appealKeyRows: Rows = function* (scene) {
  for (const { id, whole, part, on } of appeals(scene)) {
    if (on > scene.world.asOf || id % 5 === 0) continue
    yield { idnAppeal: String(id), idncase: String(whole.id), idnProceeding: String(part.id) }
  }
}

function* some(
  scene: Scene,
  oneIn: number,
  cells: (id: number, appeal: number, on: number) => Cells,
): Generator<Cells> {
  let id = 60_000
  for (const { id: appeal, on } of appeals(scene)) {
    if (appeal % oneIn !== 0 || on + 400 > scene.world.asOf) continue
    id += 1
    yield cells(id, appeal, on)
  }
}

export const appealFederalCourtRows: Rows = (scene) =>
  some(scene, 9, (id, appeal, on) => ({
    idnAppealFedCourts: String(id),
    lngAppealID: String(appeal),
    datRequestedByOIL: dateTime(on + 380),
    strFedCourtDecision: id % 2 === 0 ? 'R' : '',
  }))

export const threeMemberReferralRows: Rows = (scene) =>
  some(scene, 14, (id, appeal, on) => ({
    idn3MemberReferral: String(id),
    lngAppealID: String(appeal),
    datReferredTo3Member: dateTime(on + 200),
  }))

export const proBonoRows: Rows = (scene) =>
  some(scene, 11, (id, appeal, on) => ({
    Case_type: 'RMV',
    strNat: 'MX',
    strLang: 'SP ',
    Dec_Code: 'X',
    strAlienSex: 'M',
    blnOARequestedbyAlien: '0',
    blnOARequestedbyINS: '0',
    idnAppeal: String(appeal),
    idnRepl: String(id),
    blnIntrpr: '0',
    blnProcessed: '1',
    datCreatedOn: dateTime(on + 40),
    strCustody: 'N',
  }))
