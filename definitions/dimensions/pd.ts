import { dimension } from '#catalog'

export const pd = dimension({
  id: 'pd',
  name: { en: 'Prosecutorial discretion', es: 'Discreción procesal' },
  all: { en: 'All closures', es: 'Todos los cierres' },
  any: { en: 'with or without prosecutorial discretion', es: 'con o sin discreción procesal' },
  about: {
    en: 'Whether the court flagged the closure as prosecutorial discretion (codes Y, M, I).',
    es: 'Si la corte marcó el cierre como discreción procesal (códigos Y, M, I).',
  },
  kind: 'code',
  names: {
    yes: { en: 'Prosecutorial discretion', es: 'Discreción procesal' },
    no: { en: 'Not prosecutorial discretion', es: 'Sin discreción procesal' },
  },
})
