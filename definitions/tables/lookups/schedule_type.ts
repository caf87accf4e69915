import { table } from '#catalog'

export const scheduleTypeTable = table({
  id: 'schedule_type',
  file: 'tbllookupSchedule_Type',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tbllookupSchedule_Type`, as released.',
  columns: [
    { name: 'idnSchType', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'strSchedType', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'blnSubsequent', type: 'bit', about: '' },
  ],
})
