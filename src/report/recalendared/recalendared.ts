import { report } from '#catalog'

export const recalendaredReport = report({
  id: 'recalendared',
  title: {
    en: 'Back on the docket: cases once administratively closed',
    es: 'De vuelta al calendario: casos cerrados administrativamente',
  },
  about: {
    en: 'How many cases that were administratively closed are back before a judge: by year of closure, court and nationality, after how long, and how they stand now.',
    es: 'Cuántos casos cerrados administrativamente están otra vez ante un juez: por año de cierre, corte y nacionalidad, después de cuánto tiempo y cómo están ahora.',
  },
  measures: [
    'first_admin_closures',
    'recalendared_share',
    'first_admin_closures_inactive',
    'first_admin_closures_ended',
    'days_to_recalendaring',
    'recalendared',
  ],
})
