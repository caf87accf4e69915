import { fact } from '#catalog'

export const filing = fact({
  id: 'filing',
  name: { en: 'Filing', es: 'Ingreso' },
  about: 'A case starts: the first receipt at the court of one person under one charging document.',
  shape: 'event',
  date: 'date',

  dimensions: ['court', 'hearing_location', 'nationality', 'case_type', 'custody', 'represented'],
  tables: ['proceeding', 'case'],
})
