import { table } from '#catalog'

export const casePriorityHistoryTable = table({
  id: 'case_priority_history',
  file: 'tbl_CasePriorityHistory',
  kind: 'core',
  required: ['idnCasePriHistory'],
  key: ['idnCasePriHistory'],
  courtBy: { column: 'idnCase', table: 'case' },
  happened: ['DATCREATEDON'],
  about: 'Priorities a case was given.',
  columns: [
    { name: 'idnCasePriHistory', type: 'integer', about: 'Unique number assigned when the record is created' },
    {
      name: 'casePriority_code',
      type: 'string',
      max: 20,
      lookup: 'tblLookup_CasePriority.strCode',
      about: 'Code that represents the type of a case priority The primary key for tblLookup_CasePriority',
    },
    { name: 'idnCase', type: 'integer', about: 'Key of the row in A_TblCase' },
    { name: 'DATCREATEDON', type: 'datetime', about: 'The date on which the record was created' },
    { name: 'DATMODIFIEDON', type: 'datetime', about: 'The date on which the record was last modified' },
  ],
})
