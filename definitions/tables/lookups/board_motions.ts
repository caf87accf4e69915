import { table } from '#catalog'

export const boardMotionsTable = table({
  id: 'board_motions',
  file: 'tblLookupBoardMotions',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupBoardMotions`, as released.',
  columns: [
    { name: 'idnBoardMotion', type: 'integer', about: 'Row key' },
    { name: 'strBoardMotionCode', type: 'string', about: 'Code' },
    { name: 'strBoardMotionDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'strHelp', type: 'string', about: '' },
    { name: 'strAllowedDecisions', type: 'string', about: '' },
    { name: 'intMandatoryResponseDueByDays', type: 'integer', about: '' },
    { name: 'intMandatoryIJDecisionByDays', type: 'integer', about: '' },
  ],
})
