import { measure } from '#catalog'

export const asylumDecisions = measure({
  id: 'asylum_decisions',
  name: { en: 'Asylum decisions', es: 'Decisiones de asilo' },
  about: {
    en: 'Cases in which a judge granted or denied asylum, once a case.',
    es: 'Casos en que un juez concedió o negó asilo, una vez por caso.',
  },
  kind: 'flow',
  unit: 'decisions',
  fact: 'asylum_decision',
  seeAlso: ['asylum_grant_rate'],
})
