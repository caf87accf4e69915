import { dimension } from '#catalog'

export const courtFamily = dimension({
  id: 'court_family',
  name: { en: 'Court family', es: 'Familia de cortes' },
  all: { en: 'All court families', es: 'Todas las familias de cortes' },
  any: { en: 'any court family', es: 'cualquier familia de cortes' },
  about: {
    en: 'Courts that are one court under two codes because it moved, taken together (inferred from the lookups).',
    es: 'Cortes que son una sola con dos códigos por haberse mudado, tomadas juntas (inferido de las tablas).',
  },
  kind: 'code',
  labels: `SELECT p.court_family AS code, min(coalesce(c.display_name, b.BASE_CITY)) AS label FROM work.court_place p LEFT JOIN reference.court c ON c.code = p.court_family LEFT JOIN tables.base_city b ON b.BASE_CITY_CODE = p.court_family GROUP BY 1`,
  names: {
    POO: { en: 'Portland (POO, POR)', es: 'Portland (POO, POR)' },
    PIS: { en: 'Port Isabel (PIS, PEP)', es: 'Port Isabel (PIS, PEP)' },
    CHE: { en: 'Chelmsford (CHE, LOW)', es: 'Chelmsford (CHE, LOW)' },
    WAS: { en: 'Annandale and Arlington (ANN, WAS)', es: 'Annandale y Arlington (ANN, WAS)' },
    NYD: { en: 'New York Varick (NYD, NYV)', es: 'Nueva York Varick (NYD, NYV)' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
