import { table } from '#catalog'

export const filingMethodPartyTable = table({
  id: 'filing_method_party',
  file: 'tblLookupFiling_Method_Party',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupFiling_Method_Party`, as released.',
  columns: [
    { name: 'idnFilingParty', type: 'integer', about: 'Row key' },
    { name: 'strFilingPartyCode', type: 'string', about: 'Code' },
    { name: 'strFilingPartyDesc', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
