import { measure } from '#catalog'

export const pdAdminClosures = measure({
  id: 'pd_admin_closures',
  name: { en: 'PD administrative closures', es: 'Cierres administrativos por DP' },
  about: {
    en: 'Administrative closures flagged as prosecutorial discretion (codes Y and M).',
    es: 'Cierres administrativos marcados como discreción procesal (códigos Y y M).',
  },
  kind: 'flow',
  unit: 'closures',
  fact: 'closure',
  where: "pd = 'yes' AND outcome_group = 'admin_closure'",
  since: '2011-12-16',
  seeAlso: ['pd_closures', 'pd_terminations'],
})
