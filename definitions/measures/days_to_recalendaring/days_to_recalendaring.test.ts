import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-05  2011-02-05  .    Y      LOS
    2           2     2010-01-05  2011-02-05  .    Y      LOS
    3           2     2011-02-15  .           .    .      LOS
    4           3     2010-01-05  2011-02-05  .    A      DEN
    5           3     2012-02-05  2012-04-05  R    .      DEN
    6           4     2010-01-05  2011-03-05  .    Y      DEN
    7           4     2010-06-05  2011-06-05  X    .      DEN
    8           5     2010-01-05  2011-03-05  .    Y      NYC
    9           5     2011-05-05  2011-07-05  .    Y      NYC
    10          6     2010-01-05  2011-03-05  X    .      NYC`

test('counts from the closure to the start after it, in the period of the start', async () => {
  expect(await numbers('measures=days_to_recalendaring&by=court', proceedings)).toEqual(
    table(`
      court  days_to_recalendaring  days_to_recalendaring_median  days_to_recalendaring_p90  days_to_recalendaring_n
      DEN    365  365  365  1
      LOS    10   10   10   1
      NYC    61   61   61   1`),
  )
})
