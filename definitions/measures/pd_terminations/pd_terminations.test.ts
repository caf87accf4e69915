import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-05  2012-03-05  I    .      LOS
    2           2     2011-01-05  2012-03-05  T    .      LOS
    3           3     2011-01-05  2012-03-05  .    Y      LOS`

test('of the PD closures, those that ended the case: I, never T', async () => {
  expect(await numbers('measures=pd_terminations,pd_closures', proceedings)).toEqual(
    table(`
      pd_terminations  pd_closures
      1                2`),
  )
})

test('a release without any code I cannot say how many there were', async () => {
  const without = proceedings.replace('I    .', 'U    .')
  expect(await numbers('measures=pd_terminations,pd_closures', without)).toEqual(
    table(`
      pd_terminations  pd_closures
      not_in_release   1`),
  )
})
