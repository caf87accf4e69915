import { measure } from '#catalog'

export const asylumDenials = measure({
  id: 'asylum_denials',
  name: { en: 'Asylum denials', es: 'Asilos negados' },
  about: {
    en: 'Cases in which a judge denied asylum, once a case.',
    es: 'Casos en que un juez negó asilo, una vez por caso.',
  },
  kind: 'flow',
  unit: 'decisions',
  fact: 'asylum_decision',
  where: "result = 'denied'",
  seeAlso: ['asylum_grant_rate'],
})
