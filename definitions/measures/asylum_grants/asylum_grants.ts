import { measure } from '#catalog'

export const asylumGrants = measure({
  id: 'asylum_grants',
  name: { en: 'Asylum grants', es: 'Asilos concedidos' },
  about: {
    en: 'Cases in which a judge granted asylum, once a case.',
    es: 'Casos en que un juez concedió asilo, una vez por caso.',
  },
  kind: 'flow',
  unit: 'decisions',
  fact: 'asylum_decision',
  where: "result = 'granted'",
  seeAlso: ['asylum_grant_rate'],
})
