import { table } from '#catalog'

export const alienNatTable = table({
  id: 'alien_nat',
  file: 'tblLookupAlienNat',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupAlienNat`, as released.',
  columns: [
    { name: 'idnNat', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'Nacara', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
