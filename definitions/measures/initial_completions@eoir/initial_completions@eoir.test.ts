import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2010-01-05  2011-01-05  X    .      LOS    RMV
    2           1     2011-06-05  2012-01-05  R    .      DEN    RMV
    3           2     2010-01-05  2011-01-05  .    Y      LOS    RMV
    4           2     2011-06-05  2012-01-05  T    .      LOS    RMV
    5           3     2010-01-05  2012-01-05  A    .      DEN    CFR`

test('leaves fear reviews out', async () => {
  const answer = await numbers('measures=initial_completions@eoir,initial_completions', proceedings)
  expect(answer).toEqual(
    table(`
      initial_completions@eoir  initial_completions
      2  3`),
  )
})
