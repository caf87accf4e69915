import { measure } from '#catalog'

export const firstAdminClosures = measure({
  id: 'first_admin_closures',
  name: { en: 'Cases put aside for the first time', es: 'Casos apartados por primera vez' },
  about: {
    en: 'Cases at their first administrative closure.',
    es: 'Casos en su primer cierre administrativo.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'first_put_aside'",
  seeAlso: ['recalendared', 'inactive'],
})
