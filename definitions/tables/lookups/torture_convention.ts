import { table } from '#catalog'

export const tortureConventionTable = table({
  id: 'torture_convention',
  file: 'tblTortureConvID',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblTortureConvID`, as released.',
  columns: [
    { name: 'idnTorConv', type: 'integer', about: 'Row key' },
    { name: 'strcode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
