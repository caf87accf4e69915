import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const filings = tool({
  id: 'filings',
  title: { en: 'New cases in the immigration courts', es: 'Casos nuevos en las cortes de inmigración' },
  question: {
    en: 'How many new cases begin, where, and on what charges?',
    es: '¿Cuántos casos empiezan, dónde y con qué cargos?',
  },
  about: {
    en: 'Filings, each case once by its first receipt, by court, nationality, charges, age and time in the country.',
    es: 'Ingresos, cada caso una vez por su primera recepción, por corte, nacionalidad, cargos, edad y tiempo en el país.',
  },
  measures: [counted('filings')],
  rates: [],
  panes: ['court', 'nationality', 'charge_group'],
  choices: ['court', 'nationality', 'charge_group', 'years_in_us_band', 'age_band', 'hearing_location', 'fiscal_year'],
  always: usual,
  withheld: ['judge'],
  from: '2011-10',
})
