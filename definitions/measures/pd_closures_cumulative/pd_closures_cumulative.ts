import { measure } from '#catalog'

export const pdClosuresCumulative = measure({
  id: 'pd_closures_cumulative',
  name: { en: 'PD closures to date', es: 'Cierres por DP acumulados' },
  about: {
    en: 'PD closures from the start of the program through the end of the period.',
    es: 'Cierres por DP desde el inicio del programa hasta el fin del periodo.',
  },
  kind: 'flow_to_date',
  unit: 'closures',
  of: 'pd_closures',
  seeAlso: ['pd_closures', 'pd_share_of_backlog'],
})
