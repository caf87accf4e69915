import { measure } from '#catalog'

export const filings = measure({
  id: 'filings',
  name: { en: 'Filings', es: 'Ingresos' },
  about: { en: 'Cases by their first receipt at the court.', es: 'Casos según su primera recepción en la corte.' },
  kind: 'flow',
  unit: 'cases',
  fact: 'filing',
  seeAlso: ['closures', 'pending'],
})
