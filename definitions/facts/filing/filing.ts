import { fact } from '#catalog'

export const filing = fact({
  id: 'filing',
  name: { en: 'Filing', es: 'Ingreso' },
  about: 'A case starts: the first receipt at the court of one person under one charging document.',
  shape: 'event',
  date: 'date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'custody', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'age_band', 'years_in_us_band', 'family'],
  tables: ['proceeding', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city'],
})
