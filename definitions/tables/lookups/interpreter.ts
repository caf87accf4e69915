import { table } from '#catalog'

export const interpreterTable = table({
  id: 'interpreter',
  file: 'tblLookupInTrPr',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupInTrPr`, as released.',
  columns: [
    { name: 'IDNIntrpr', type: 'integer', about: 'Row key' },
    { name: 'Inhouse_Flag', type: 'string', about: '' },
    { name: 'IntrCode', type: 'string', about: 'Code' },
    { name: 'Base_city', type: 'string', about: '' },
    { name: 'IntrHloc', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
