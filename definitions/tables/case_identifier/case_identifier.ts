import { table } from '#catalog'

export const caseIdentifierTable = table({
  id: 'case_identifier',
  file: 'A_TblCaseIdentifier',
  kind: 'core',
  required: ['IDNCASEID'],
  key: ['IDNCASEID'],
  courtBy: { column: 'IDNCASE', table: 'case' },
  about: 'Marks on a case, such as juvenile or family.',
  columns: [
    { name: 'IDNCASEID', type: 'integer', about: 'Key of this table' },
    { name: 'IDNCASE', type: 'integer', about: 'Key of the row in A_tblCase' },
    {
      name: 'CASE_ID',
      type: 'code',
      max: 2,
      lookup: 'tblLookUpCaseIdentifier.strCode',
      about: 'The code that represents the case identifier',
    },
  ],
})
