import { expect, test } from 'vitest'
import { table, withRelease } from '../../test/support/tables.ts'

test('what is said of a person, from the case and the tables around it', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court  lang  absentia
    1           1     2012-01-05  2012-03-05  X    POR    .     Y
    2           2     2012-01-05  2012-03-05  X    LOS    EN    N
    3           3     2012-01-05  2012-03-05  X    ZZZ    .     .
    4           4     2012-01-05  2012-03-05  X    LOS    .     .`
  const cases = `
    case  asylum  born    entry       sex  lang  priority
    1     I       1/1994  2011-06-01  F    SP    UC
    2     E       2/1994  2002-01-05  M    SP    AWC/D
    3     .       .       2013-01-05  .    .     .`
  const others = {
    application: 'application case relief\n1 3 ASYL',
    charge: 'charge case code\n1 1 A\n2 1 B\n3 2 A',
    charge_code: 'code criminal\nA 0\nB 1',
    lead_rider: 'lead rider\n1 7',
  }
  const sql = `SELECT case_id AS "case", court_family AS kin, court_state AS state, language AS lang, in_absentia AS absent,
    juvenile, charge_group AS charges, asylum, sex, age_band AS age, years_in_us_band AS years, family
    FROM facts.closure ORDER BY 1`
  await withRelease(
    proceedings,
    async ({ rows }) => {
      expect(await rows(sql)).toEqual(
        table(`
          case  kin  state  lang  absent  juvenile  charges      asylum       sex   age    years  family
          1     POO  OR     SP    yes     yes       criminal     affirmative  F     18-24  0      yes
          2     LOS  CA     EN    no      no        immigration  defensive    M     0-17   10-19  yes
          3     ZZZ  none   none  no      no        none         unknown      none  none   none   no
          4     LOS  CA     none  no      none      none         none         none  none   none   none`),
      )
    },
    { cases, others },
  )
})
