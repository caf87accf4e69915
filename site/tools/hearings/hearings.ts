import { tool } from '#catalog'
import { counted } from '../nouns.ts'

export const hearings = tool({
  id: 'hearings',
  title: { en: 'Hearings', es: 'Audiencias' },
  question: {
    en: 'How many hearings are set, held and put off, and why?',
    es: '¿Cuántas audiencias se fijan, se celebran y se aplazan, y por qué?',
  },
  about: {
    en: 'Hearings set and held, and adjournments with their reasons, by court, location, calendar and language.',
    es: 'Audiencias fijadas y celebradas, y aplazamientos con su motivo, por corte, lugar, lista e idioma.',
  },
  measures: [
    counted('hearings_set', ['hearings_held', 'adjournments']),
    counted('hearings_held', ['hearings_set']),
    counted('adjournments', ['hearings_set'], { panes: ['adjournment_reason', 'court', 'hearing_type'] }),
  ],
  rates: [],
  panes: ['court', 'hearing_type', 'language'],
  choices: ['court', 'hearing_location', 'hearing_type', 'language', 'adjournment_reason', 'fiscal_year'],
  always: ['court', 'hearing_location', 'hearing_type'],
  withheld: ['judge'],
  from: '2011-10',
})
