import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('the application received last speaks for the case, on one day the order of decisions', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2010-01-05  2012-03-05  R    LOS
    2           2     2010-01-05  2012-03-05  X    DEN
    3           3     2010-01-05  2012-03-05  X    DEN`
  const others = {
    application: `
        application  proceeding  case  relief  received    dec
        1            1           1     ASYL    2010-02-01  D
        2            1           1     ASYL    2011-02-01  G
        3            2           2     ASYL    2010-02-01  T
        4            2           2     ASYL    2010-02-01  D
        5            2           2     WCAT    2011-02-01  L
        6            3           3     ASYL    2010-02-01  W
        7            9           3     ASYL    2009-02-01  G`,
  }
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(await rows('SELECT case_id AS "case", date, result, court FROM facts.asylum_decision ORDER BY 1')).toEqual(
        table(`
        case  date        result   court
        1     2012-03-05  granted  LOS
        2     2012-03-05  denied   DEN`),
      )
    },
    { others },
  )
})
