import { table } from '#catalog'

export const courtDecisionTable = table({
  id: 'court_decision',
  file: 'tblLookupCourtDecision',
  kind: 'lookup',
  required: [],
  key: ['idnCourtDecision'],
  about: 'Lookup table `tblLookupCourtDecision`, as released.',
  columns: [
    { name: 'idnCourtDecision', type: 'integer', about: 'Row key' },
    { name: 'strCaseType', type: 'string', counts: true, lookup: 'tblLookupCaseType.strCode', about: '' },
    { name: 'strDecCode', type: 'string', counts: true, about: 'Code' },
    { name: 'strDecDescription', type: 'string', counts: true, about: 'Text' },
    {
      name: 'strDecType',
      type: 'string',
      counts: true,
      about: 'C: the code belongs in DEC_CODE; O: the code belongs in OTHER_COMP.',
    },
    { name: 'strFinalDisposition', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
