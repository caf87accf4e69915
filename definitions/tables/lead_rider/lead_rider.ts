import { table } from '#catalog'

export const leadRiderTable = table({
  id: 'lead_rider',
  file: 'tbl_Lead_Rider',
  kind: 'core',
  required: ['idnLeadRider'],
  key: ['idnLeadRider'],
  courtBy: { column: 'idnLeadCase', table: 'case' },
  happened: ['datCreatedOn'],
  about: 'Ties the cases of a family.',
  columns: [
    { name: 'idnLeadRider', type: 'integer', about: 'Key of this table' },
    { name: 'idnLeadCase', type: 'integer', about: 'Key of the row in A_TblCase of the Lead Case' },
    { name: 'idnRiderCase', type: 'integer', about: 'Key of the row in A_TblCase of the Rider Case' },
    { name: 'datCreatedOn', type: 'datetime', about: 'The date on which the record was created.' },
    { name: 'datModifiedOn', type: 'datetime', about: 'The date and time that the record was modified' },
    { name: 'datSeveredOn', type: 'datetime', about: 'The date that the Rider Case was severed from the Lead Case.' },
    {
      name: 'idnLeadProceedingStart',
      type: 'integer',
      about: 'The proceeding primary key of the Lead Case at the time that the Rider was added or joined.',
    },
    {
      name: 'idnLeadProceedingEnd',
      type: 'integer',
      about:
        'Key of the row in B tblProceeding of the Lead Case at the time that the Rider was severed. (The value will be NULL if the Rider was not severed.)',
    },
    {
      name: 'idnRiderProceedingStart',
      type: 'integer',
      about: 'Key of the row in B tblProceeding of the Lead Case at the time that the Rider was added or joined',
    },
    {
      name: 'idnRiderProceedingEnd',
      type: 'integer',
      about: 'Key of the row in B tblProceeding of the Lead Case at the time that the Rider was severed',
    },
    {
      name: 'blnActive',
      type: 'bit',
      about: 'Indicates whether the record is active. Inactive means that the Rider was severed from the Lead.',
    },
  ],
})
