import { measure } from '#catalog'

export const initialCompletions = measure({
  id: 'initial_completions',
  name: { en: 'Initial completions', es: 'Primeras conclusiones' },
  about: {
    en: 'The first closure of each case by a decision of a judge.',
    es: 'El primer cierre de cada caso por decisión de un juez.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: 'first_decision',
  seeAlso: ['completions'],
})
