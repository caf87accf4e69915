import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       court
    1           1     2010-01-05  LOS`

test('counts by the letter of the decision', async () => {
  const answer = await numbers('measures=bond_decisions&by=court', proceedings, {
    others: {
      bond: `
        bond  case  court  comp        dec
        1     1     LOS    2012-01-10  C
        2     1     LOS    2012-01-11  N
        3     1     DEN    2012-01-12  J
        4     1     DEN    2012-01-13  W
        5     1     DEN    .           C`,
    },
  })
  expect(answer).toEqual(
    table(`
      court  bond_decisions
      DEN  1
      LOS  2`),
  )
})
