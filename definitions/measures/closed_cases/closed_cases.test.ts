import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2010-06-01  2012-02-10  .    Y      LOS
    2           1     2012-04-02  2012-06-11  U    .      DEN
    3           2     2011-01-05  2012-02-20  X    .      LOS`

test('a case that was closed twice counts once in the whole', async () => {
  expect(await numbers('measures=closed_cases,closures', proceedings)).toEqual(
    table(`
      closed_cases  closures
      2             3`),
  )
})

test('and once in each court that closed it, so that courts do not add up', async () => {
  expect(await numbers('measures=closed_cases&by=court', proceedings)).toEqual(
    table(`
      court  closed_cases
      DEN    1
      LOS    2`),
  )
})
