import { measure } from '#catalog'

export const adminClosures = measure({
  id: 'admin_closures',
  name: { en: 'Administrative closures', es: 'Cierres administrativos' },
  about: {
    en: 'Closures that put the case aside without a decision; PD closures included.',
    es: 'Cierres que apartan el caso sin decisión; incluye los de DP.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group = 'admin_closure'",
  seeAlso: ['closures'],
})
