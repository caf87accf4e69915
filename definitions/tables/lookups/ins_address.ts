import { table } from '#catalog'

export const insAddressTable = table({
  id: 'ins_address',
  file: 'tblLookUpINSAddress',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookUpINSAddress`, as released.',
  columns: [
    { name: 'idnLookupINSAddress', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strName', type: 'string', about: '' },
    { name: 'strAddress', type: 'string', about: '' },
    { name: 'strCity', type: 'string', about: '' },
    { name: 'strState', type: 'string', about: '' },
    { name: 'strZip', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
