import { measure } from '#catalog'

export const daysToRecalendaring = measure({
  id: 'days_to_recalendaring',
  name: { en: 'Days to recalendaring', es: 'Días hasta volver al calendario' },
  about: {
    en: 'Days from an administrative closure to the day on which the case came back, of cases that came back in the period.',
    es: 'Días desde un cierre administrativo hasta el día en que el caso volvió, de los casos que volvieron en el periodo.',
  },
  kind: 'duration',
  unit: 'days',
  fact: 'transition',
  where: "change = 'recalendared'",
  start: 'put_aside_date',
  end: 'date',
  seeAlso: ['recalendared', 'recalendared_share'],
})
