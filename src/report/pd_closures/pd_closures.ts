import { report } from '#catalog'

export const pdClosuresReport = report({
  id: 'pd_closures',
  title: { en: 'Closures by prosecutorial discretion', es: 'Cierres por discreción procesal' },
  about: {
    en: 'How many cases the courts have closed by prosecutorial discretion, for which nationalities, in which courts and in what way, as of any date.',
    es: 'Cuántos casos han cerrado las cortes por discreción procesal, de qué nacionalidades, en qué cortes y de qué manera, a cualquier fecha.',
  },
  measures: [
    'pd_closures_cumulative',
    'pd_share_of_backlog',
    'pd_closures',
    'pending',
    'days_to_closure',
    'pd_admin_closures',
    'pd_terminations',
  ],
})
