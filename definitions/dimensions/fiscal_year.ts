import { dimension } from '#catalog'

export const fiscalYear = dimension({
  id: 'fiscal_year',
  name: { en: 'Fiscal year', es: 'Año fiscal' },
  all: { en: 'All fiscal years', es: 'Todos los años fiscales' },
  any: { en: 'any fiscal year', es: 'cualquier año fiscal' },
  about: {
    en: 'The U.S. fiscal year, which starts on 1 October of the year before.',
    es: 'El año fiscal de EE. UU., que comienza el 1 de octubre del año anterior.',
  },
  kind: 'time',
  grain: 'fiscal_year',
})
