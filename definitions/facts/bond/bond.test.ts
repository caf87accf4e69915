import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('a decision on bond stands on its day, at its own court', async () => {
  const proceedings = `
    proceeding  case  input       court
    1           1     2010-01-05  LOS`
  const others = {
    bond: `
      bond  case  court  comp        dec
      1     1     DEN    2012-01-10  C
      2     8     LOS    2012-01-11  N
      3     1     LOS    2012-01-12  W
      4     1     LOS    2012-01-13  .
      5     1     LOS    2012-09-13  C`,
  }
  const sql = 'SELECT bond_id AS id, result, court, represented AS counsel FROM facts.bond ORDER BY 1'
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(await rows(sql)).toEqual(
        table(`
        id  result   court  counsel
        1   granted  DEN    no
        2   denied   LOS    none
        3   other    LOS    no`),
      )
    },
    { others },
  )
})
