import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-05  2012-03-05  .    Y      LOS
    2           2     2011-01-05  2012-03-05  X    .      LOS
    3           3     2011-01-05  2012-03-05  X    .      LOS
    4           4     2011-01-05  2012-03-05  X    .      LOS
    5           5     2011-01-05  2012-03-05  .    Y      DEN
    6           6     2011-01-05  2012-03-05  .    C      DEN`

test('divides the PD closures of a place by all closures of that place', async () => {
  expect(await numbers('measures=pd_share_of_closures&by=court', proceedings)).toEqual(
    table(`
      court  pd_share_of_closures  pd_share_of_closures_numerator  pd_share_of_closures_denominator
      DEN    1                     1                               1
      LOS    0.25                  1                               4`),
  )
})

test('the whole is counted anew, never the mean of the courts', async () => {
  expect(await numbers('measures=pd_share_of_closures', proceedings)).toEqual(
    table(`
      pd_share_of_closures  pd_share_of_closures_numerator  pd_share_of_closures_denominator
      0.4                   2                               5`),
  )
})

test('nothing closed, nothing to divide by', async () => {
  expect(await numbers('measures=pd_share_of_closures&from=2012-05', proceedings)).toEqual(
    table(`
      pd_share_of_closures  pd_share_of_closures_numerator  pd_share_of_closures_denominator
      nothing_to_divide_by  0                               0`),
  )
})
