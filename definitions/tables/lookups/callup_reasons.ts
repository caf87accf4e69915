import { table } from '#catalog'

export const callupReasonsTable = table({
  id: 'callup_reasons',
  file: 'tblLookupCallup_Reasons',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupCallup_Reasons`, as released.',
  columns: [
    { name: 'idnCalTypeReason', type: 'integer', about: 'Row key' },
    { name: 'strcode', type: 'string', about: 'Code' },
    { name: 'strDesciption', type: 'string', about: 'Text' },
    { name: 'Regd_By', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
