import { table } from '#catalog'

export const contactChangeTable = table({
  id: 'contact_change',
  file: 'tblLookupContactChange',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupContactChange`, as released.',
  columns: [
    { name: 'idnContactChange', type: 'integer', about: 'Row key' },
    { name: 'strContactChangeCode', type: 'string', about: 'Code' },
    { name: 'strContactChangeDesc', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
