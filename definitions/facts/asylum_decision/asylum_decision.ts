import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const asylumDecision = fact({
  id: 'asylum_decision',
  name: { en: 'Asylum decision', es: 'Decisión de asilo' },
  about: 'A case has its asylum application granted or denied by a judge, once a case.',
  shape: 'event',
  date: 'date',
  dimensions: stretch.dimensions,
  tables: stretch.tables,
  after: ['application'],
})
