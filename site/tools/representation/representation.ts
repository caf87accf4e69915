import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const representation = tool({
  id: 'representation',
  title: { en: 'Who has counsel', es: 'Quién tiene representante' },
  question: {
    en: 'How many people with a pending case have a lawyer?',
    es: '¿Cuántas personas con un caso pendiente tienen representante?',
  },
  about: {
    en: 'Pending cases in which counsel for the person has appeared, never counsel of the government.',
    es: 'Casos pendientes en que compareció un representante de la persona, nunca abogados del gobierno.',
  },
  measures: [counted('pending_represented', ['represented_share']), counted('represented_share')],
  rates: [],
  panes: ['court', 'nationality', 'custody'],
  choices: [
    'court',
    'hearing_location',
    'nationality',
    'custody',
    'asylum',
    'juvenile',
    'language',
    'years_in_us_band',
  ],
  always: usual,
  withheld: ['judge', 'represented'],
  from: '2011-10',
  min: 25,
})
