import { measure } from '#catalog'

export const pdClosures = measure({
  id: 'pd_closures',
  name: { en: 'PD closures', es: 'Cierres por DP' },
  about: {
    en: 'Closures that the court flagged as prosecutorial discretion.',
    es: 'Cierres que la corte marcó como discreción procesal.',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "pd = 'yes'",
  since: '2011-12-16',
  includes: ['pd_terminations'],
  seeAlso: ['pd_admin_closures', 'pd_terminations', 'pd_share_of_closures', 'pd_share_of_backlog'],
})
