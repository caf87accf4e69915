import { measure } from '#catalog'

export const representedShare = measure({
  id: 'represented_share',
  name: { en: 'Represented share', es: 'Parte con representante' },
  about: {
    en: 'Share of pending cases in which counsel for the person has appeared.',
    es: 'Parte de los casos pendientes en que compareció un representante de la persona.',
  },
  kind: 'rate',
  unit: 'share',
  of: 'pending_represented',
  per: 'pending',
  seeAlso: ['pending'],
})
