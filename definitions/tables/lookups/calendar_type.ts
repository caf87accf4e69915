import { table } from '#catalog'

export const calendarTypeTable = table({
  id: 'calendar_type',
  file: 'tbllookupCal_Type',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tbllookupCal_Type`, as released.',
  columns: [
    { name: 'idnCalType', type: 'integer', about: 'Row key' },
    { name: 'strCalTypeCode', type: 'string', about: 'Code' },
    { name: 'strCalTypeDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
