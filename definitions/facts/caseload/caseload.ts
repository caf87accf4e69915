import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const caseload = fact({
  id: 'caseload',
  name: { en: 'Caseload', es: 'Casos abiertos' },
  about: 'A spell during which a case is pending or inactive, with the court and location of the time.',
  shape: 'interval',
  date: 'from_date',
  until: 'to_date',
  dimensions: stretch.dimensions,
  tables: stretch.tables,
})
