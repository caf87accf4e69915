import { dimension } from '#catalog'

export const family = dimension({
  id: 'family',
  name: { en: 'Family', es: 'Familia' },
  all: { en: 'Family or not', es: 'Familia o no' },
  any: { en: 'family or not', es: 'familia o no' },
  about: {
    en: 'Whether the case is that of a family: on a family docket, or tied to another case as lead or rider.',
    es: 'Si el caso es de una familia: en lista familiar, o ligado a otro caso como principal o acompañante.',
  },
  kind: 'code',
  names: {
    yes: { en: 'Family', es: 'Familia' },
    no: { en: 'Not marked as family', es: 'No marcado como familia' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
