import { table } from '#catalog'

export const insLocationTable = table({
  id: 'ins_location',
  file: 'tblLookupINSLOC',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupINSLOC`, as released.',
  columns: [
    { name: 'ID', type: 'integer', about: 'Row key' },
    { name: 'INSLOC_CODE', type: 'string', about: 'Code' },
    { name: 'INSLOC_INFO', type: 'string', about: '' },
    { name: 'INSLOC_ASY', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
