import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('a proceeding is the last until it ends or the next begins', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-05  2010-06-05  .    C      LOS
    2           1     2010-08-05  .           .    .      DEN
    3           2     2010-01-05  2011-06-05  X    .      LOS
    4           2     2011-01-05  2012-01-05  X    .      DEN`
  await withRelease(proceedings, async ({ rows }) => {
    const sql =
      'SELECT case_id AS "case", from_date AS "from", to_date AS "to", court FROM facts.last_proceeding ORDER BY 1, 2'
    expect(await rows(sql)).toEqual(
      table(`
        case  from        to          court
        1     2010-01-05  2010-06-05  LOS
        1     2010-08-05  .           DEN
        2     2010-01-05  2011-01-05  LOS
        2     2011-01-05  2012-01-05  DEN`),
    )
  })
})
