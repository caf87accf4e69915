import { table } from '#catalog'

export const appealTable = table({
  id: 'appeal',
  file: 'tblAppeal',
  kind: 'core',
  required: ['idnAppeal'],
  key: ['idnAppeal'],
  courtBy: { column: 'idncase', table: 'case' },
  happened: ['datBIADecision', 'datAppealFiled'],
  about: 'Appeals to the Board of Immigration Appeals.',
  columns: [
    { name: 'idnAppeal', type: 'integer', about: 'Key of this table' },
    { name: 'idncase', type: 'integer', about: 'Key of the row in A_TblCase' },
    { name: 'idnProceeding', type: 'integer', about: 'Key of the row in B_TblProceeding' },
    { name: 'strAppealCategory', type: 'code', max: 2, about: 'IJ, DD (DHS officer decision) or MA.' },
    {
      name: 'strAppealType',
      type: 'string',
      max: 25,
      lookup: 'tbllookupAppealType.strApplCode',
      about: 'Identifies the type of appeal or motion filed with the Board of Immigration Appeals.',
    },
    {
      name: 'datAppealFiled',
      type: 'datetime',
      about: 'The date the appeal or motion was filed with the Board of Immigration Appeals.',
    },
    {
      name: 'strFiledBy',
      type: 'code',
      max: 1,
      lookup: 'tblLookupFiledBy.strCode',
      about: 'Indicates which party filed the appeal or motion',
    },
    {
      name: 'datAttorneyE27',
      type: 'datetime',
      about:
        'The date the attorney or representative submits the EOIR-27 (notice of entry to appear) before the Board of Immigration Appeals.',
    },
    {
      name: 'datBIADecision',
      type: 'datetime',
      about: 'The date the Board of Immigration Appeals made the decision on the appeal or motion.',
    },
    {
      name: 'strBIADecision',
      type: 'code',
      max: 3,
      lookup: 'tblLookupBIADecision.strCode',
      about:
        'The code that represents the Board of Immigration Appeals overall decision (does not include the substantive basis) on the appeal or motion.',
    },
    {
      name: 'strBIADecisionType',
      type: 'code',
      max: 1,
      lookup: 'tblLookupBIADecisionType.strCode',
      about:
        'Indicates the decision type made by the Board of Immigration Appeals. For example, Percuriam Case or Regular Case',
    },
    { name: 'strCaseType', type: 'code', max: 3, lookup: 'tblLookupCaseType.strCode', about: 'Type of case.' },
    {
      name: 'strLang',
      type: 'code',
      max: 3,
      lookup: 'tblLanguage.strCode',
      about: 'Code representing the primary language spoken by the person.',
    },
    {
      name: 'strNat',
      type: 'code',
      max: 2,
      lookup: 'tblLookupAlienNat.strCode',
      about: 'Code representing the nationality of the person.',
    },
    {
      name: 'strProceedingIHP',
      type: 'code',
      max: 1,
      about: 'The code that represents the type of correctional facility at which an person is being held.',
    },
    {
      name: 'strCustody',
      type: 'code',
      max: 1,
      lookup: 'tblLookupCustodyStatus.strCode',
      about: 'The code that represents the custody status of the person.',
    },
    { name: 'strProbono', type: 'code', max: 1, about: 'Indicates if the case is part of the EOIR Pro Bono Program.' },
  ],
})
