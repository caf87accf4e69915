import { table } from '#catalog'

export const barCodeTypeTable = table({
  id: 'bar_code_type',
  file: 'tblBarCodeType',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblBarCodeType`, as released.',
  columns: [
    { name: 'idnBarCodeType', type: 'integer', about: 'Row key' },
    { name: 'strBarCodeTypeID', type: 'string', about: 'Code' },
    { name: 'strBarCodeTypeDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'lngGroupID', type: 'integer', about: '' },
  ],
})
