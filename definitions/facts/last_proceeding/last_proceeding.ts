import { fact } from '#catalog'

export const lastProceeding = fact({
  id: 'last_proceeding',
  name: { en: 'Last proceeding', es: 'Último procedimiento' },
  about: 'A spell during which a proceeding is the last of its case and has no end.',
  shape: 'interval',
  date: 'from_date',
  until: 'to_date',
  dimensions: ['court', 'hearing_location', 'court_family', 'court_state', 'nationality', 'language', 'case_type', 'custody', 'represented', 'juvenile', 'charge_group', 'asylum', 'judge', 'sex', 'age_band', 'years_in_us_band', 'family'],
  tables: ['proceeding', 'case', 'juvenile_history', 'case_identifier', 'lead_rider', 'charge', 'charge_code', 'application', 'representation', 'base_city'],
})
