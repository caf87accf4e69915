import { dimension } from '#catalog'

export const yearsToRecalendaring = dimension({
  id: 'years_to_recalendaring',
  name: { en: 'Time to recalendaring', es: 'Tiempo hasta volver al calendario' },
  all: { en: 'Any time, and not back', es: 'Cualquier tiempo, y sin volver' },
  any: { en: 'any time', es: 'cualquier tiempo' },
  about: {
    en: 'Whole years from the first administrative closure of a case to its first start after it.',
    es: 'Años completos desde el primer cierre administrativo de un caso hasta su primer inicio posterior.',
  },
  kind: 'code',
  names: {
    '0': { en: 'Less than 1 year', es: 'Menos de 1 año' },
    '1': { en: '1 year', es: '1 año' },
    '2-4': { en: '2 to 4 years', es: 'De 2 a 4 años' },
    '5-9': { en: '5 to 9 years', es: 'De 5 a 9 años' },
    '10+': { en: '10 years and more', es: '10 años y más' },
    none: { en: 'Not back', es: 'Sin volver' },
  },
})
