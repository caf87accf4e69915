import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('what comes stands where it comes to, what leaves where it leaves', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-05  2010-06-05  .    C      LOS
    2           1     2010-06-05  2011-01-05  .    Y      DEN
    3           1     2011-06-05  2012-01-05  X    .      BAL
    4           1     2012-03-05  .           .    .      NYC`
  await withRelease(proceedings, async ({ rows }) => {
    const sql = 'SELECT date, change, court, recalendared_date AS back FROM facts.transition ORDER BY date, change'
    expect(await rows(sql)).toEqual(
      table(`
        date        change           court  back
        2010-06-05  moved_in         DEN    .
        2010-06-05  moved_out        LOS    .
        2011-01-05  first_put_aside  DEN    2011-06-05
        2011-01-05  put_aside        DEN    .
        2011-06-05  recalendared     BAL    .
        2012-01-05  completed        BAL    .
        2012-03-05  reopened         NYC    .`),
    )
  })
})
