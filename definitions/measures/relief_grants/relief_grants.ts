import { measure } from '#catalog'

export const reliefGrants = measure({
  id: 'relief_grants',
  name: { en: 'Relief granted', es: 'Alivio concedido' },
  about: {
    en: 'Closures in which a judge granted relief, so that the person may stay.',
    es: 'Cierres en que un juez concedió un alivio, de modo que la persona puede quedarse.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group = 'relief'",
  seeAlso: ['closures'],
})
