import { dimension } from '#catalog'

export const hearingLocation = dimension({
  id: 'hearing_location',
  name: { en: 'Hearing location', es: 'Lugar de audiencia' },
  all: { en: 'All hearing locations', es: 'Todos los lugares de audiencia' },
  any: { en: 'any hearing location', es: 'cualquier lugar de audiencia' },
  about: {
    en: 'The place where the last hearing of the proceeding was set; it belongs to a court at a date. Its key is court and location.',
    es: 'El lugar fijado para la última audiencia del procedimiento; pertenece a una corte en una fecha. Su clave es corte y lugar.',
  },
  kind: 'code',
  within: 'court',
  labels: `SELECT used.code, coalesce(exact.name, by_code.name) AS label FROM work.used used LEFT JOIN (SELECT HEARING_BASE_CITY || '.' || HEARING_LOC_CODE AS code, min(HEARING_LOC_NAME) AS name FROM tables.hearing_location GROUP BY 1) exact ON exact.code = used.code LEFT JOIN (SELECT HEARING_LOC_CODE AS code, min(HEARING_LOC_NAME) AS name FROM tables.hearing_location GROUP BY 1) by_code ON by_code.code = split_part(used.code, '.', 2)`,
  capitals: true,
  names: {
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
