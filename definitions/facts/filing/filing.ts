import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const filing = fact({
  id: 'filing',
  name: { en: 'Filing', es: 'Ingreso' },
  about: 'A case starts: the first receipt at the court of one person under one charging document.',
  shape: 'event',
  date: 'date',
  dimensions: stretch.dimensions,
  tables: stretch.tables,
})
