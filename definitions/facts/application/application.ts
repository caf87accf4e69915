import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const application = fact({
  id: 'application',
  name: { en: 'Application', es: 'Solicitud' },
  about: 'An application for asylum or other relief is received.',
  shape: 'event',
  date: 'date',
  dimensions: stretch.dimensions,
  tables: stretch.tables,
})
