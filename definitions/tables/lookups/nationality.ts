import { table } from '#catalog'

export const nationalityTable = table({
  id: 'nationality',
  file: 'tblLookupNationality',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupNationality`, as released.',
  columns: [
    { name: 'ID', type: 'integer', about: 'Row key' },
    { name: 'NAT_CODE', type: 'string', about: 'Code' },
    { name: 'NAT_NAME', type: 'string', about: 'Text' },
    { name: 'NAT_COUNTRY_NAME', type: 'string', about: 'Text' },
    { name: 'NAT_NACARA_COUNTRY', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
