import { measure } from '#catalog'

export const adjournments = measure({
  id: 'adjournments',
  name: { en: 'Adjournments', es: 'Aplazamientos' },
  about: {
    en: 'Hearings of the period that were put off, with the reason.',
    es: 'Audiencias del periodo que se aplazaron, con el motivo.',
  },
  kind: 'flow',
  unit: 'hearings',
  fact: 'hearing',
  where: 'adjourned',
  seeAlso: ['hearings_set', 'hearings_held'],
})
