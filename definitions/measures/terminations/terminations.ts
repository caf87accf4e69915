import { measure } from '#catalog'

export const terminations = measure({
  id: 'terminations',
  name: { en: 'Terminations', es: 'Terminaciones' },
  about: {
    en: 'Closures in which a judge ended the case without an order; PD terminations included.',
    es: 'Cierres en que un juez terminó el caso sin orden; incluye terminaciones por DP.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group = 'termination'",
  seeAlso: ['closures'],
})
