import { dimension } from '#catalog'

export const juvenile = dimension({
  id: 'juvenile',
  name: { en: 'Juvenile', es: 'Menor' },
  all: { en: 'Juvenile or not', es: 'Menor o no' },
  any: { en: 'juvenile or not', es: 'menor o no' },
  about: {
    en: 'Whether the court ever marked the case as that of a juvenile, alone or not.',
    es: 'Si la corte marcó alguna vez el caso como de un menor, acompañado o no.',
  },
  kind: 'code',
  names: {
    yes: { en: 'Juvenile', es: 'Menor' },
    no: { en: 'Not marked as juvenile', es: 'No marcado como menor' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
