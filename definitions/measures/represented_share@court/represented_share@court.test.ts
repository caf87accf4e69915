import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       court
    1           1     2010-01-05  LOS
    2           2     2010-01-05  LOS
    3           3     2010-01-05  DEN`

test('divides by the pending cases of the place', async () => {
  const answer = await numbers('measures=represented_share@court&by=court', proceedings, {
    cases: `
      case  counsel
      1     2011-01-01
      2     .
      3     2011-01-01`,
    others: {
      representation: `
        rep  case  type   level  date
        1    1     ALIEN  COURT  2011-01-01
        2    2     INS    COURT  2011-01-01
        3    3     ALIEN  BOARD  2011-01-01`,
    },
  })
  expect(answer).toEqual(
    table(`
      court  represented_share@court  represented_share@court_numerator  represented_share@court_denominator
      DEN  0  0  1
      LOS  0.5  1  2`),
  )
})
