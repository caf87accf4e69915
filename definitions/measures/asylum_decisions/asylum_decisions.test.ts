import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2010-01-05  2012-03-05  R    LOS
    2           2     2010-01-05  2012-03-05  X    LOS
    3           3     2010-01-05  2012-03-05  X    DEN
    4           4     2010-01-05  .           .    DEN
    5           5     2010-01-05  2012-03-05  X    DEN`

test('one outcome a case: the application received last, then the order of decisions', async () => {
  const answer = await numbers('measures=asylum_decisions&by=court', proceedings, {
    others: {
      application: `
        application  proceeding  case  relief  received    dec
        1            1           1     ASYL    2010-02-01  D
        2            1           1     ASYL    2011-02-01  G
        3            2           2     ASYL    2010-02-01  D
        4            3           3     ASYL    2010-02-01  W
        5            4           4     ASYL    2010-02-01  .
        6            5           5     42B     2010-02-01  D
        7            3           3     ASYL    2010-02-01  D`,
    },
  })
  expect(answer).toEqual(
    table(`
      court  asylum_decisions
      DEN  1
      LOS  2`),
  )
})
