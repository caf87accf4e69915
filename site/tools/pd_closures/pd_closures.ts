import { tool } from '#catalog'

export const pdClosuresTool = tool({
  id: 'pd_closures',
  title: { en: 'Cases closed by prosecutorial discretion', es: 'Casos cerrados por discreción procesal' },
  about: {
    en: 'How many cases were closed by prosecutorial discretion, in which court, for which nationality, against how large a backlog.',
    es: 'Cuántos casos se cerraron por discreción procesal, en qué corte, para qué nacionalidad y frente a cuántos pendientes.',
  },
  measures: ['pd_closures', 'pending_at_base', 'pd_share_of_backlog', 'closures', 'pd_share_of_closures'],
  rates: ['pd_share_of_backlog', 'pd_share_of_closures'],
  panes: ['court', 'hearing_location', 'nationality'],
  choices: [
    'court',
    'hearing_location',
    'nationality',
    'closure_type',
    'custody',
    'represented',
    'case_type',
    'fiscal_year',
  ],
  from: '2011-10',
})
