import { table } from '#catalog'

export const interpreterLanguageTable = table({
  id: 'interpreter_language',
  file: 'tblLookupIntrPrLang',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupIntrPrLang`, as released.',
  columns: [
    { name: 'idnintrprLang', type: 'integer', about: 'Row key' },
    { name: 'IntrCode', type: 'string', about: 'Code' },
    { name: 'Base_city', type: 'string', about: '' },
    { name: 'LanguageCode', type: 'string', about: 'Code' },
    { name: 'DATCREATEDON', type: 'datetime', about: 'When the row was made' },
    { name: 'DATMODIFIEDON', type: 'datetime', about: 'When the row was last changed' },
  ],
})
