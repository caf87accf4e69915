import { table } from '#catalog'

export const responsiblePartyTable = table({
  id: 'responsible_party',
  file: 'tblResponsibleParty',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblResponsibleParty`, as released.',
  columns: [
    { name: 'idnResponsibleParty', type: 'integer', about: 'Row key' },
    { name: 'strResponsiblePartyDescription', type: 'string', about: 'Text' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'lngLocationTypeID', type: 'integer', about: '' },
  ],
})
