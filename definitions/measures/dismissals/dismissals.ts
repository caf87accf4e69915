import { measure } from '#catalog'

export const dismissals = measure({
  id: 'dismissals',
  name: { en: 'Dismissals', es: 'Desestimaciones' },
  about: {
    en: 'Closures in which a judge dismissed the case (code U, made in April 2021).',
    es: 'Cierres en que un juez desestimó el caso (código U, creado en abril de 2021).',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group = 'dismissal'",
  seeAlso: ['closures'],
})
