import { table } from '#catalog'

export const applicationTypeTable = table({
  id: 'application_type',
  file: 'tblLookUp_Appln',
  kind: 'lookup',
  required: [],
  key: [],
  about: 'Lookup table `tblLookUp_Appln`, as released.',
  columns: [
    { name: 'idnAppln', type: 'integer', about: 'Row key' },
    { name: 'strcode', type: 'string', about: 'Code' },
    { name: 'strdescription', type: 'string', about: 'Text' },
    { name: 'strAllowedCaseTypes', type: 'string', about: '' },
    { name: 'strAllowedDecisionCodes', type: 'string', about: 'Code' },
    { name: 'APL_casetype_1', type: 'string', about: '' },
    { name: 'APL_casetype_2', type: 'string', about: '' },
    { name: 'APL_casetype_3', type: 'string', about: '' },
    { name: 'APL_casetype_4', type: 'string', about: '' },
    { name: 'APL_casetype_5', type: 'string', about: '' },
    { name: 'APL_casetype_6', type: 'string', about: '' },
    { name: 'APL_casetype_7', type: 'string', about: '' },
    { name: 'datCreatedOn', type: 'datetime', about: 'When the row was made' },
    { name: 'datModifiedOn', type: 'datetime', about: 'When the row was last changed' },
    { name: 'blnActive', type: 'bit', about: '1 while the code is in use' },
  ],
})
