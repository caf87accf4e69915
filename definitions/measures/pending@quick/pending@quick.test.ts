import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2010-01-05  .           .    .      LOS    RMV
    2           2     2010-01-05  .           .    .      LOS    CFR
    3           3     2010-01-05  2011-01-05  .    C      DEN    RMV
    4           4     2010-01-05  2011-01-05  X    .      DEN    RMV`

test('a case that was moved and did not arrive is not in it', async () => {
  const answer = await numbers('measures=pending@quick,pending&by=court', proceedings)
  expect(answer).toEqual(
    table(`
      court  pending@quick  pending
      DEN  0  1
      LOS  2  2`),
  )
})
