import { table } from '#catalog'

export const custodyStatusTable = table({
  id: 'custody_status',
  file: 'tblLookupCustodyStatus',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupCustodyStatus`, as released.',
  columns: [
    { name: 'idnCustodyStatus', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strSelecBoxVal', type: 'string', about: '' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
