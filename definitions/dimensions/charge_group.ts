import { dimension } from '#catalog'

export const chargeGroup = dimension({
  id: 'charge_group',
  name: { en: 'Charges', es: 'Cargos' },
  all: { en: 'All charges', es: 'Todos los cargos' },
  any: { en: 'any charge', es: 'cualquier cargo' },
  about: {
    en: 'Criminal if any charge in the case has the criminal flag of the charge lookup, else immigration; not stated without a charge.',
    es: 'Penal si algún cargo del caso lleva la marca penal de la tabla de cargos; si no, migratorio; sin dato si no hay cargo.',
  },
  kind: 'code',
  names: {
    criminal: { en: 'A criminal ground', es: 'Con causa penal' },
    immigration: { en: 'Immigration grounds only', es: 'Solo causas migratorias' },
    none: { en: 'Not stated', es: 'Sin dato' },
  },
})
