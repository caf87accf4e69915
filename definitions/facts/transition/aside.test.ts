import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('says of a first administrative closure how its case stands at the end, and how long it took to come back', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2000-01-05  2001-02-05  .    Y      LOS    RMV
    2           2     2000-01-05  2001-02-05  .    Y      LOS    RMV
    3           2     2001-02-15  .           .    .      DEN    RMV
    4           3     2000-01-05  2001-02-05  .    A      LOS    RMV
    5           3     2002-02-05  2002-04-05  R    .      DEN    RMV
    6           4     2000-01-05  2001-02-05  .    Y      LOS    RMV
    7           4     2000-06-05  2001-06-05  X    .      DEN    RMV
    8           5     2000-01-05  2001-02-05  .    Y      LOS    RMV
    9           5     2005-02-05  2011-07-05  .    Y      NYC    RMV
    10          6     2000-01-05  2001-02-05  .    Y      LOS    RMV
    11          6     2008-05-05  2011-07-05  X    .      NYC    RMV
    12          7     2000-01-05  2001-02-05  .    Y      LOS    RMV
    13          7     2011-05-05  2011-07-05  .    F      NYC    RMV
    14          8     2000-01-05  2001-02-05  X    .      LOS    RMV`
  await withRelease(proceedings, async ({ rows }) => {
    const sql = `SELECT case_id AS "case", after_admin_closure AS after, years_to_recalendaring AS years FROM facts.transition
      WHERE change = 'first_put_aside' ORDER BY case_id`
    expect(await rows(sql)).toEqual(
      table(`
        case  after          years
        1     inactive       none
        2     pending        0
        3     relief         1
        4     ended          none
        5     put_aside      2-4
        6     removal_order  5-9
        7     other          10+`),
    )
    expect(
      await rows(
        `SELECT DISTINCT after_admin_closure AS after FROM facts.transition WHERE change <> 'first_put_aside'`,
      ),
    ).toEqual(table('after\nnone'))
  })
})
