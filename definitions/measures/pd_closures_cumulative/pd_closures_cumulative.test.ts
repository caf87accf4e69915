import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-05  2012-01-20  .    Y      LOS
    2           2     2011-01-05  2012-02-10  .    Y      DEN
    3           3     2011-01-05  2012-02-29  I    .      LOS
    4           4     2011-01-05  2012-04-01  .    M      LOS
    5           5     2011-01-05  2012-04-02  X    .      LOS`

test('counts from the day on which the program began through the end of the period, both included', async () => {
  expect(await numbers('measures=pd_closures_cumulative&to=2012-02', proceedings)).toEqual(
    table('pd_closures_cumulative\n3'),
  )
  expect(await numbers('measures=pd_closures_cumulative&since=2012-02-10&to=2012-04-01', proceedings)).toEqual(
    table('pd_closures_cumulative\n3'),
  )
})

test('a later `from` does not cut it', async () => {
  expect(await numbers('measures=pd_closures,pd_closures_cumulative&from=2012-04&to=2012-04', proceedings)).toEqual(
    table(`
      pd_closures  pd_closures_cumulative
      1            4`),
  )
})

test('by month it is the level at the end of each month', async () => {
  expect(await numbers('measures=pd_closures_cumulative&by=month&from=2012-01&to=2012-04', proceedings)).toEqual(
    table(`
      month    pd_closures_cumulative
      2012-01  1
      2012-02  3
      2012-03  3
      2012-04  4`),
  )
})
