import { table } from '#catalog'

export const appealIssuesTable = table({
  id: 'appeal_issues',
  file: 'tblLookupAppealIssues',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupAppealIssues`, as released.',
  columns: [
    { name: 'idnAppealIssues', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
