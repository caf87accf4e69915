import { table } from '#catalog'

export const hearingTable = table({
  id: 'hearing',
  file: 'tbl_schedule',
  kind: 'core',
  required: ['IDNSCHEDULE'],
  key: ['IDNSCHEDULE'],
  about: 'One row is a hearing, held or not.',
  columns: [
    { name: 'IDNSCHEDULE', type: 'integer', about: 'Key of this table' },
    { name: 'IDNPROCEEDING', type: 'integer', about: 'Key of the row in B_TblProceeding' },
    { name: 'IDNCASE', type: 'integer', about: 'Key of the row in A_TblCase' },
    { name: 'OSC_DATE', type: 'datetime', about: 'Date on the charging document.' },
    { name: 'GENERATION', type: 'code', max: 2, about: 'Counts proceedings of a case downwards from 99 (99 = first).' },
    { name: 'SUB_GENERATION', type: 'code', max: 2, about: 'Counts bond or motion records downwards from 99.' },
    {
      name: 'REC_TYPE',
      type: 'code',
      max: 1,
      about: 'X proceeding hearing, B bond hearing, O motion hearing, A adjournment.',
    },
    {
      name: 'LANG',
      type: 'code',
      max: 3,
      lookup: 'tblLanguage.strCode',
      about: 'A code that represents the primary language spoken by the person',
    },
    {
      name: 'HEARING_LOC_CODE',
      type: 'code',
      max: 3,
      lookup: 'tblLookupHloc.HEARING_LOC_CODE',
      about: 'The code that represents the assigned location of the last scheduled hearing',
    },
    {
      name: 'BASE_CITY_CODE',
      type: 'code',
      max: 3,
      lookup: 'tblLookupBaseCity.BASE_CITY_CODE',
      about: 'The code that represents the court having jurisdiction over the assigned hearing location',
    },
    {
      name: 'IJ_CODE',
      type: 'code',
      max: 3,
      lookup: 'tblLookupJudge.JUDGE_CODE',
      about: 'The code that represents the immigration judge assigned to the case',
    },
    {
      name: 'INTERPRETER_CODE',
      type: 'code',
      max: 3,
      about: 'The code that represents the interpreter assigned to the scheduled hearing',
    },
    { name: 'INPUT_DATE', type: 'datetime', about: 'Date the schedule record was created' },
    { name: 'INPUT_TIME', type: 'time', about: 'Time the schedule record was created' },
    { name: 'UPDATE_DATE', type: 'datetime', about: 'The date the schedule record was last updated' },
    { name: 'UPDATE_TIME', type: 'time', about: 'The time the schedule record was last updated' },
    {
      name: 'ASSIGNMENT_PATH',
      type: 'code',
      max: 1,
      about:
        'A auto-calendared with the judge known, W auto-calendared with a judge drawn at random, F past hearing, empty otherwise.',
    },
    {
      name: 'CAL_TYPE',
      type: 'code',
      max: 1,
      lookup: 'tbllookupCal_Type.strCalTypeCode',
      about:
        'The code that represents the type of hearing the court scheduled, as captured in the Immigration Judge Agenda',
    },
    {
      name: 'ADJ_DATE',
      type: 'datetime',
      about: 'Date the hearing is set for. Cancelled hearings stay in the table; dates may be in the future.',
    },
    { name: 'ADJ_TIME_START', type: 'time', about: 'The time at which the scheduled hearing begins' },
    { name: 'ADJ_TIME_STOP', type: 'time', about: 'The time at which the scheduled hearing ends' },
    {
      name: 'ADJ_RSN',
      type: 'code',
      max: 2,
      lookup: 'tblAdjournmentcodes.strcode',
      about: 'The code that represents the reason for the adjournment of the scheduled hearing',
    },
    {
      name: 'ADJ_MEDIUM',
      type: 'code',
      max: 1,
      about:
        'P in person, V televideo, A or W internet, C internet court, T telephone, H no hearing; lower-case p also occurs.',
    },
    {
      name: 'ADJ_MSG',
      type: 'code',
      max: 2,
      about: 'The code that represents the hearing notice printed when hearing date was scheduled',
    },
    {
      name: 'ADJ_ELAP_DAYS',
      type: 'code',
      max: 4,
      about:
        'The number of days elapsed from the asylum application received date to the latest hearing date if the clock is running',
    },
    { name: 'LNGSESSNID', type: 'integer', about: 'Session id; one session holds many hearings.' },
    {
      name: 'SCHEDULE_TYPE',
      type: 'code',
      max: 2,
      lookup: 'tbllookupSchedule_Type.strCode',
      about: 'The code that represents the schedule type in which a hearing was scheduled by the immigration court.',
    },
    {
      name: 'NOTICE_CODE',
      type: 'code',
      max: 2,
      lookup: 'tblLookupNOTICE.Notice_Code',
      about: 'The code that represents the hearing notice printed when Hearing Date is scheduled',
    },
    {
      name: 'BLNCLOCKOVERRIDE',
      type: 'bit',
      about:
        'The code that indicates whether the typical action regarding clock was overridden to run (if the adjournment would normally stop the clock) or to stop (if the adjournment would normally run the clock)',
    },
    {
      name: 'EOIRAttorneyID',
      type: 'string',
      lookup: 'tbl_EOIR_Attorney.EOIRAttorneyID',
      about: 'Key of the row in tbl EOIR Attorney/Representative appearing before EOIR',
    },
  ],
})
