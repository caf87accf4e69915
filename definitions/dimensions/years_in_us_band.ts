import { dimension } from '#catalog'

export const yearsInUsBand = dimension({
  id: 'years_in_us_band',
  name: { en: 'Years in the U.S. at filing', es: 'Años en EE. UU. al ingreso' },
  all: { en: 'Any time in the U.S.', es: 'Cualquier tiempo en EE. UU.' },
  any: { en: 'any time in the U.S.', es: 'cualquier tiempo en EE. UU.' },
  about: {
    en: 'Whole years from the date of entry to the day of filing.',
    es: 'Años completos desde la fecha de entrada hasta el día del ingreso.',
  },
  kind: 'code',
  names: {
    '0': { en: 'Less than 1 year', es: 'Menos de 1 año' },
    '1': { en: '1 year', es: '1 año' },
    '2-4': { en: '2 to 4 years', es: 'De 2 a 4 años' },
    '5-9': { en: '5 to 9 years', es: 'De 5 a 9 años' },
    '10-19': { en: '10 to 19 years', es: 'De 10 a 19 años' },
    '20+': { en: '20 years and more', es: '20 años y más' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
