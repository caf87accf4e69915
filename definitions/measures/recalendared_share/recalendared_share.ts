import { measure } from '#catalog'

export const recalendaredShare = measure({
  id: 'recalendared_share',
  name: { en: 'Share recalendared', es: 'Parte reprogramada' },
  about: {
    en: 'Of the cases first put aside in the period: the share recalendared by its last day.',
    es: 'De los casos apartados por primera vez en el periodo: la parte reprogramada hasta su último día.',
  },
  kind: 'rate',
  unit: 'share',
  of: 'first_admin_closures_back',
  per: 'first_admin_closures',
  seeAlso: ['recalendared', 'inactive'],
})
