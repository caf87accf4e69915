import { dimension } from '#catalog'

export const adjournmentReason = dimension({
  id: 'adjournment_reason',
  name: { en: 'Reason for adjournment', es: 'Motivo de aplazamiento' },
  all: { en: 'All reasons', es: 'Todos los motivos' },
  any: { en: 'any reason', es: 'cualquier motivo' },
  about: {
    en: 'The code that the court gave when it put the hearing off or took it down.',
    es: 'El código que dio la corte al aplazar o cancelar la audiencia.',
  },
  kind: 'code',
  labels: `SELECT strcode AS code, min(strDesciption) AS label FROM tables.adjournment_code GROUP BY 1`,
  capitals: true,
  names: {
    none: { en: 'No reason given', es: 'Sin motivo' },
  },
})
