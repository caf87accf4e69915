import { dimension } from '#catalog'

export const courtState = dimension({
  id: 'court_state',
  name: { en: 'State of the court', es: 'Estado de la corte' },
  all: { en: 'All states', es: 'Todos los estados' },
  any: { en: 'any state', es: 'cualquier estado' },
  about: {
    en: 'The state or territory in which the court stands; never the address of the person.',
    es: 'El estado o territorio donde está la corte; nunca el domicilio de la persona.',
  },
  kind: 'code',
  labels: `SELECT state_code AS code, min(state_name) AS label FROM tables.state GROUP BY 1`,
  capitals: true,
  names: {
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
