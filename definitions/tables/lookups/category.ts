import { table } from '#catalog'

export const categoryTable = table({
  id: 'category',
  file: 'tbllookup_Category',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tbllookup_Category`, as released.',
  columns: [
    { name: 'strcategory', type: 'string', about: '' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'idnCategory', type: 'integer', about: 'Row key' },
  ],
})
