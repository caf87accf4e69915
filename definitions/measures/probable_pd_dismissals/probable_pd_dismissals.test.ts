import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  court  type
    1           1     2020-01-05  2022-03-05  U    LOS    RMV
    2           2     2020-01-05  2022-03-05  U    LOS    RMV
    3           3     2020-01-05  2022-03-05  U    LOS    RMV
    4           4     2020-01-05  2022-03-05  T    LOS    RMV
    5           5     2020-01-05  2022-03-05  U    LOS    RMV
    6           6     2020-01-05  2022-03-05  U    LOS    RMV`

test('counts an ending beside which a sign of discretion stands', async () => {
  const answer = await numbers('measures=probable_pd_dismissals,dismissals,pd_closures', proceedings, {
    asOf: '2024-12-31',
    others: {
      motion: `
        motion  case  type  party  dec  comp
        1       1     U     I      G    2022-03-20
        2       2     U     A      G    2022-03-05
        3       3     U     I      D    2022-03-05
        4       4     TP    B      G    2022-05-05`,
      hearing: `
        hearing  case  day         reason
        1        5     2022-02-01  PD
        2        6     2022-04-01  PD`,
    },
  })
  expect(answer).toEqual(
    table(`
      probable_pd_dismissals  dismissals  pd_closures
      2  5  0`),
  )
})
