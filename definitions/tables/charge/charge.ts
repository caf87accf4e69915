import { table } from '#catalog'

export const chargeTable = table({
  id: 'charge',
  file: 'B_TblProceedCharges',
  kind: 'core',
  required: ['IDNPRCDCHG'],
  key: ['IDNPRCDCHG'],
  courtBy: { column: 'IDNCASE', table: 'case' },
  about: 'One row is a charge in a proceeding.',
  columns: [
    { name: 'IDNPRCDCHG', type: 'integer', about: 'Key of this table' },
    { name: 'IDNCASE', type: 'integer', about: 'Key of the row in A_tblCase' },
    { name: 'IDNPROCEEDING', type: 'integer', about: 'Key of the row in B_TblProceeding' },
    {
      name: 'CHARGE',
      type: 'string',
      max: 13,
      lookup: 'tbllookupCharges.strCode',
      about:
        'The code that represents the regulation or statute that the Department of Homeland Security alleges the person violated.',
    },
    { name: 'CHG_STATUS', type: 'code', max: 1, about: 'O open, S sustained, N not sustained, W withdrawn.' },
  ],
})
