import { fact } from '#catalog'

export const hearing = fact({
  id: 'hearing',
  name: { en: 'Hearing', es: 'Audiencia' },
  about: 'A hearing is set for a day.',
  shape: 'event',
  date: 'date',
  dimensions: [
    'court',
    'hearing_location',
    'court_family',
    'court_state',
    'language',
    'judge',
    'hearing_type',
    'adjournment_reason',
  ],
  tables: ['hearing', 'base_city'],
})
