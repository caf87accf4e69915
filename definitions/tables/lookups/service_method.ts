import { table } from '#catalog'

export const serviceMethodTable = table({
  id: 'service_method',
  file: 'tblLookupService_Method',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupService_Method`, as released.',
  columns: [
    { name: 'idnCertificateOfServiceMeth', type: 'integer', about: 'Row key' },
    { name: 'strCertificateOfServiceMethCode', type: 'string', about: 'Code' },
    { name: 'strCertificateOfServiceMethDesc', type: 'string', about: 'Text' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
