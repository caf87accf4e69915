import { table } from '#catalog'

export const appealKeyTable = table({
  id: 'appeal_key',
  file: 'tblAppeal2',
  kind: 'core',
  required: [],
  key: [],
  courtBy: { column: 'idncase', table: 'case' },
  about: 'A second key for appeals.',
  columns: [
    { name: 'idnAppeal', type: 'integer', lookup: 'tblAppeal.idnAppeal', about: 'Appeal key.' },
    { name: 'idncase', type: 'integer', about: 'Key of the case.' },
    { name: 'idnProceeding', type: 'integer', about: 'Key of the proceeding (10% empty).' },
  ],
})
