import { fact } from '#catalog'
import { stretch } from '../stretch.ts'

export const transition = fact({
  id: 'transition',
  name: { en: 'Change of standing', es: 'Cambio de situación' },
  about:
    'A case changes its standing after its filing: reopened, recalendared, completed, put aside, moved to another court.',
  shape: 'event',
  date: 'date',
  dimensions: [...stretch.dimensions, 'after_admin_closure', 'years_to_recalendaring'],
  tables: [...stretch.tables, 'court_decision'],
  after: ['caseload', 'closure'],
})
