import { measure } from '#catalog'

export const pendingRepresented = measure({
  id: 'pending_represented',
  name: { en: 'Pending with counsel', es: 'Pendientes con representante' },
  about: {
    en: 'Pending cases in which counsel for the person has appeared.',
    es: 'Casos pendientes en que compareció un representante de la persona.',
  },
  kind: 'stock',
  unit: 'cases',
  fact: 'caseload',
  where: "status = 'pending' AND represented = 'yes'",
  on: 'to',
  seeAlso: ['represented_share'],
})
