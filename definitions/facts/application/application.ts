import { fact } from '#catalog'

export const application = fact({
  id: 'application',
  name: { en: 'Application', es: 'Solicitud' },
  about: 'An application for asylum or other relief is received.',
  shape: 'event',
  date: 'date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'custody', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'age_band', 'years_in_us_band', 'family'],
  tables: ['proceeding', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city'],
})
