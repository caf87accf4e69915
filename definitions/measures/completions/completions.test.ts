import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('a decision completes a case, an administrative closure does not', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2011-01-05  2012-03-05  X    .      LOS    RMV
    2           2     2011-01-05  2012-03-06  G    .      LOS    AOC
    3           3     2011-01-05  2012-03-07  .    Y      LOS    RMV
    4           4     2011-01-05  2012-03-07  .    F      LOS    RMV
    5           5     2011-01-05  2012-03-08  .    C      LOS    RMV`
  expect(await numbers('measures=completions,closures&by=case_type', proceedings)).toEqual(
    table(`
      case_type  completions  closures
      AOC        1            1
      RMV        1            3`),
  )
})
