import { table } from '#catalog'

export const interpreterAgendaTable = table({
  id: 'interpreter_agenda',
  file: 'tblLookupInTrPrAgenda',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupInTrPrAgenda`, as released.',
  columns: [
    { name: 'idnIntrPrAgenda', type: 'integer', about: 'Row key' },
    { name: 'IntrCode', type: 'string', about: 'Code' },
    { name: 'Base_city', type: 'string', about: '' },
    { name: 'LanguageWorkday', type: 'string', about: '' },
    { name: 'LanguageCode', type: 'string', about: 'Code' },
    { name: 'IntrHloc', type: 'string', about: '' },
    { name: 'StartTime', type: 'string', about: '' },
    { name: 'EndTime', type: 'string', about: '' },
    { name: 'BreakStartTime', type: 'string', about: '' },
    { name: 'BreakEndTime', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
