import { dimension } from '#catalog'

export const judge = dimension({
  id: 'judge',
  name: { en: 'Judge', es: 'Juez' },
  all: { en: 'All judges', es: 'Todos los jueces' },
  any: { en: 'any judge', es: 'cualquier juez' },
  about: {
    en: 'The judge last set on the proceeding, by code; some judges have several codes.',
    es: 'El juez fijado por último en el procedimiento, por código; algunos jueces tienen varios códigos.',
  },
  kind: 'code',
  labels: `SELECT JUDGE_CODE AS code, min(JUDGE_NAME) AS label FROM tables.judge GROUP BY 1`,
  capitals: true,
  names: {
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
