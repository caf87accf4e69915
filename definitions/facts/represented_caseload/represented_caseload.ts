import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const representedCaseload = fact({
  id: 'represented_caseload',
  name: { en: 'Represented caseload', es: 'Casos abiertos con representante' },
  about: 'A spell during which a case is pending in which counsel for the person has appeared at the court.',
  shape: 'interval',
  date: 'from_date',
  until: 'to_date',
  dimensions: stretch.dimensions,
  tables: [...stretch.tables, 'representation'],
  after: ['caseload'],
})
