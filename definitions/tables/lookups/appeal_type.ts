import { table } from '#catalog'

export const appealTypeTable = table({
  id: 'appeal_type',
  file: 'tbllookupAppealType',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tbllookupAppealType`, as released.',
  columns: [
    { name: 'idnAppealType', type: 'integer', about: 'Row key' },
    { name: 'strApplCode', type: 'string', about: 'Code' },
    { name: 'strApplDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'blnDDAppeal', type: 'bit', about: '' },
  ],
})
