import { table } from '#catalog'

export const interpreterLanguageGroupTable = table({
  id: 'interpreter_language_group',
  file: 'tblLookupInTrPrLangGroup',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookupInTrPrLangGroup`, as released.',
  columns: [
    { name: 'idnIntrLangGroup', type: 'integer', about: 'Row key' },
    { name: 'LanguageCode', type: 'string', about: 'Code' },
    { name: 'Base_city', type: 'string', about: '' },
    { name: 'MasterGroupFlag', type: 'string', about: '' },
    { name: 'IndivGroupFlag', type: 'string', about: '' },
    { name: 'DATCREATEDON', type: 'datetime', about: 'When the row was made' },
    { name: 'DATMODIFIEDON', type: 'datetime', about: 'When the row was last changed' },
  ],
})
