import { table } from '#catalog'

export const representationTable = table({
  id: 'representation',
  file: 'tbl_RepsAssigned',
  kind: 'core',
  required: ['IDNREPSASSIGNED'],
  key: ['IDNREPSASSIGNED'],
  court: 'BASE_CITY_CODE',
  happened: ['E_28_DATE', 'E_27_DATE'],
  about: 'Appearances of counsel; half of the rows are lawyers of DHS.',
  columns: [
    { name: 'IDNREPSASSIGNED', type: 'integer', about: 'Key of this table' },
    { name: 'IDNCASE', type: 'integer', about: 'Key of the row in A_TblCase' },
    { name: 'STRATTYLEVEL', type: 'string', max: 10, about: 'COURT or BOARD.' },
    { name: 'STRATTYTYPE', type: 'string', max: 10, about: 'ALIEN is counsel for the person; INS is counsel for DHS.' },
    {
      name: 'PARENT_TABLE',
      type: 'string',
      max: 100,
      free: true,
      about: 'Indicates the parent table of the attorney or representative record',
    },
    {
      name: 'PARENT_IDN',
      type: 'integer',
      about: 'Key of the row in the associated parent table for the attorney or representative record',
    },
    {
      name: 'BASE_CITY_CODE',
      type: 'code',
      max: 3,
      lookup: 'tblLookupBaseCity.BASE_CITY_CODE',
      about: 'The code that represents the immigration court having jurisdiction over the assigned hearing location',
    },
    {
      name: 'INS_TA_DATE_ASSIGNED',
      type: 'datetime',
      about: 'The date the Department of Homeland Security attorney was assigned to the case',
    },
    {
      name: 'E_27_DATE',
      type: 'datetime',
      about:
        "The date the person's attorney or representative filed the EOIR-27 form at the Board of Immigration Appeals.",
    },
    {
      name: 'E_28_DATE',
      type: 'datetime',
      about: "The date the person's attorney or representative filed the EOIR-28 form at the immigration court",
    },
    {
      name: 'BLNPRIMEATTY',
      type: 'bit',
      about: 'Indicates whether or not the attorney or representative is the prime attorney or representative',
    },
  ],
})
