import { table } from '#catalog'

export const applicationDecisionTable = table({
  id: 'application_decision',
  file: 'tblLookupCourtAppDecisions',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupCourtAppDecisions`, as released.',
  columns: [
    { name: 'idnCourtApplnDec', type: 'integer', about: 'Row key' },
    { name: 'strCourtApplnDecCode', type: 'string', about: 'Code' },
    { name: 'strCourtApplnDecDesc', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'Comments', type: 'string', about: '' },
  ],
})
