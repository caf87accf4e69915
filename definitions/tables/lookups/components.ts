import { table } from '#catalog'

export const componentsTable = table({
  id: 'components',
  file: 'tblLookupComponents',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupComponents`, as released.',
  columns: [
    { name: 'idnComp', type: 'integer', about: 'Row key' },
    { name: 'strCompCode', type: 'string', about: 'Code' },
    { name: 'strCompDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
