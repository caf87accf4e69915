import { dimension } from '#catalog'

export const custody = dimension({
  id: 'custody',
  name: { en: 'Custody', es: 'Custodia' },
  all: { en: 'All custody states', es: 'Todos los estados de custodia' },
  any: { en: 'any custody', es: 'cualquier custodia' },
  about: {
    en: 'Custody on the proceeding, else on the case: detained, never detained, released.',
    es: 'Custodia en el procedimiento o, si falta, en el caso: detenida, nunca detenida, liberada.',
  },
  kind: 'code',
  names: {
    D: { en: 'Detained', es: 'Detenida' },
    N: { en: 'Never detained', es: 'Nunca detenida' },
    R: { en: 'Released', es: 'Liberada' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
