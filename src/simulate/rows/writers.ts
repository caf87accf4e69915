import { appealFederalCourtRows, appealKeyRows, appealRows, proBonoRows, threeMemberReferralRows } from './appeal.ts'
import {
  caseIdentifierRows,
  casePriorityHistoryRows,
  caseRows,
  custodyHistoryRows,
  juvenileHistoryRows,
  leadRiderRows,
} from './case.ts'
import { attorneyRows, bondRows, hearingRows, motionRows, representationRows } from './hearing.ts'
import { applicationRows, chargeRows, proceedingRows } from './proceeding.ts'
import type { Rows } from './record.ts'

/** How the rows of each core table are made, by file. */
export const writers: Readonly<Record<string, Rows>> = {
  A_TblCase: caseRows,
  B_TblProceeding: proceedingRows,
  B_TblProceedCharges: chargeRows,
  A_TblCaseIdentifier: caseIdentifierRows,
  tbl_schedule: hearingRows,
  tbl_Court_Appln: applicationRows,
  tbl_Court_Motions: motionRows,
  tbl_RepsAssigned: representationRows,
  tbl_EOIR_Attorney: attorneyRows,
  D_TblAssociatedBond: bondRows,
  tbl_CustodyHistory: custodyHistoryRows,
  tbl_CasePriorityHistory: casePriorityHistoryRows,
  tbl_JuvenileHistory: juvenileHistoryRows,
  tbl_Lead_Rider: leadRiderRows,
  tblAppeal: appealRows,
  tblAppeal2: appealKeyRows,
  tblAppealFedCourts: appealFederalCourtRows,
  tblThreeMbrReferrals: threeMemberReferralRows,
  tblProBono: proBonoRows,
}
