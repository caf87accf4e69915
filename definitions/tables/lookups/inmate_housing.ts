import { table } from '#catalog'

export const inmateHousingTable = table({
  id: 'inmate_housing',
  file: 'tblInmateHousing',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblInmateHousing`, as released.',
  columns: [
    { name: 'idnInmate', type: 'integer', about: 'Row key' },
    { name: 'Strcity', type: 'string', about: '' },
    { name: 'Strcode', type: 'string', about: 'Code' },
    { name: 'Strdescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
