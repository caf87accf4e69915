import { table } from '#catalog'

export const allegationStmtTable = table({
  id: 'allegation_stmt',
  file: 'tblLookUpAllegationStmt',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookUpAllegationStmt`, as released.',
  columns: [
    { name: 'idnAllegStmt', type: 'integer', about: 'Row key' },
    { name: 'strcode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
