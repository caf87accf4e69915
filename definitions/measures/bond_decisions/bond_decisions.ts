import { measure } from '#catalog'

export const bondDecisions = measure({
  id: 'bond_decisions',
  name: { en: 'Bond decisions', es: 'Decisiones de fianza' },
  about: {
    en: 'Decisions of a judge to grant or deny bond.',
    es: 'Decisiones de un juez que conceden o niegan fianza.',
  },
  kind: 'flow',
  unit: 'decisions',
  fact: 'bond',
  where: "result IN ('granted', 'denied')",
  seeAlso: ['bond_grants'],
})
