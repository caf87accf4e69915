import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const closure = fact({
  id: 'closure',
  name: { en: 'Closure', es: 'Cierre' },
  about: "A proceeding ends and is not merely moved (TRAC's sense: administrative closures are closures).",
  shape: 'event',
  date: 'date',
  dimensions: [...stretch.dimensions, 'in_absentia', 'closure_type', 'outcome_group', 'pd'],
  tables: [...stretch.tables, 'court_decision'],
})
