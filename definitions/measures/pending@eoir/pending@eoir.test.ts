import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2010-01-05  .           .    .      LOS    RMV
    2           2     2010-01-05  .           .    .      LOS    CFR
    3           3     2010-01-05  2011-01-05  .    C      DEN    RMV
    4           4     2010-01-05  2011-01-05  X    .      DEN    RMV`

test('leaves fear reviews out', async () => {
  const answer = await numbers('measures=pending@eoir,pending', proceedings)
  expect(answer).toEqual(
    table(`
      pending@eoir  pending
      2  3`),
  )
})
