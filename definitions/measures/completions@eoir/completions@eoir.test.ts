import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2011-01-05  2012-03-05  X    .      LOS    RMV
    2           2     2011-01-05  2012-03-05  D    .      LOS    DEP
    3           3     2011-01-05  2012-03-05  D    .      DEN    AOC
    4           4     2011-01-05  2012-03-05  V    .      LOS    RMV
    5           5     2011-01-05  2012-03-05  R    .      LOS    RMV
    6           6     2011-01-05  2012-03-05  A    .      DEN    EXC
    7           7     2011-01-05  2012-03-05  T    .      LOS    RMV
    8           8     2011-01-05  2012-03-05  U    .      DEN    RMV
    9           9     2011-01-05  2012-03-05  .    Y      LOS    RMV
    10          10    2011-01-05  2012-03-05  .    A      DEN    RMV
    11          11    2011-01-05  2012-03-05  .    F      DEN    RMV
    12          12    2011-01-05  2012-03-05  A    .      DEN    CFR
    13          13    2011-01-05  2012-03-05  .    O      DEN    RMV
    14          14    2011-01-05  2012-03-05  .    C      DEN    RMV`

test("counts decisions in EOIR's case types alone", async () => {
  const answer = await numbers('measures=completions@eoir,completions', proceedings)
  expect(answer).toEqual(
    table(`
      completions@eoir  completions
      8  9`),
  )
})
