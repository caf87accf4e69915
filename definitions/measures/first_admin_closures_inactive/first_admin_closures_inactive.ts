import { measure } from '#catalog'

export const firstAdminClosuresInactive = measure({
  id: 'first_admin_closures_inactive',
  name: { en: 'Of these, still inactive', es: 'De ellos, aún inactivos' },
  about: {
    en: 'Cases first put aside in the period that never came back and are inactive at the end of the release.',
    es: 'Casos apartados por primera vez en el periodo que no volvieron y siguen inactivos al final de la publicación.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'first_put_aside' AND after_admin_closure = 'inactive'",
  seeAlso: ['first_admin_closures', 'first_admin_closures_ended', 'recalendared_share'],
})
