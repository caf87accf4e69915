import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const lastProceeding = fact({
  id: 'last_proceeding',
  name: { en: 'Last proceeding', es: 'Último procedimiento' },
  about: 'A spell during which a proceeding is the last of its case and has no end.',
  shape: 'interval',
  date: 'from_date',
  until: 'to_date',
  dimensions: stretch.dimensions,
  tables: stretch.tables,
})
