import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2012-06-01  2012-06-10  .    C      LOS
    2           1     2012-06-20  .           .    .      DEN
    3           2     2012-06-08  .           .    .      DEN
    4           3     2012-01-01  2012-06-01  X    .      DEN
    5           4     2012-01-01  2012-02-01  .    Y      DEN`

test('runs from filing to the last day of the period, over the cases pending then', async () => {
  expect(await numbers('measures=days_waiting&by=court', proceedings)).toEqual(
    table(`
      court  days_waiting  days_waiting_median  days_waiting_p90  days_waiting_n
      DEN    23.5          23.5                 26.3              2`),
  )
})

test('by month it is asked anew at each month end', async () => {
  expect(await numbers('measures=days_waiting&by=month&from=2012-01&to=2012-06', proceedings)).toEqual(
    table(`
      month    days_waiting  days_waiting_median  days_waiting_p90  days_waiting_n
      2012-01  30            30                   30                2
      2012-02  59            59                   59                1
      2012-03  90            90                   90                1
      2012-04  120           120                  120               1
      2012-05  151           151                  151               1
      2012-06  23.5          23.5                 26.3              2`),
  )
})
