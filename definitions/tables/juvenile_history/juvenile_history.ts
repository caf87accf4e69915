import { table } from '#catalog'

export const juvenileHistoryTable = table({
  id: 'juvenile_history',
  file: 'tbl_JuvenileHistory',
  kind: 'core',
  required: ['idnJuvenileHistory'],
  key: ['idnJuvenileHistory'],
  courtBy: { column: 'idnCase', table: 'case' },
  happened: ['DATCREATEDON'],
  about: 'Juvenile marks of a case.',
  columns: [
    { name: 'idnJuvenileHistory', type: 'integer', about: 'Key of this table' },
    { name: 'idnCase', type: 'integer', about: 'Key of the row in A_TblCase' },
    { name: 'idnProceeding', type: 'integer', about: 'Key of the row in B tblproceeding' },
    {
      name: 'idnJuvenile',
      type: 'integer',
      lookup: 'tblLookup_Juvenile.idnJuvenile',
      about: '1 J, 2 J1, 3 J2, 4 UJ, 5 NA, 6 AJ (order of tblLookup_Juvenile).',
    },
    { name: 'DATCREATEDON', type: 'datetime', about: 'The date on which the record was created' },
    { name: 'DATMODIFIEDON', type: 'datetime', about: 'The date on which the record was last modified' },
  ],
})
