import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const probablePd = fact({
  id: 'probable_pd',
  name: { en: 'Probable PD dismissal (estimate)', es: 'Desestimación por probable DP (estimación)' },
  about: 'A dismissal or termination that prosecutorial discretion probably lies behind: an estimate by rule.',
  shape: 'event',
  date: 'date',
  dimensions: [...stretch.dimensions, 'in_absentia', 'closure_type', 'outcome_group', 'pd'],
  tables: [...stretch.tables, 'court_decision', 'motion', 'hearing'],
  after: ['closure'],
})
