import { measure } from '#catalog'

export const daysToClosure = measure({
  id: 'days_to_closure',
  name: { en: 'Days to closure', es: 'Días hasta el cierre' },
  about: {
    en: 'Days from the filing of the case to the closure.',
    es: 'Días desde el ingreso del caso hasta el cierre.',
  },
  kind: 'duration',
  unit: 'days',
  fact: 'closure',
  start: 'filed_date',
  end: 'date',
  seeAlso: ['days_waiting', 'closures'],
})
