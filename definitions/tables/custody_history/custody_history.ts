import { table } from '#catalog'

export const custodyHistoryTable = table({
  id: 'custody_history',
  file: 'tbl_CustodyHistory',
  kind: 'core',
  required: ['IDNCUSTODY'],
  key: ['IDNCUSTODY'],
  courtBy: { column: 'IDNCASE', table: 'case' },
  happened: ['DATRELEASED', 'DATDETAINED'],
  about: 'Spells of custody.',
  columns: [
    { name: 'IDNCUSTODY', type: 'integer', about: 'Key of this table' },
    { name: 'IDNCASE', type: 'integer', about: 'Key of the row in A_TblCase' },
    {
      name: 'CUSTODY',
      type: 'code',
      max: 1,
      lookup: 'tblLookupCustodyStatus.strCode',
      about: 'The code that represents the custody status of the person',
    },
    { name: 'DATDETAINED', type: 'datetime', about: 'Date person was detained' },
    { name: 'DATRELEASED', type: 'datetime', about: 'Date person was released' },
  ],
})
