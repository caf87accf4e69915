import { measure } from '#catalog'

export const otherClosures = measure({
  id: 'other_closures',
  name: { en: 'Other closures', es: 'Otros cierres' },
  about: {
    en: 'Closures in none of the other groups: fear and status reviews, withdrawn, jurisdiction moved to the Board, other.',
    es: 'Cierres fuera de los demás grupos: revisiones de temor o estatus, retiros, traslado a la Junta, otros.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group IN ('review_upheld', 'review_vacated', 'other')",
  seeAlso: ['closures'],
})
