import { dimension } from '#catalog'

export const calendarYear = dimension({
  id: 'calendar_year',
  name: { en: 'Calendar year', es: 'Año calendario' },
  all: { en: 'All years', es: 'Todos los años' },
  any: { en: 'any year', es: 'cualquier año' },
  about: { en: 'The year from January to December.', es: 'El año de enero a diciembre.' },
  kind: 'time',
  grain: 'calendar_year',
})
