import { measure } from '#catalog'

export const closedCases = measure({
  id: 'closed_cases',
  name: { en: 'Closed cases', es: 'Casos cerrados' },
  about: {
    en: 'Distinct cases among the closures; a case closed twice counts once.',
    es: 'Casos distintos entre los cierres; un caso cerrado dos veces cuenta una vez.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'closure',
  distinct: 'case_id',
  seeAlso: ['closures'],
})
