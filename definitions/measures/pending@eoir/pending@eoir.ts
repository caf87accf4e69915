import { measure } from '#catalog'

export const pendingEoir = measure({
  id: 'pending@eoir',
  name: { en: 'Pending (EOIR)', es: 'Pendientes (EOIR)' },
  about: {
    en: "Pending cases of EOIR's five case types.",
    es: 'Casos pendientes de los cinco tipos de caso de EOIR.',
  },
  kind: 'stock',
  unit: 'cases',
  variantOf: 'pending',
  fact: 'caseload',
  where: "status = 'pending' AND case_type IN ('AOC', 'DEP', 'EXC', 'RMV', 'WHO')",
  on: 'to',
})
