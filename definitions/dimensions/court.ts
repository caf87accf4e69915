import { dimension } from '#catalog'
import { courtPlaces } from './court-places.ts'

export const court = dimension({
  id: 'court',
  name: { en: 'Court', es: 'Corte' },
  all: { en: 'All courts', es: 'Todas las cortes' },
  any: { en: 'any court', es: 'cualquier corte' },
  about: {
    en: "The immigration court: EOIR's base city, as it stands on the proceeding.",
    es: 'La corte de inmigración: la ciudad sede según EOIR, tal como consta en el procedimiento.',
  },
  kind: 'code',
  places: courtPlaces,
  labels: `SELECT code, display_name AS label FROM reference.court UNION ALL SELECT BASE_CITY_CODE, min(coalesce(BASE_CITY, BASE_CITY_NAME)) FROM tables.base_city WHERE BASE_CITY_CODE NOT IN (SELECT code FROM reference.court) GROUP BY 1`,
  names: {
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
