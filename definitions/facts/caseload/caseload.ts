import { fact } from '#catalog'

export const caseload = fact({
  id: 'caseload',
  name: { en: 'Caseload', es: 'Casos abiertos' },
  about: 'A spell during which a case is pending or inactive, with the court and location of the time.',
  shape: 'interval',
  date: 'from_date',
  until: 'to_date',
  dimensions: ['court', 'hearing_location', 'nationality', 'case_type', 'custody', 'represented'],
  tables: ['proceeding', 'case'],
  after: ['filing'],
})
