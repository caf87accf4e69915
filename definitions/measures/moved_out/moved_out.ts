import { measure } from '#catalog'

export const movedOut = measure({
  id: 'moved_out',
  name: { en: 'Moved out', es: 'Salidas por traslado' },
  about: {
    en: 'Pending cases that left for another court or hearing location.',
    es: 'Casos pendientes que se fueron a otra corte o lugar de audiencia.',
  },
  kind: 'flow',
  unit: 'moves',
  fact: 'transition',
  where: "change = 'moved_out'",
  seeAlso: ['moved_in', 'pending'],
})
