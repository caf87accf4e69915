import { table } from '#catalog'

export const appealFederalCourtTable = table({
  id: 'appeal_federal_court',
  file: 'tblAppealFedCourts',
  kind: 'core',
  required: ['idnAppealFedCourts'],
  key: ['idnAppealFedCourts'],
  happened: ['datRequestedByOIL'],
  about: 'Appeals that went on to a federal court.',
  columns: [
    { name: 'idnAppealFedCourts', type: 'integer', about: 'Key of this table' },
    { name: 'lngAppealID', type: 'integer', lookup: 'tblAppeal.idnAppeal', about: 'Key of the row in tblAppeal' },
    {
      name: 'datRequestedByOIL',
      type: 'datetime',
      about: 'Date the certification request was received from Office of Immigration Litigation.',
    },
    {
      name: 'strFedCourtDecision',
      type: 'string',
      lookup: 'tblLookupFedCourtDecision.strCode',
      about: 'Only REM (remand) in practice; 96% empty.',
    },
  ],
})
