import { measure } from '#catalog'

export const daysWaiting = measure({
  id: 'days_waiting',
  name: { en: 'Days waiting', es: 'Días de espera' },
  about: {
    en: 'Days from filing to the last day of the period, of the cases pending then.',
    es: 'Días desde el ingreso hasta el último día del periodo, de los casos entonces pendientes.',
  },
  kind: 'duration',
  unit: 'days',
  fact: 'caseload',
  where: "status = 'pending'",
  start: 'filed_date',
  end: 'to',
  seeAlso: ['days_to_closure', 'pending'],
})
