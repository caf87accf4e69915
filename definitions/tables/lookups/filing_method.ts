import { table } from '#catalog'

export const filingMethodTable = table({
  id: 'filing_method',
  file: 'tblLookupFiling_Method',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupFiling_Method`, as released.',
  columns: [
    { name: 'idnFilingMethod', type: 'integer', about: 'Row key' },
    { name: 'strFilingMethodCode', type: 'string', about: 'Code' },
    { name: 'strFilingMethodDesc', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
