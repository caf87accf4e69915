import { measure } from '#catalog'

export const hearingsHeld = measure({
  id: 'hearings_held',
  name: { en: 'Hearings held', es: 'Audiencias celebradas' },
  about: {
    en: 'Hearings of the period that were not taken down before the day.',
    es: 'Audiencias del periodo que no se cancelaron antes del día.',
  },
  kind: 'flow',
  unit: 'hearings',
  fact: 'hearing',
  where: 'held',
  seeAlso: ['hearings_set', 'adjournments'],
})
