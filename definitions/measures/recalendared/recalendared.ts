import { measure } from '#catalog'

export const recalendared = measure({
  id: 'recalendared',
  name: { en: 'Recalendared', es: 'Reprogramados' },
  about: {
    en: 'Cases put back on the calendar after an administrative closure.',
    es: 'Casos devueltos al calendario tras un cierre administrativo.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'recalendared'",
  seeAlso: ['reopened', 'recalendared_share'],
})
