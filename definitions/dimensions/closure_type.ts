import { dimension } from '#catalog'
import { closureTypeNames } from './closure_type.names.ts'

export const closureType = dimension({
  id: 'closure_type',
  name: { en: 'Closure type', es: 'Tipo de cierre' },
  all: { en: 'All closure types', es: 'Todos los tipos de cierre' },
  any: { en: 'any closure type', es: 'cualquier tipo de cierre' },
  about: {
    en: 'The code that ended the proceeding, with the case type and the column that give it its meaning: RMV.O.Y.',
    es: 'El código que terminó el procedimiento, con el tipo de caso y la columna que le dan sentido: RMV.O.Y.',
  },
  kind: 'code',
  labels: `SELECT strCaseType || '.' || strDecType || '.' || strDecCode AS code, min(strDecDescription) || ' (' || strCaseType || ')' AS label FROM tables.court_decision GROUP BY strCaseType, strDecType, strDecCode`,
  names: closureTypeNames,
  wildcard: true,
})
