/** Where the rows of a lookup come from: a code table, and which of its columns fills which released column. */
export interface Source {
  readonly values: string
  readonly columns: Readonly<Record<string, string>>
}

const codes = (values: string, code = 'strCode', text = 'strDescription'): Source => ({
  values,
  columns: { [code]: 'code', [text]: 'description' },
})

/** The lookups whose codes are known, by file. */
export const sources: Readonly<Record<string, Source>> = {
  tblAdjournmentcodes: {
    values: 'adjournment_code',
    columns: {
      strcode: 'code',
      strDesciption: 'description',
      Regd_By: 'regarded_by',
      asy_clk_stat: 'asylum_clock_dec2025',
    },
  },
  tblLookupAlienNat: codes('alien_nat'),
  tblLookupAppealIssues: codes('appeal_issue'),
  tbllookupAppealType: codes('appeal_type', 'strApplCode', 'strApplDescription'),
  tblLookupCourtAppDecisions: codes('application_decision', 'strCourtApplnDecCode', 'strCourtApplnDecDesc'),
  tblLookUp_Appln: codes('application_type', 'strcode', 'strdescription'),
  tblLookup_INS_Clock_Entry_Status: codes(
    'asylum_clock_entry_status',
    'INS_Clock_Entry_Status_Code',
    'INS_Clock_Entry_Status_Desc',
  ),
  tblLookupBIADecision: codes('bia_decision'),
  tblLookupBIADecisionType: codes('bia_decision_type'),
  tblLookupBoardMotions: codes('board_motion', 'strBoardMotionCode', 'strBoardMotionDescription'),
  tbllookupCal_Type: codes('calendar_type', 'strCalTypeCode', 'strCalTypeDescription'),
  tblLookUpCaseIdentifier: codes('case_identifier', 'strcode'),
  tblLookup_CasePriority: codes('case_priority'),
  tblLookupCaseType: codes('case_type'),
  tblLookupCountry: codes('country'),
  tblLookupCustodyStatus: codes('custody_status'),
  tblLookUpDDDecisionTypes: codes('dd_decision_type'),
  tblLookupFedCourtDecision: codes('fed_court_decision'),
  tblLookupFiledBy: codes('filed_by'),
  tblLookupFiling_Method: codes('filing_method', 'strFilingMethodCode', 'strFilingMethodDesc'),
  tblLookupFiling_Method_Party: codes('filing_method_party', 'strFilingPartyCode', 'strFilingPartyDesc'),
  tblLookupHoldReason: codes('bia_hold_reason'),
  tblLookup_Juvenile: {
    values: 'juvenile',
    columns: { idnJuvenile: 'idn', strCode: 'code', strDescription: 'description' },
  },
  tblLanguage: codes('language'),
  tblLookupMotionType: codes('motion_type', 'strMotionCode', 'strMotionDesc'),
  tblLookupNationality: codes('nationality', 'NAT_CODE', 'NAT_NAME'),
  tblLookupNOTICE: codes('notice_code', 'Notice_Code', 'Notice_Disp'),
  tblLookupPriority: codes('bia_priority'),
  tbllookupSchedule_Type: codes('schedule_type'),
  tblLookupService_Method: codes(
    'service_method',
    'strCertificateOfServiceMethCode',
    'strCertificateOfServiceMethDesc',
  ),
  tblLookupSex: codes('sex', 'strcode'),
  tblLookupSpecialIssue: codes('bia_special_issue'),
  tblLookupState: codes('state', 'state_code', 'state_name'),
  tblTortureConvID: codes('torture_convention', 'strcode'),
}
