import { table } from '#catalog'

export const inmateTable = table({
  id: 'inmate',
  file: 'tblLookupInmate',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupInmate`, as released.',
  columns: [
    { name: 'ID', type: 'integer', about: 'Row key' },
    { name: 'INMATE_BASE', type: 'string', about: '' },
    { name: 'INMATE_CODE', type: 'string', about: 'Code' },
    { name: 'INMATE_NAME', type: 'string', about: 'Text' },
    { name: 'INMATE_ADDRESS', type: 'string', about: '' },
    { name: 'INMATE_CITY', type: 'string', about: '' },
    { name: 'INMATE_ST', type: 'string', about: '' },
    { name: 'INMATE_ZIP', type: 'string', about: '' },
    { name: 'INMATE_PHONE', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
