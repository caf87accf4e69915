import { table } from '#catalog'

export const transcribersTable = table({
  id: 'transcribers',
  file: 'tblLookupTranscribers',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupTranscribers`, as released.',
  columns: [
    { name: 'idnTranscribers', type: 'integer', about: 'Row key' },
    { name: 'intTAT', type: 'integer', about: '' },
    { name: 'curCostPerPageTrans', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'curCostPerPageDecision', type: 'string', about: '' },
    { name: 'curCostPerPageReprint', type: 'string', about: '' },
    { name: 'curCostPerPageRetype', type: 'string', about: '' },
    { name: 'curCostTransPriority', type: 'string', about: '' },
    { name: 'curCostDecisionPriority', type: 'string', about: '' },
  ],
})
