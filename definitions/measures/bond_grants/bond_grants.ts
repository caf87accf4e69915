import { measure } from '#catalog'

export const bondGrants = measure({
  id: 'bond_grants',
  name: { en: 'Bond grants', es: 'Fianzas concedidas' },
  about: {
    en: 'Decisions of a judge to grant bond or release.',
    es: 'Decisiones de un juez que conceden fianza o libertad.',
  },
  kind: 'flow',
  unit: 'decisions',
  fact: 'bond',
  where: "result = 'granted'",
  seeAlso: ['bond_decisions'],
})
