import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('codes Y, M and I are PD, F and the other administrative closures are not', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-05  2012-03-05  .    Y      LOS
    2           2     2011-01-05  2012-03-05  .    M      LOS
    3           3     2011-01-05  2012-03-05  I    .      LOS
    4           4     2011-01-05  2012-03-05  .    F      LOS
    5           5     2011-01-05  2012-03-05  .    A      LOS
    6           6     2011-01-05  2012-03-05  U    .      LOS
    7           7     2011-01-05  2012-03-05  T    .      LOS`
  expect(await numbers('measures=pd_closures,closures', proceedings)).toEqual(
    table(`
      pd_closures  closures
      3            7`),
  )
})

test('a case that came back and was closed on PD again counts again', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court  loc
    1           1     2010-06-01  2012-02-10  Y      LOS    LAD
    2           1     2012-04-02  2012-06-11  Y      DEN    DEN`
  expect(await numbers('measures=pd_closures&by=month,court&from=2012-02&to=2012-06', proceedings)).toEqual(
    table(`
      month    court  pd_closures
      2012-02  LOS    1
      2012-06  DEN    1`),
  )
})

test('before the codes existed the number is missing, not zero', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-05  2011-10-05  X    .      LOS
    2           2     2011-01-05  2011-12-16  .    Y      LOS`
  expect(await numbers('measures=pd_closures&by=month&from=2011-10&to=2012-01', proceedings)).toEqual(
    table(`
      month    pd_closures
      2011-10  not_recorded
      2011-11  not_recorded
      2011-12  1
      2012-01  0`),
  )
})
