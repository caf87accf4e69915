import { dimension } from '#catalog'

export const outcomeGroup = dimension({
  id: 'outcome_group',
  name: { en: 'Outcome', es: 'Resultado' },
  all: { en: 'All outcomes', es: 'Todos los resultados' },
  any: { en: 'any outcome', es: 'cualquier resultado' },
  about: {
    en: 'A partition of all closures into ten groups.',
    es: 'Una partición de todos los cierres en diez grupos.',
  },
  kind: 'code',
  names: {
    removal_order: { en: 'Removal order', es: 'Orden de expulsión' },
    voluntary_departure: { en: 'Voluntary departure', es: 'Salida voluntaria' },
    relief: { en: 'Relief granted', es: 'Alivio concedido' },
    termination: { en: 'Termination', es: 'Terminación' },
    dismissal: { en: 'Dismissal', es: 'Desestimación' },
    admin_closure: { en: 'Administrative closure', es: 'Cierre administrativo' },
    no_charging_document: { en: 'No charging document filed', es: 'Sin documento de cargos' },
    review_upheld: { en: 'Fear or status review: upheld', es: 'Revisión de temor o estatus: confirmada' },
    review_vacated: { en: 'Fear or status review: vacated', es: 'Revisión de temor o estatus: revocada' },
    other: { en: 'Other closure', es: 'Otro cierre' },
  },
})
