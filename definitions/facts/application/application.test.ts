import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('every application with a proceeding is here; the first for asylum of a case is marked', async () => {
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
  const sql =
    'SELECT application_id AS id, relief, decision, first_asylum AS first, court FROM facts.application ORDER BY 1'
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(await rows(sql)).toEqual(
        table(`
        id  relief  decision  first  court
        1   ASYL    D         true   LOS
        2   ASYL    G         false  LOS
        3   ASYL    T         true   DEN
        4   ASYL    D         false  DEN
        5   WCAT    L         false  DEN
        6   ASYL    W         false  DEN`),
      )
    },
    { others },
  )
})
