import { table } from '#catalog'

export const attorneyTable = table({
  id: 'attorney',
  file: 'tbl_EOIR_Attorney',
  kind: 'core',
  required: [],
  key: ['EOIRAttorneyID'],
  court: 'BaseCityCode',
  happened: ['datCreatedOn'],
  about: 'Counsel, without names.',
  columns: [
    { name: 'EOIRAttorneyID', type: 'string', free: true, about: 'Key of this table' },
    {
      name: 'OldAttorneyID',
      type: 'integer',
      about:
        'The previous Attorney/Representative Table Index in legacy tblLookupAttorneys or tblAttorneys appearing before EOIR',
    },
    {
      name: 'BaseCityCode',
      type: 'code',
      max: 3,
      lookup: 'tblLookupBaseCity.BASE_CITY_CODE',
      about:
        'The code that represents the immigration court having jurisdiction over the assigned hearing location for the attorney or accredited representative appearing before EOIR.',
    },
    {
      name: 'blnAttorneyActive',
      type: 'bit',
      about: 'Indicates whether the attorney/representative before EOIR record is active',
    },
    {
      name: 'Source_Flag',
      type: 'string',
      max: 10,
      free: true,
      about: 'The source name that attorney/representative before EOIR record is originally from i.e. Court or Board.',
    },
    { name: 'datCreatedOn', type: 'datetime', about: 'The date the record was created' },
    { name: 'datModifiedOn', type: 'datetime', about: 'The date on which the record was modified' },
  ],
})
