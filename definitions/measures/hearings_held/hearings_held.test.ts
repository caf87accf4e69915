import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       court
    1           1     2010-01-05  LOS`

test('counts by the day, the medium and the reason', async () => {
  const answer = await numbers('measures=hearings_held&by=court', proceedings, {
    others: {
      hearing: `
        hearing  case  court  day         calendar  reason  medium
        1        1     LOS    2012-01-10  M         .       P
        2        1     LOS    2012-02-10  M         13      V
        3        1     DEN    2012-03-10  I         9A      P
        4        1     DEN    2012-04-10  I         .       H
        5        1     DEN    2013-04-10  I         .       P
        6        1     DEN    2012-05-10  I         8B      P`,
    },
  })
  expect(answer).toEqual(
    table(`
      court  hearings_held
      DEN  1
      LOS  2`),
  )
})
