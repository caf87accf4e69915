import { measure } from '#catalog'

export const bondGrantRate = measure({
  id: 'bond_grant_rate',
  name: { en: 'Bond grant rate', es: 'Tasa de fianzas concedidas' },
  about: {
    en: 'Bond grants over bond decisions of the same period and place.',
    es: 'Fianzas concedidas sobre decisiones de fianza del mismo periodo y lugar.',
  },
  kind: 'rate',
  unit: 'share',
  of: 'bond_grants',
  per: 'bond_decisions',
  seeAlso: ['bond_decisions'],
})
