import { fact } from '#catalog'

export const asylumDecision = fact({
  id: 'asylum_decision',
  name: { en: 'Asylum decision', es: 'Decisión de asilo' },
  about: 'A case has its asylum application granted or denied by a judge, once a case.',
  shape: 'event',
  date: 'date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'custody', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'age_band', 'years_in_us_band', 'family'],
  tables: ['proceeding', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city'],
  after: ['application'],
})
