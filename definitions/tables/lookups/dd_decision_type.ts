import { table } from '#catalog'

export const ddDecisionTypeTable = table({
  id: 'dd_decision_type',
  file: 'tblLookUpDDDecisionTypes',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookUpDDDecisionTypes`, as released.',
  columns: [
    { name: 'idnDDDecType', type: 'integer', about: 'Row key' },
    { name: 'strCode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'strDecsription', type: 'string', about: '' },
    { name: 'strFinalDisp', type: 'string', about: '' },
  ],
})
