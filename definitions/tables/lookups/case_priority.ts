import { table } from '#catalog'

export const casePriorityTable = table({
  id: 'case_priority',
  file: 'tblLookup_CasePriority',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookup_CasePriority`, as released.',
  columns: [
    { name: 'idnCasePriority', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'strDays', type: 'integer', about: '' },
    { name: 'DATCREATEDON', type: 'datetime', about: 'When the row was made' },
    { name: 'DATMODIFIEDON', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'blnBypasscal', type: 'bit', about: '' },
  ],
})
