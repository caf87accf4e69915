import { measure } from '#catalog'

export const inactive = measure({
  id: 'inactive',
  name: { en: 'Inactive', es: 'Inactivos' },
  about: {
    en: 'Cases administratively closed and not back on the docket on the last day of the period.',
    es: 'Casos con cierre administrativo que no han vuelto al calendario el último día del periodo.',
  },
  kind: 'stock',
  unit: 'cases',
  fact: 'caseload',
  where: "status = 'inactive'",
  on: 'to',
  seeAlso: ['pending'],
})
