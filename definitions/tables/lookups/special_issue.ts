import { table } from '#catalog'

export const specialIssueTable = table({
  id: 'special_issue',
  file: 'tblLookupSpecialIssue',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupSpecialIssue`, as released.',
  columns: [
    { name: 'idnSpecIssue', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
