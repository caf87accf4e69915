import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('the pending spells of cases with counsel for the person at the court, however often counsel appeared', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-01-05  2010-03-01  .    C      LOS
    2           1     2010-03-08  2011-02-01  .    A      DEN
    3           2     2010-01-05  .           .    .      LOS
    4           3     2010-01-05  2011-07-01  X    .      LOS
    5           4     2010-01-05  .           .    .      LOS`
  const others = {
    representation: `
      rep  case  type   level  date
      1    1     ALIEN  COURT  2010-06-01
      2    1     alien  court  2010-07-01
      3    2     INS    COURT  2010-06-01
      4    3     ALIEN  BOARD  2010-06-01
      5    4     ALIEN  COURT  .`,
  }
  await withRelease(
    proceedings,
    async ({ rows }) => {
      const sql =
        'SELECT case_id AS "case", from_date AS "from", to_date AS "to", court FROM facts.represented_caseload ORDER BY 1, 2'
      expect(await rows(sql)).toEqual(
        table(`
          case  from        to          court
          1     2010-01-05  2010-03-08  LOS
          1     2010-03-08  2011-02-01  DEN`),
      )
    },
    { others },
  )
})
