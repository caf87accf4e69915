import { measure } from '#catalog'

export const initialCompletionsEoir = measure({
  id: 'initial_completions@eoir',
  name: { en: 'Initial completions (EOIR)', es: 'Primeras conclusiones (EOIR)' },
  about: {
    en: "Initial completions of EOIR's five case types.",
    es: 'Primeras conclusiones de los cinco tipos de caso de EOIR.',
  },
  kind: 'flow',
  unit: 'closures',
  variantOf: 'initial_completions',
  fact: 'closure',
  where: "first_decision AND case_type IN ('AOC', 'DEP', 'EXC', 'RMV', 'WHO')",
})
