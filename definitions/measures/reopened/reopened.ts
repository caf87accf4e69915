import { measure } from '#catalog'

export const reopened = measure({
  id: 'reopened',
  name: { en: 'Reopened', es: 'Reabiertos' },
  about: {
    en: 'Cases that began anew after a decision: reopened or sent back by the Board.',
    es: 'Casos que volvieron a empezar tras una decisión: reabiertos o devueltos por la Junta.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'reopened'",
  seeAlso: ['recalendared'],
})
