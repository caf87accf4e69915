import { fact } from '#catalog'

export const bond = fact({
  id: 'bond',
  name: { en: 'Bond decision', es: 'Decisión de fianza' },
  about: 'A judge decides on bond.',
  shape: 'event',
  date: 'date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'family'],
  tables: ['bond', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city'],
})
