import { measure } from '#catalog'

export const completions = measure({
  id: 'completions',
  name: { en: 'Completions', es: 'Conclusiones' },
  about: {
    en: 'Closures by a decision of a judge; administrative closures left out.',
    es: 'Cierres por decisión de un juez; sin cierres administrativos.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: 'by_decision',
  seeAlso: ['closures'],
})
