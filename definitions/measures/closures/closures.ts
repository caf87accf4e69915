import { measure } from '#catalog'

export const closures = measure({
  id: 'closures',
  name: { en: 'Closures', es: 'Cierres' },
  about: {
    en: 'Proceedings that ended and were not merely moved; administrative closures included.',
    es: 'Procedimientos que terminaron y no fueron solo trasladados; incluye cierres administrativos.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  seeAlso: ['closed_cases', 'completions', 'pd_closures'],
})
