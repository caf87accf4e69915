import type { Table } from '#catalog'
import { appealTable } from './appeal/appeal.ts'
import { appealFederalCourtTable } from './appeal_federal_court/appeal_federal_court.ts'
import { appealKeyTable } from './appeal_key/appeal_key.ts'
import { applicationTable } from './application/application.ts'
import { attorneyTable } from './attorney/attorney.ts'
import { bondTable } from './bond/bond.ts'
import { caseTable } from './case/case.ts'
import { caseIdentifierTable } from './case_identifier/case_identifier.ts'
import { casePriorityHistoryTable } from './case_priority_history/case_priority_history.ts'
import { chargeTable } from './charge/charge.ts'
import { custodyHistoryTable } from './custody_history/custody_history.ts'
import { hearingTable } from './hearing/hearing.ts'
import { juvenileHistoryTable } from './juvenile_history/juvenile_history.ts'
import { leadRiderTable } from './lead_rider/lead_rider.ts'
import { adjournmentCodeTable } from './lookups/adjournment_code.ts'
import { alienNatTable } from './lookups/alien_nat.ts'
import { allegationStmtTable } from './lookups/allegation_stmt.ts'
import { appealIssuesTable } from './lookups/appeal_issues.ts'
import { appealTypeTable } from './lookups/appeal_type.ts'
import { applicationDecisionTable } from './lookups/application_decision.ts'
import { applicationTypeTable } from './lookups/application_type.ts'
import { asylumClockEntryStatusTable } from './lookups/asylum_clock_entry_status.ts'
import { barCodeTypeTable } from './lookups/bar_code_type.ts'
import { baseCityTable } from './lookups/base_city.ts'
import { biaTable } from './lookups/bia.ts'
import { biaClusterTable } from './lookups/bia_cluster.ts'
import { biaDecisionTable } from './lookups/bia_decision.ts'
import { biaDecisionTypeTable } from './lookups/bia_decision_type.ts'
import { boardMotionsTable } from './lookups/board_motions.ts'
import { calendarTypeTable } from './lookups/calendar_type.ts'
import { callupReasonsTable } from './lookups/callup_reasons.ts'
import { caseIdentifierCodeTable } from './lookups/case_identifier_code.ts'
import { casePriorityTable } from './lookups/case_priority.ts'
import { caseTypeTable } from './lookups/case_type.ts'
import { categoryTable } from './lookups/category.ts'
import { chargeCodeTable } from './lookups/charge_code.ts'
import { claimedIssueTable } from './lookups/claimed_issue.ts'
import { commentTypeBoardTable } from './lookups/comment_type_board.ts'
import { componentsTable } from './lookups/components.ts'
import { consultedWithTable } from './lookups/consulted_with.ts'
import { contactChangeTable } from './lookups/contact_change.ts'
import { countryTable } from './lookups/country.ts'
import { courtDecisionTable } from './lookups/court_decision.ts'
import { custodyStatusTable } from './lookups/custody_status.ts'
import { ddDecisionTypeTable } from './lookups/dd_decision_type.ts'
import { decCodeTable } from './lookups/dec_code.ts'
import { deductCodeTable } from './lookups/deduct_code.ts'
import { districtLocationTable } from './lookups/district_location.ts'
import { fedCourtDecisionTable } from './lookups/fed_court_decision.ts'
import { fedCourtRemandToTable } from './lookups/fed_court_remand_to.ts'
import { feeStatusTable } from './lookups/fee_status.ts'
import { feeTypeTable } from './lookups/fee_type.ts'
import { filedByTable } from './lookups/filed_by.ts'
import { filingMethodTable } from './lookups/filing_method.ts'
import { filingMethodPartyTable } from './lookups/filing_method_party.ts'
import { finalDispositionTable } from './lookups/final_disposition.ts'
import { hearingLocationTable } from './lookups/hearing_location.ts'
import { holdReasonTable } from './lookups/hold_reason.ts'
import { holidaysTable } from './lookups/holidays.ts'
import { inmateTable } from './lookups/inmate.ts'
import { inmateHousingTable } from './lookups/inmate_housing.ts'
import { insAddressTable } from './lookups/ins_address.ts'
import { insLocationTable } from './lookups/ins_location.ts'
import { insOfficeTable } from './lookups/ins_office.ts'
import { insTrialAttorneyTable } from './lookups/ins_trial_attorney.ts'
import { interpreterTable } from './lookups/interpreter.ts'
import { interpreterAgendaTable } from './lookups/interpreter_agenda.ts'
import { interpreterLanguageTable } from './lookups/interpreter_language.ts'
import { interpreterLanguageGroupTable } from './lookups/interpreter_language_group.ts'
import { judgeTable } from './lookups/judge.ts'
import { judgeBaseCityTable } from './lookups/judge_base_city.ts'
import { juvenileTable } from './lookups/juvenile.ts'
import { languageTable } from './lookups/language.ts'
import { motionTypeTable } from './lookups/motion_type.ts'
import { nationalityTable } from './lookups/nationality.ts'
import { noticeCodeTable } from './lookups/notice_code.ts'
import { oaResponseTable } from './lookups/oa_response.ts'
import { officeLocationTable } from './lookups/office_location.ts'
import { panelsTable } from './lookups/panels.ts'
import { priorityTable } from './lookups/priority.ts'
import { regionTable } from './lookups/region.ts'
import { responsiblePartyTable } from './lookups/responsible_party.ts'
import { scheduleTypeTable } from './lookups/schedule_type.ts'
import { serviceMethodTable } from './lookups/service_method.ts'
import { sexTable } from './lookups/sex.ts'
import { specialIssueTable } from './lookups/special_issue.ts'
import { stateTable } from './lookups/state.ts'
import { teamsTable } from './lookups/teams.ts'
import { threeMemberReferredReasonTable } from './lookups/three_member_referred_reason.ts'
import { tortureConventionTable } from './lookups/torture_convention.ts'
import { transcribersTable } from './lookups/transcribers.ts'
import { voteTable } from './lookups/vote.ts'
import { motionTable } from './motion/motion.ts'
import { proBonoTable } from './pro_bono/pro_bono.ts'
import { proceedingTable } from './proceeding/proceeding.ts'
import { representationTable } from './representation/representation.ts'
import { threeMemberReferralTable } from './three_member_referral/three_member_referral.ts'

