import { table } from '#catalog'

export const chargeCodeTable = table({
  id: 'charge_code',
  file: 'tbllookupCharges',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tbllookupCharges`, as released.',
  columns: [
    { name: 'idnCharges', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strCodeString', type: 'string', about: 'Code' },
    { name: 'strCodeDescription', type: 'string', about: 'Text' },
    { name: 'applicable_case_type1', type: 'string', about: '' },
    { name: 'applicable_case_type2', type: 'string', about: '' },
    { name: 'applicable_case_type3', type: 'string', about: '' },
    { name: 'criminal_flag', type: 'bit', about: '' },
    { name: 'aggravate_felon', type: 'bit', about: '' },
    { name: 'DatCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'DatModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
