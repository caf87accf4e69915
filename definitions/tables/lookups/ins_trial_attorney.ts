import { table } from '#catalog'

export const insTrialAttorneyTable = table({
  id: 'ins_trial_attorney',
  file: 'tblLookupINSTA',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupINSTA`, as released.',
  columns: [
    { name: 'ID', type: 'integer', about: 'Row key' },
    { name: 'INSTA_BASE', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
