import { table } from '#catalog'

export const juvenileTable = table({
  id: 'juvenile',
  file: 'tblLookup_Juvenile',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookup_Juvenile`, as released.',
  columns: [
    { name: 'idnJuvenile', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'DATCREATEDON', type: 'datetime', about: 'When the row was made' },
    { name: 'DATMODIFIEDON', type: 'datetime', about: 'When the row was last changed' },
  ],
})
