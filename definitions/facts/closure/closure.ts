import { fact } from '#catalog'

export const closure = fact({
  id: 'closure',
  name: { en: 'Closure', es: 'Cierre' },
  about: "A proceeding ends and is not merely moved (TRAC's sense: administrative closures are closures).",
  shape: 'event',
  date: 'date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'custody', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'age_band', 'years_in_us_band', 'family', 'in_absentia', 'closure_type', 'outcome_group', 'pd'],
  tables: ['proceeding', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city', 'court_decision', 'motion', 'hearing'],
  after: ['filing'],
})
