import { measure } from '#catalog'

export const pendingAtBase = measure({
  id: 'pending_at_base',
  name: { en: 'Pending at base', es: 'Pendientes en la base' },
  about: { en: 'Cases pending on the base date.', es: 'Casos pendientes en la fecha base.' },
  kind: 'stock',
  unit: 'cases',
  fact: 'caseload',
  where: "status = 'pending'",
  on: 'base',
  seeAlso: ['pending', 'pd_share_of_backlog'],
})
