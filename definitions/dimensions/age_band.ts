import { dimension } from '#catalog'

export const ageBand = dimension({
  id: 'age_band',
  name: { en: 'Age at filing', es: 'Edad al ingreso' },
  all: { en: 'All ages', es: 'Todas las edades' },
  any: { en: 'any age', es: 'cualquier edad' },
  about: {
    en: 'Age in years on the day of filing, from month and year of birth.',
    es: 'Edad en años el día del ingreso, según mes y año de nacimiento.',
  },
  kind: 'code',
  names: {
    '0-17': { en: '0 to 17', es: '0 a 17' },
    '18-24': { en: '18 to 24', es: '18 a 24' },
    '25-34': { en: '25 to 34', es: '25 a 34' },
    '35-44': { en: '35 to 44', es: '35 a 44' },
    '45-54': { en: '45 to 54', es: '45 a 54' },
    '55-64': { en: '55 to 64', es: '55 a 64' },
    '65+': { en: '65 and over', es: '65 y más' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
