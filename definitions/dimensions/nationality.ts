import { dimension } from '#catalog'
import { nationalityNames } from './nationality.names.ts'

export const nationality = dimension({
  id: 'nationality',
  name: { en: 'Nationality', es: 'Nacionalidad' },
  all: { en: 'All nationalities', es: 'Todas las nacionalidades' },
  any: { en: 'any nationality', es: 'cualquier nacionalidad' },
  about: {
    en: "The nationality that EOIR records on the proceeding, else on the case. EOIR's own two-letter codes, not ISO.",
    es: 'La nacionalidad que EOIR registra en el procedimiento o, si falta, en el caso. Códigos propios de EOIR, no ISO.',
  },
  kind: 'code',
  labels: `SELECT strCode AS code, min(strDescription) AS label FROM tables.alien_nat GROUP BY 1`,
  capitals: true,
  names: nationalityNames,
})
