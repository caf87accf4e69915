import { measure } from '#catalog'

export const probablePdDismissals = measure({
  id: 'probable_pd_dismissals',
  name: { en: 'Probable PD dismissals (estimate)', es: 'Desestimaciones por probable DP (estimación)' },
  about: {
    en: 'Estimate of the dismissals and terminations of 2021 to 2025 that were prosecutorial discretion, by a rule.',
    es: 'Estimación, por una regla, de las desestimaciones y terminaciones de 2021 a 2025 que fueron discreción procesal.',
  },
  kind: 'flow',
  unit: 'closures',
  estimate: true,
  fact: 'probable_pd',
  since: '2021-05-27',
  seeAlso: ['pd_closures', 'dismissals'],
})
