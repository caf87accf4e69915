import { table } from '#catalog'

export const asylumClockEntryStatusTable = table({
  id: 'asylum_clock_entry_status',
  file: 'tblLookup_INS_Clock_Entry_Status',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookup_INS_Clock_Entry_Status`, as released.',
  columns: [
    { name: 'idnClEnSt', type: 'integer', about: 'Row key' },
    { name: 'INS_Clock_Entry_Status_Code', type: 'string', about: 'Code' },
    { name: 'INS_Clock_Entry_Status_Desc', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
