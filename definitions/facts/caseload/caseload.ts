import { fact } from '#catalog'

export const caseload = fact({
  id: 'caseload',
  name: { en: 'Caseload', es: 'Casos abiertos' },
  about: 'A spell during which a case is pending or inactive, with the court and location of the time.',
  shape: 'interval',
  date: 'from_date',
  until: 'to_date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'custody', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'age_band', 'years_in_us_band', 'family'],
  tables: ['proceeding', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city'],
  after: ['filing'],
})
