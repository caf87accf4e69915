import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       court
    1           1     2010-01-05  LOS
    2           2     2010-01-05  LOS
    3           3     2010-01-05  DEN`

test('counts counsel for the person, never that of DHS', async () => {
  const answer = await numbers('measures=pending_represented&by=court', proceedings, {
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
      court  pending_represented
      DEN  1
      LOS  1`),
  )
})
