import { table } from '#catalog'

export const officeLocationTable = table({
  id: 'office_location',
  file: 'tblLookupOfficeLocation',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupOfficeLocation`, as released.',
  columns: [
    { name: 'idnOffLoc', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
