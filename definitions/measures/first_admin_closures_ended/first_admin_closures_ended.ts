import { measure } from '#catalog'

export const firstAdminClosuresEnded = measure({
  id: 'first_admin_closures_ended',
  name: { en: 'Of these, ended without coming back', es: 'De ellos, terminados sin volver' },
  about: {
    en: 'Cases first put aside in the period that never came back and are no longer inactive at the end of the release.',
    es: 'Casos apartados por primera vez en el periodo que no volvieron y ya no están inactivos al final de la publicación.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'first_put_aside' AND after_admin_closure = 'ended'",
  seeAlso: ['first_admin_closures', 'first_admin_closures_inactive', 'recalendared_share'],
})
