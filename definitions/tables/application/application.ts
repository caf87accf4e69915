import { table } from '#catalog'

export const applicationTable = table({
  id: 'application',
  file: 'tbl_Court_Appln',
  kind: 'core',
  required: ['IDNPROCEEDINGAPPLN'],
  key: ['IDNPROCEEDINGAPPLN'],
  courtBy: { column: 'IDNCASE', table: 'case' },
  happened: ['APPL_RECD_DATE'],
  about: 'One row is an application for relief; it has no decision date.',
  columns: [
    { name: 'IDNPROCEEDINGAPPLN', type: 'integer', about: 'Key of this table' },
    { name: 'IDNPROCEEDING', type: 'integer', about: 'Key of the proceeding.' },
    { name: 'IDNCASE', type: 'integer', about: 'Key of the row in A_TblCase' },
    {
      name: 'APPL_CODE',
      type: 'code',
      max: 4,
      lookup: 'tblLookUp_Appln.strCode',
      about: 'The code that represents the type of application for relief filed by the person',
    },
    { name: 'APPL_RECD_DATE', type: 'datetime', about: 'The date on which the application for relief was received' },
    {
      name: 'APPL_DEC',
      type: 'string',
      max: 10,
      lookup: 'tblLookupCourtAppDecisions.strCourtApplnDecCode',
      about:
        'F full grant, G grant, C conditional grant, D deny, A abandoned, W withdrawn, O other, R reserved, S admin closure, T moved, L WCAT grant, I and P stipulated grant, M not adjudicated.',
    },
  ],
})
