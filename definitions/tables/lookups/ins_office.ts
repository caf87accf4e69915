import { table } from '#catalog'

export const insOfficeTable = table({
  id: 'ins_office',
  file: 'tblINSoffice',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblINSoffice`, as released.',
  columns: [
    { name: 'idnINSOffice', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
