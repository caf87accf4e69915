import { measure } from '#catalog'

export const casesPutAside = measure({
  id: 'cases_put_aside',
  name: { en: 'Left the docket: put aside', es: 'Salidas: apartados' },
  about: {
    en: 'Pending cases that left the docket by an administrative closure.',
    es: 'Casos pendientes que salieron por un cierre administrativo.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'put_aside'",
  seeAlso: ['pending'],
})
