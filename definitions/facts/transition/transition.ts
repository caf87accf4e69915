import { fact } from '#catalog'

export const transition = fact({
  id: 'transition',
  name: { en: 'Change of standing', es: 'Cambio de situación' },
  about: 'A case changes its standing after its filing: reopened, recalendared, completed, put aside, moved to another court.',
  shape: 'event',
  date: 'date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'custody', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'age_band', 'years_in_us_band', 'family'],
  tables: ['proceeding', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city'],
  after: ['caseload'],
})
