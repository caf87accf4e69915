import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('each code of administrative closure makes a case inactive; F and O complete it', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court
    1           1     2011-01-01  2012-01-10  Y      AAA
    2           2     2011-01-01  2012-01-10  M      AAA
    3           3     2011-01-01  2012-01-10  A      AAA
    4           4     2011-01-01  2012-01-10  B      AAA
    5           5     2011-01-01  2012-01-10  K      AAA
    6           6     2011-01-01  2012-01-10  P      AAA
    7           7     2011-01-01  2012-01-10  H      AAA
    8           8     2011-01-01  2012-01-10  F      BBB
    9           9     2011-01-01  2012-01-10  O      BBB`
  expect(await numbers('measures=inactive,pending&by=court', proceedings)).toEqual(
    table(`
      court  inactive  pending
      AAA    7         0`),
  )
})

test('the letter A in DEC_CODE is a decision, not an administrative closure', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court  type
    1           1     2011-01-01  2012-01-10  A    LOS    EXC`
  expect(await numbers('measures=inactive,pending', proceedings)).toEqual(table('inactive pending\n0 0'))
})

test('a case put back on the calendar is no longer inactive from that day', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court
    1           1     2011-01-01  2012-01-10  A      LOS
    2           1     2012-04-02  .           .      DEN`
  expect(await numbers('measures=inactive&by=court&to=2012-04-01', proceedings)).toEqual(table('court inactive\nLOS 1'))
  expect(await numbers('measures=inactive&to=2012-04-02', proceedings)).toEqual(table('inactive\n0'))
})
