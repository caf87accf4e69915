import { table } from '#catalog'

export const threeMemberReferredReasonTable = table({
  id: 'three_member_referred_reason',
  file: 'tblLookup3MbrReferredReason',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookup3MbrReferredReason`, as released.',
  columns: [
    { name: 'idnReason', type: 'integer', about: 'Row key' },
    { name: 'strReason', type: 'string', about: '' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
  ],
})
