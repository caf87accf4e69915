import { table } from '#catalog'

export const adjournmentCodeTable = table({
  id: 'adjournment_code',
  file: 'tblAdjournmentcodes',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblAdjournmentcodes`, as released.',
  columns: [
    { name: 'idnAdjCode', type: 'integer', about: 'Row key' },
    { name: 'strcode', type: 'string', about: 'Code' },
    { name: 'strDesciption', type: 'string', about: 'Text' },
    { name: 'Regd_By', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'asy_clk_stat', type: 'string', about: '' },
  ],
})
