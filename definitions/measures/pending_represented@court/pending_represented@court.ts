import { measure } from '#catalog'

export const pendingRepresentedCourt = measure({
  id: 'pending_represented@court',
  name: { en: 'Pending with counsel (at court)', es: 'Pendientes con representante (en la corte)' },
  about: {
    en: 'Pending cases in which counsel for the person has appeared (at court).',
    es: 'Casos pendientes en que compareció un representante de la persona (en la corte).',
  },
  kind: 'stock',
  unit: 'cases',
  variantOf: 'pending_represented',
  fact: 'represented_caseload',
  on: 'to',
  seeAlso: ['represented_share'],
})
