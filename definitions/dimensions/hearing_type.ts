import { dimension } from '#catalog'

export const hearingType = dimension({
  id: 'hearing_type',
  name: { en: 'Hearing type', es: 'Tipo de audiencia' },
  all: { en: 'All hearing types', es: 'Todos los tipos de audiencia' },
  any: { en: 'any hearing type', es: 'cualquier tipo de audiencia' },
  about: { en: 'The calendar that the hearing was set on.', es: 'La lista en que se fijó la audiencia.' },
  kind: 'code',
  names: {
    M: { en: 'Master calendar', es: 'Audiencia preliminar (master)' },
    I: { en: 'Individual', es: 'Audiencia individual' },
    N: { en: 'Calendar N', es: 'Lista N' },
    R: { en: 'Calendar R', es: 'Lista R' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
