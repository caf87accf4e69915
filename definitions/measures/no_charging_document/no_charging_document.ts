import { measure } from '#catalog'

export const noChargingDocument = measure({
  id: 'no_charging_document',
  name: { en: 'No charging document', es: 'Sin documento de cargos' },
  about: {
    en: 'Cases closed because DHS did not file the charging document.',
    es: 'Casos cerrados porque el DHS no presentó el documento de cargos.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "outcome_group = 'no_charging_document'",
  seeAlso: ['closures'],
})
