import { table } from '#catalog'

export const biaTable = table({
  id: 'bia',
  file: 'tblLookupBIA',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupBIA`, as released.',
  columns: [
    { name: 'idnBIA', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strGroup', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'strTeam', type: 'string', about: '' },
    { name: 'strPanel', type: 'string', about: '' },
    { name: 'blnSLStatus', type: 'bit', about: '' },
  ],
})
