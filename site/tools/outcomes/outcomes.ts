import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const outcomes = tool({
  id: 'outcomes',
  title: { en: 'How cases end', es: 'Cómo terminan los casos' },
  question: {
    en: 'How do cases in immigration court end?',
    es: '¿Cómo terminan los casos en la corte de inmigración?',
  },
  about: {
    en: 'Closures by outcome: removal orders, relief, terminations, dismissals, administrative closures and the rest.',
    es: 'Cierres por resultado: órdenes de expulsión, alivios, terminaciones, desestimaciones, cierres administrativos y demás.',
  },
  measures: [
    counted('closures'),
    counted('completions', ['closures']),
    counted('removal_orders', ['closures']),
    counted('voluntary_departures', ['closures']),
    counted('relief_grants', ['closures']),
    counted('terminations', ['closures']),
    counted('dismissals', ['closures']),
    counted('admin_closures', ['closures']),
    counted('no_charging_document', ['closures']),
    counted('in_absentia_orders', ['in_absentia_rate']),
    counted('in_absentia_rate'),
  ],
  rates: [],
  panes: ['outcome_group', 'court', 'nationality'],
  choices: [
    'outcome_group',
    'closure_type',
    'court',
    'hearing_location',
    'nationality',
    'represented',
    'custody',
    'fiscal_year',
  ],
  always: usual,
  withheld: ['judge'],
  from: '2011-10',
  min: 25,
})
