import { measure } from '#catalog'

export const pdShareOfClosures = measure({
  id: 'pd_share_of_closures',
  name: { en: 'PD share of closures', es: 'DP sobre cierres' },
  about: {
    en: 'PD closures over all closures of the same period and place.',
    es: 'Cierres por DP sobre todos los cierres del mismo periodo y lugar.',
  },
  kind: 'rate',
  unit: 'share',
  of: 'pd_closures',
  per: 'closures',
  seeAlso: ['pd_share_of_backlog'],
})
