import { measure } from '#catalog'

export const completedCases = measure({
  id: 'completed_cases',
  name: { en: 'Left the docket: completed', es: 'Salidas: concluidos' },
  about: {
    en: 'Pending cases that left the docket by a completion.',
    es: 'Casos pendientes que salieron por una conclusión.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'completed'",
  seeAlso: ['pending'],
})
