import { measure } from '#catalog'

export const closuresEoir = measure({
  id: 'closures@eoir',
  name: { en: 'Closures (EOIR)', es: 'Cierres (EOIR)' },
  about: {
    en: "Closures by a decision in EOIR's five case types: its total completions.",
    es: 'Cierres por decisión en los cinco tipos de caso de EOIR: sus conclusiones totales.',
  },
  kind: 'flow',
  unit: 'closures',
  variantOf: 'closures',
  fact: 'closure',
  where: "by_decision AND case_type IN ('AOC', 'DEP', 'EXC', 'RMV', 'WHO')",
})
