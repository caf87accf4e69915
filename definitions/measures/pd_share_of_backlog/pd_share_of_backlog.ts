import { measure } from '#catalog'

export const pdShareOfBacklog = measure({
  id: 'pd_share_of_backlog',
  name: { en: 'PD relative to backlog', es: 'DP relativa a pendientes' },
  about: {
    en: 'PD closures since the program began over the cases pending on a base date: a ratio, not a part of the backlog.',
    es: 'Cierres por DP desde el inicio del programa sobre los casos pendientes en una fecha base: una razón, no una parte.',
  },
  kind: 'rate',
  unit: 'share',
  of: 'pd_closures_cumulative',
  per: 'pending_at_base',
  seeAlso: ['pd_share_of_closures', 'pending_at_base'],
})
