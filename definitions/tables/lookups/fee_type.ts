import { table } from '#catalog'

export const feeTypeTable = table({
  id: 'fee_type',
  file: 'tblLookupFeeType',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupFeeType`, as released.',
  columns: [
    { name: 'idnFeeType', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'curAmount', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
