import { measure } from '#catalog'

export const firstAdminClosuresBack = measure({
  id: 'first_admin_closures_back',
  name: { en: 'Of these, recalendared since', es: 'De ellos, reprogramados después' },
  about: {
    en: 'Cases first put aside in the period that were recalendared by its last day.',
    es: 'Casos apartados por primera vez en el periodo y reprogramados hasta su último día.',
  },
  kind: 'flow',
  unit: 'cases',
  fact: 'transition',
  where: "change = 'first_put_aside'",
  settledBy: 'recalendared_date',
  seeAlso: ['recalendared', 'inactive'],
})
