import { table } from '#catalog'

export const holdReasonTable = table({
  id: 'hold_reason',
  file: 'tblLookupHoldReason',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupHoldReason`, as released.',
  columns: [
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'idnRepl', type: 'integer', about: 'Row key' },
  ],
})
