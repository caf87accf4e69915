import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  court  type  absentia
    1           1     2011-01-05  2012-03-05  X    LOS    RMV   Y
    2           2     2011-01-05  2012-03-05  X    LOS    RMV   N
    3           3     2011-01-05  2012-03-05  T    LOS    RMV   Y
    4           4     2011-01-05  2012-03-05  R    DEN    RMV   .`

test('divides by the first decisions of the place', async () => {
  const answer = await numbers('measures=in_absentia_rate&by=court', proceedings)
  expect(answer).toEqual(
    table(`
      court  in_absentia_rate  in_absentia_rate_numerator  in_absentia_rate_denominator
      DEN  0  0  1
      LOS  0.333333  1  3`),
  )
})
