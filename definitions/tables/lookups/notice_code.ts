import { table } from '#catalog'

export const noticeCodeTable = table({
  id: 'notice_code',
  file: 'tblLookupNOTICE',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupNOTICE`, as released.',
  columns: [
    { name: 'IDNNOTORD', type: 'integer', about: 'Row key' },
    { name: 'Notice_Code', type: 'string', about: 'Code' },
    { name: 'Notice_Disp', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'strNoticeOrder', type: 'string', about: '' },
  ],
})
