import { table } from '#catalog'

export const priorityTable = table({
  id: 'priority',
  file: 'tblLookupPriority',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupPriority`, as released.',
  columns: [
    { name: 'idnPriority', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'strDays', type: 'integer', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
