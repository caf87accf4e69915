import { table } from '#catalog'

export const decCodeTable = table({
  id: 'dec_code',
  file: 'tblDecCode',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblDecCode`, as released.',
  columns: [
    { name: 'idnDecCode', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
