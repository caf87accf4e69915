import { measure } from '#catalog'

export const movedIn = measure({
  id: 'moved_in',
  name: { en: 'Moved in', es: 'Llegadas por traslado' },
  about: {
    en: 'Pending cases that came from another court or hearing location.',
    es: 'Casos pendientes que llegaron de otra corte o lugar de audiencia.',
  },
  kind: 'flow',
  unit: 'moves',
  fact: 'transition',
  where: "change = 'moved_in'",
  seeAlso: ['moved_out', 'pending'],
})
