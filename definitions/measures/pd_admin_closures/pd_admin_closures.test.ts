import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('of the PD closures, those that put the case aside: Y and M', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-05  2012-03-05  .    Y      LOS
    2           2     2011-01-05  2012-03-05  .    M      DEN
    3           3     2011-01-05  2012-03-05  I    .      LOS
    4           4     2011-01-05  2012-03-05  .    A      LOS`
  expect(await numbers('measures=pd_admin_closures,pd_closures&by=court', proceedings)).toEqual(
    table(`
      court  pd_admin_closures  pd_closures
      DEN    1                  1
      LOS    1                  2`),
  )
})

test('whatever the case type', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court  type
    1           1     2011-01-05  2012-03-05  Y      LOS    RMV
    2           2     2011-01-05  2012-03-05  Y      LOS    CFR
    3           3     2011-01-05  2012-03-05  Y      LOS    MAA`
  expect(await numbers('measures=pd_admin_closures', proceedings)).toEqual(table('pd_admin_closures\n3'))
})
