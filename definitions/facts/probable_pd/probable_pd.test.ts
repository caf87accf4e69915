import { expect, test } from 'vitest'
import { table, withRelease } from '../../../test/support/tables.ts'

test('an ending is probable once, however many signs stand beside it, and carries what its closure carries', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2020-01-05  2022-03-05  U    .      LOS    RMV
    2           2     2020-01-05  2022-03-05  X    .      LOS    RMV
    3           3     2020-01-05  2022-03-05  U    .      LOS    CFR
    4           4     2020-01-05  2021-05-26  U    .      LOS    RMV
    5           5     2020-01-05  2022-03-05  .    Y      LOS    RMV
    6           6     2020-01-05  2022-03-05  T    .      DEN    DEP`
  const others = {
    motion: `
      motion  case  type  party  dec  comp
      1       1     U     I      G    2022-03-04
      2       1     U     I      G    2022-03-05
      3       2     U     I      G    2022-03-05
      4       3     U     I      G    2022-03-05
      5       4     U     I      G    2021-05-26
      6       5     U     I      G    2022-03-05`,
    hearing: `
      hearing  case  day         reason
      1        1     2022-02-01  PD
      2        6     2022-03-05  PD`,
  }
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(
        await rows(
          'SELECT case_id AS "case", court, closure_type AS type, outcome_group AS outcome FROM facts.probable_pd ORDER BY 1',
        ),
      ).toEqual(
        table(`
          case  court  type     outcome
          1     LOS    RMV.C.U  dismissal
          6     DEN    DEP.C.T  termination`),
      )
      const sql = `SELECT count(*) AS n FROM facts.probable_pd p JOIN facts.closure c ON c.proceeding_id = p.proceeding_id
        WHERE c.date = p.date AND c.pd = 'no' AND c.nationality = p.nationality`
      expect(await rows(sql)).toEqual([{ n: '2' }])
    },
    { asOf: '2024-12-31', others },
  )
})
