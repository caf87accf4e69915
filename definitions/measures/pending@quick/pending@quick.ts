import { measure } from '#catalog'

export const pendingQuick = measure({
  id: 'pending@quick',
  name: { en: 'Pending (quick)', es: 'Pendientes (rápido)' },
  about: {
    en: 'Cases whose last proceeding has no end: the simplest backlog.',
    es: 'Casos cuyo último procedimiento no tiene fin: el rezago más simple.',
  },
  kind: 'stock',
  unit: 'cases',
  variantOf: 'pending',
  fact: 'last_proceeding',
  on: 'to',
})
