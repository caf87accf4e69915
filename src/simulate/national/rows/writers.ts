import { appealKeyRows, appealRows, federalCourtRows, proBonoRows, threeMemberRows } from './appeal.ts'
import { applicationRows } from './application.ts'
import { bondRows } from './bond.ts'
import { caseRow } from './case.ts'
import type { Writer } from './desk.ts'
import { attorneyRows, hearingRows } from './hearing.ts'
import { motionRows } from './motion.ts'
import { custodyRows, identifierRows, juvenileRows, leadRiderRows, priorityRows } from './person.ts'
import { chargeRows, proceedingRows } from './proceeding.ts'
import { representationRows } from './representation.ts'

/** How the rows of each core table are made, by file. */
export const writers: Readonly<Record<string, Writer>> = {
  A_TblCase: caseRow,
  B_TblProceeding: proceedingRows,
  B_TblProceedCharges: chargeRows,
  A_TblCaseIdentifier: identifierRows,
  tbl_schedule: hearingRows,
  tbl_Court_Appln: applicationRows,
  tbl_Court_Motions: motionRows,
  tbl_RepsAssigned: representationRows,
  tbl_EOIR_Attorney: attorneyRows,
  D_TblAssociatedBond: bondRows,
  tbl_CustodyHistory: custodyRows,
  tbl_CasePriorityHistory: priorityRows,
  tbl_JuvenileHistory: juvenileRows,
  tbl_Lead_Rider: leadRiderRows,
  tblAppeal: appealRows,
  tblAppeal2: appealKeyRows,
  tblAppealFedCourts: federalCourtRows,
  tblThreeMbrReferrals: threeMemberRows,
  tblProBono: proBonoRows,
}
