import { table } from '#catalog'

export const commentTypeBoardTable = table({
  id: 'comment_type_board',
  file: 'tblLookupCommentTypeBoard',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupCommentTypeBoard`, as released.',
  columns: [
    { name: 'idnCommBrd', type: 'integer', about: 'Row key' },
    { name: 'strcode', type: 'string', about: 'Code' },
    { name: 'strDescription', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
