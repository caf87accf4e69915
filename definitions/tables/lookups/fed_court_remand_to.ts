import { table } from '#catalog'

export const fedCourtRemandToTable = table({
  id: 'fed_court_remand_to',
  file: 'tblLookupFedCourtRemandTo',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupFedCourtRemandTo`, as released.',
  columns: [
    { name: 'idnFedCourtRem', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
