import { measure } from '#catalog'

export const pdTerminations = measure({
  id: 'pd_terminations',
  name: { en: 'PD terminations', es: 'Terminaciones por DP' },
  about: {
    en: 'Terminations flagged as prosecutorial discretion (code I), which current releases lack.',
    es: 'Terminaciones marcadas como discreción procesal (código I), que faltan en las publicaciones actuales.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "pd = 'yes' AND outcome_group = 'termination'",
  since: '2011-12-16',
  needs: "pd = 'yes' AND outcome_group = 'termination'",
  seeAlso: ['pd_closures', 'pd_admin_closures'],
})
