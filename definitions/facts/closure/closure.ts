import { fact } from '#catalog'

export const closure = fact({
  id: 'closure',
  name: { en: 'Closure', es: 'Cierre' },
  about: "A proceeding ends and is not merely moved (TRAC's sense: administrative closures are closures).",
  shape: 'event',
  date: 'date',

  dimensions: [
    'court',
    'hearing_location',
    'nationality',
    'case_type',
    'closure_type',
    'outcome_group',
    'pd',
    'custody',
    'represented',
  ],
  tables: ['proceeding', 'case', 'court_decision'],
  after: ['filing'],
})
