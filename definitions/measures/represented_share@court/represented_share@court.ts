import { measure } from '#catalog'

export const representedShareCourt = measure({
  id: 'represented_share@court',
  name: { en: 'Represented share (at court)', es: 'Parte con representante (en la corte)' },
  about: {
    en: 'Share of pending cases in which counsel for the person has appeared (at court).',
    es: 'Parte de los casos pendientes en que compareció un representante de la persona (en la corte).',
  },
  kind: 'rate',
  unit: 'share',
  variantOf: 'represented_share',
  of: 'pending_represented@court',
  per: 'pending',
  seeAlso: ['pending'],
})
