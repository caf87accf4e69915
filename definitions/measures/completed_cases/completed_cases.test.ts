import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-05  2011-01-05  X    .      LOS
    2           1     2011-06-05  .           .    .      DEN
    3           2     2010-01-05  2011-02-05  .    Y      LOS
    4           2     2012-02-05  2012-04-05  R    .      LOS
    5           3     2010-01-05  2011-03-05  .    C      LOS
    6           3     2011-03-05  .           .    .      BAL
    7           4     2010-01-05  2012-01-05  .    A      DEN`

test('counts each change once, at its place', async () => {
  const answer = await numbers('measures=completed_cases&by=court', proceedings)
  expect(answer).toEqual(
    table(`
      court  completed_cases
      LOS  2`),
  )
})
