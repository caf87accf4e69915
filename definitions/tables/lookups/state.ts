import { table } from '#catalog'

export const stateTable = table({
  id: 'state',
  file: 'tblLookupState',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupState`, as released.',
  columns: [
    { name: 'idnState', type: 'integer', about: 'Row key' },
    { name: 'state_code', type: 'string', about: 'Code' },
    { name: 'state_name', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
