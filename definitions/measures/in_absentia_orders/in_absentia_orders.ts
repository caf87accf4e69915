import { measure } from '#catalog'

export const inAbsentiaOrders = measure({
  id: 'in_absentia_orders',
  name: { en: 'In absentia orders', es: 'Órdenes en ausencia' },
  about: {
    en: 'Removal orders given while the person was absent.',
    es: 'Órdenes de expulsión dictadas en ausencia de la persona.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "in_absentia = 'yes' AND outcome_group = 'removal_order'",
  seeAlso: ['in_absentia_rate', 'removal_orders'],
})
