import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

const only = [{ dimension: 'juvenile', values: ['yes'], exclude: false }]
const held = { only, panes: ['court', 'represented', 'nationality'] }

export const juveniles = tool({
  id: 'juveniles',
  title: { en: 'Juveniles in immigration court', es: 'Menores en la corte de inmigración' },
  question: { en: 'What becomes of the cases of juveniles?', es: '¿Qué ocurre con los casos de menores?' },
  about: {
    en: 'Cases that the court marked as those of a juvenile: filed, pending and closed, by outcome and representation.',
    es: 'Casos que la corte marcó como de un menor: ingresados, pendientes y cerrados, por resultado y representación.',
  },
  measures: [
    counted('closures', [], {
      only,
      noun: [
        'closure of a juvenile’s case',
        'closures of juveniles’ cases',
        'cierre de un caso de menor',
        'cierres de casos de menores',
      ],
    }),
    counted('filings', [], {
      ...held,
      noun: ['new case of a juvenile', 'new cases of juveniles', 'caso nuevo de menor', 'casos nuevos de menores'],
    }),
    counted('pending', ['days_waiting'], {
      ...held,
      noun: [
        'pending case of a juvenile',
        'pending cases of juveniles',
        'caso pendiente de menor',
        'casos pendientes de menores',
      ],
    }),
  ],
  rates: [],
  panes: ['outcome_group', 'represented', 'nationality'],
  choices: [
    'outcome_group',
    'represented',
    'nationality',
    'court',
    'court_state',
    'age_band',
    'custody',
    'fiscal_year',
  ],
  always: usual,
  withheld: ['judge', 'juvenile'],
  from: '2011-10',
})
