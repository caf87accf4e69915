import { table } from '#catalog'

export const deductCodeTable = table({
  id: 'deduct_code',
  file: 'tbl_br_DeductCodes',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tbl_br_DeductCodes`, as released.',
  columns: [
    { name: 'DeductCode', type: 'string', about: 'Code' },
    { name: 'DeductDescription', type: 'string', about: 'Text' },
    { name: 'idnRepl', type: 'integer', about: 'Row key' },
  ],
})
