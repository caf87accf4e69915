import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const pdClosures = tool({
  id: 'pd_closures',
  title: { en: 'Cases closed by prosecutorial discretion', es: 'Casos cerrados por discreción procesal' },
  question: {
    en: 'How many cases did the government close by prosecutorial discretion?',
    es: '¿Cuántos casos cerró el gobierno por discreción procesal?',
  },
  about: {
    en: 'How many cases were closed by prosecutorial discretion, in which court, for which nationality, against how large a backlog.',
    es: 'Cuántos casos se cerraron por discreción procesal, en qué corte, para qué nacionalidad y frente a cuántos pendientes.',
  },
  measures: [
    counted('pd_closures'),
    counted('pd_admin_closures', ['pd_closures']),
    counted('pd_terminations', ['pd_closures']),
    counted('probable_pd_dismissals', ['dismissals']),
  ],
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
  always: usual,
  withheld: ['judge', 'pd'],
  from: '2011-10',
  min: 25,
})
