import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const processingTime = tool({
  id: 'processing_time',
  title: { en: 'How long cases take', es: 'Cuánto duran los casos' },
  question: {
    en: 'How many days pass from the filing of a case to its end?',
    es: '¿Cuántos días pasan desde el ingreso de un caso hasta su fin?',
  },
  about: {
    en: 'Days from filing to closure, by outcome and by charge, and days that pending cases have waited so far.',
    es: 'Días desde el ingreso hasta el cierre, por resultado y por cargo, y días que llevan esperando los pendientes.',
  },
  measures: [
    counted('days_to_closure'),
    counted('days_waiting', [], { panes: ['court', 'charge_group', 'nationality'] }),
  ],
  rates: [],
  panes: ['outcome_group', 'charge_group', 'court'],
  choices: [
    'outcome_group',
    'charge_group',
    'court',
    'hearing_location',
    'nationality',
    'custody',
    'represented',
    'fiscal_year',
  ],
  always: usual,
  withheld: ['judge'],
  from: '2011-10',
})
