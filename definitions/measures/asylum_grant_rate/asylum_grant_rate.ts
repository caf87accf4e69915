import { measure } from '#catalog'

export const asylumGrantRate = measure({
  id: 'asylum_grant_rate',
  name: { en: 'Asylum grant rate', es: 'Tasa de asilos concedidos' },
  about: {
    en: 'Asylum grants over asylum decisions of the same period and place.',
    es: 'Asilos concedidos sobre decisiones de asilo del mismo periodo y lugar.',
  },
  kind: 'rate',
  unit: 'share',
  of: 'asylum_grants',
  per: 'asylum_decisions',
  seeAlso: ['asylum_decisions'],
})
