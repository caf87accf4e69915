import { measure } from '#catalog'

export const inAbsentiaRate = measure({
  id: 'in_absentia_rate',
  name: { en: 'In absentia rate', es: 'Tasa de órdenes en ausencia' },
  about: {
    en: 'In absentia orders over initial completions of the same period and place.',
    es: 'Órdenes en ausencia sobre primeras conclusiones del mismo periodo y lugar.',
  },
  kind: 'rate',
  unit: 'share',
  of: 'in_absentia_orders',
  per: 'initial_completions',
  seeAlso: ['in_absentia_orders'],
})