/** The 97 tables of a release, by our id. */
export const tables: readonly Table[] = [
  adjournmentCodeTable,
  alienNatTable,
  allegationStmtTable,
  appealTable,
  appealFederalCourtTable,
  appealIssuesTable,
  appealKeyTable,
  appealTypeTable,
  applicationTable,
  applicationDecisionTable,
  applicationTypeTable,
  asylumClockEntryStatusTable,
  attorneyTable,
  barCodeTypeTable,
  baseCityTable,
  biaTable,
  biaClusterTable,
  biaDecisionTable,
  biaDecisionTypeTable,
  boardMotionsTable,
  bondTable,
  calendarTypeTable,
  callupReasonsTable,
  caseTable,
  caseIdentifierTable,
  caseIdentifierCodeTable,
  casePriorityTable,
  casePriorityHistoryTable,
  caseTypeTable,
  categoryTable,
  chargeTable,
  chargeCodeTable,
  claimedIssueTable,
  commentTypeBoardTable,
  componentsTable,
  consultedWithTable,
  contactChangeTable,
  countryTable,
  courtDecisionTable,
  custodyHistoryTable,
  custodyStatusTable,
  ddDecisionTypeTable,
  decCodeTable,
  deductCodeTable,
  districtLocationTable,
  fedCourtDecisionTable,
  fedCourtRemandToTable,
  feeStatusTable,
  feeTypeTable,
  filedByTable,
  filingMethodTable,
  filingMethodPartyTable,
  finalDispositionTable,
  hearingTable,
  hearingLocationTable,
  holdReasonTable,
  holidaysTable,
  inmateTable,
  inmateHousingTable,
  insAddressTable,
  insLocationTable,
  insOfficeTable,
  insTrialAttorneyTable,
  interpreterTable,
  interpreterAgendaTable,
  interpreterLanguageTable,
  interpreterLanguageGroupTable,
  judgeTable,
  judgeBaseCityTable,
  juvenileTable,
  juvenileHistoryTable,
  languageTable,
  leadRiderTable,
  motionTable,
  motionTypeTable,
  nationalityTable,
  noticeCodeTable,
  oaResponseTable,
  officeLocationTable,
  panelsTable,
  priorityTable,
  proBonoTable,
  proceedingTable,
  regionTable,
  representationTable,
  responsiblePartyTable,
  scheduleTypeTable,
  serviceMethodTable,
  sexTable,
  specialIssueTable,
  stateTable,
  teamsTable,
  threeMemberReferralTable,
  threeMemberReferredReasonTable,
  tortureConventionTable,
  transcribersTable,
  voteTable,
]
