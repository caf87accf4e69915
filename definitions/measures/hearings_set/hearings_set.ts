import { measure } from '#catalog'

export const hearingsSet = measure({
  id: 'hearings_set',
  name: { en: 'Hearings set', es: 'Audiencias fijadas' },
  about: {
    en: 'Hearings set for a day of the period, held or not.',
    es: 'Audiencias fijadas para un día del periodo, celebradas o no.',
  },
  kind: 'flow',
  unit: 'hearings',
  fact: 'hearing',
  seeAlso: ['hearings_held', 'adjournments'],
})
