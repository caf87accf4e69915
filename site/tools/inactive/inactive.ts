import { tool } from '#catalog'
import { counted, usual } from '../nouns.ts'

export const inactive = tool({
  id: 'inactive',
  title: { en: 'Cases put aside, and brought back', es: 'Casos apartados y casos reactivados' },
  question: {
    en: 'How many cases are administratively closed, and how many came back?',
    es: '¿Cuántos casos tienen cierre administrativo y cuántos volvieron?',
  },
  about: {
    en: 'Administratively closed cases: how many on any day, how many are put aside, how many are recalendared.',
    es: 'Casos con cierre administrativo: cuántos hay en una fecha, cuántos se apartan y cuántos se reprograman.',
  },
  measures: [
    counted('inactive', ['pending']),
    counted('admin_closures'),
    counted('recalendared'),
    counted('recalendared_share'),
    counted('first_admin_closures', [
      'first_admin_closures_back',
      'first_admin_closures_inactive',
      'first_admin_closures_ended',
    ]),
    counted('days_to_recalendaring'),
  ],
  rates: [],
  panes: ['court', 'hearing_location', 'nationality'],
  choices: ['court', 'hearing_location', 'nationality', 'represented', 'custody', 'fiscal_year'],
  always: usual,
  withheld: ['judge'],
  from: '2011-10',
  min: 25,
})
