import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

const sought = [{ dimension: 'asylum', values: ['none'], exclude: true }]

export const asylum = tool({
  id: 'asylum',
  title: { en: 'Asylum in immigration court', es: 'El asilo en la corte de inmigración' },
  question: {
    en: 'How often is asylum sought, granted and denied?',
    es: '¿Con qué frecuencia se pide, se concede y se niega el asilo?',
  },
  about: {
    en: 'Asylum applications, decisions, grants and denials, once a case, and pending cases with an asylum claim.',
    es: 'Solicitudes, decisiones, concesiones y denegaciones de asilo, una vez por caso, y pendientes con solicitud de asilo.',
  },
  measures: [
    counted('asylum_decisions', ['asylum_grants', 'asylum_grant_rate']),
    counted('asylum_grant_rate'),
    counted('asylum_grants', ['asylum_decisions']),
    counted('asylum_denials', ['asylum_decisions']),
    counted('asylum_applications'),
    counted('pending', ['days_waiting'], {
      only: sought,
      noun: [
        'pending case with an asylum claim',
        'pending cases with an asylum claim',
        'caso pendiente con solicitud de asilo',
        'casos pendientes con solicitud de asilo',
      ],
    }),
  ],
  rates: [],
  panes: ['court', 'nationality', 'represented'],
  choices: [
    'court',
    'nationality',
    'represented',
    'asylum',
    'custody',
    'age_band',
    'sex',
    'years_in_us_band',
    'fiscal_year',
  ],
  always: usual,
  withheld: ['judge'],
  from: '2011-10',
  min: 25,
})
