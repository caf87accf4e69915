import { measure } from '#catalog'

export const removalOrders = measure({
  id: 'removal_orders',
  name: { en: 'Removal orders', es: 'Órdenes de expulsión' },
  about: {
    en: 'Closures in which a judge ordered the person removed, deported or excluded.',
    es: 'Cierres en que un juez ordenó la expulsión, deportación o exclusión de la persona.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group = 'removal_order'",
  seeAlso: ['closures'],
})
