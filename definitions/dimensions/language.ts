import { dimension } from '#catalog'

export const language = dimension({
  id: 'language',
  name: { en: 'Language', es: 'Idioma' },
  all: { en: 'All languages', es: 'Todos los idiomas' },
  any: { en: 'any language', es: 'cualquier idioma' },
  about: {
    en: 'The main language of the person, as EOIR records it on the proceeding, else on the case; of a hearing, on its own row.',
    es: 'El idioma principal de la persona, según EOIR en el procedimiento o, si falta, en el caso; de una audiencia, en su propia fila.',
  },
  kind: 'code',
  labels: `SELECT strCode AS code, min(strDescription) AS label FROM tables.language GROUP BY 1`,
  capitals: true,
  names: {
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
