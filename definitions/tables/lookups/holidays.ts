import { table } from '#catalog'

export const holidaysTable = table({
  id: 'holidays',
  file: 'tblLookupHolidays',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupHolidays`, as released.',
  columns: [
    { name: 'idnHoliday', type: 'integer', about: 'Row key' },
    { name: 'datHoliday', type: 'datetime', about: '' },
    { name: 'strHoliday', type: 'string', about: '' },
    { name: 'Holiday_Day', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
