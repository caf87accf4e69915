import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const backlog = tool({
  id: 'backlog',
  title: { en: 'The backlog of the immigration courts', es: 'Los casos pendientes de las cortes de inmigración' },
  question: {
    en: 'How many cases are waiting, where, and for how long?',
    es: '¿Cuántos casos esperan, dónde y desde hace cuánto?',
  },
  about: {
    en: 'Pending cases and how long they have waited, on any day, by court, hearing location, nationality and more.',
    es: 'Casos pendientes y cuánto llevan esperando, en cualquier fecha, por corte, lugar de audiencia, nacionalidad y más.',
  },
  measures: [counted('pending', ['days_waiting']), counted('days_waiting', ['pending'])],
  rates: [],
  panes: ['court', 'hearing_location', 'nationality'],
  choices: ['court', 'hearing_location', 'nationality', 'court_state', 'charge_group', 'custody', 'represented'],
  always: usual,
  withheld: ['judge'],
  from: '2011-10',
})
