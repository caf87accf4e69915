import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court  nat
    1           1     2010-01-05  2012-03-05  .    Y      LOS    MX
    2           2     2010-01-05  .           .    .      LOS    MX
    3           3     2010-01-05  .           .    .      LOS    CH
    4           4     2010-01-05  .           .    .      LOS    CH
    5           5     2011-11-05  2012-04-05  .    Y      LOS    MX
    6           6     2010-01-05  2011-09-30  X    .      LOS    MX
    7           7     2011-10-01  .           .    .      DEN    MX`

test('divides all PD closures since the program began by what was pending the day before', async () => {
  expect(await numbers('measures=pd_share_of_backlog', proceedings)).toEqual(
    table(`
      pd_share_of_backlog  pd_share_of_backlog_numerator  pd_share_of_backlog_denominator
      0.5                  2                              4`),
  )
})

test('the base may be another day', async () => {
  expect(await numbers('measures=pd_share_of_backlog&base=2011-12-31&by=nationality', proceedings)).toEqual(
    table(`
      nationality  pd_share_of_backlog  pd_share_of_backlog_numerator  pd_share_of_backlog_denominator
      CH           0                    0                              2
      MX           0.5                  2                              4`),
  )
})

test('a base below `min` gives no rate', async () => {
  expect(await numbers('measures=pd_share_of_backlog&by=nationality&min=3&base=2011-12-31', proceedings)).toEqual(
    table(`
      nationality  pd_share_of_backlog  pd_share_of_backlog_numerator  pd_share_of_backlog_denominator
      CH           base_too_small       0                              2
      MX           0.5                  2                              4`),
  )
})

test('the backlog has no closure type, so its base stands in every row', async () => {
  const text = proceedings.replace('nat', 'type').replaceAll(/(MX|CH)\b/g, 'RMV')
  expect(await numbers('measures=pd_share_of_backlog&by=closure_type', text)).toEqual(
    table(`
      closure_type  pd_share_of_backlog  pd_share_of_backlog_numerator  pd_share_of_backlog_denominator
      RMV.O.Y       0.5                  2                              4`),
  )
})
