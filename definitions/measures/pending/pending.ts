import { measure } from '#catalog'

export const pending = measure({
  id: 'pending',
  name: { en: 'Pending', es: 'Pendientes' },
  about: {
    en: 'Cases open on the last day of the period; inactive cases left out.',
    es: 'Casos abiertos el último día del periodo; sin casos inactivos.',
  },
  kind: 'stock',
  unit: 'cases',
  fact: 'caseload',
  where: "status = 'pending'",
  on: 'to',
  seeAlso: ['inactive', 'filings'],
})
