import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2011-09-30  2011-10-01  X    LOS
    2           2     2011-10-01  .           .    LOS
    3           3     2010-01-01  2011-09-30  X    LOS
    4           4     2010-01-01  .           .    DEN`

test('is what was pending on the base date: the day before the program began unless told otherwise', async () => {
  expect(await numbers('measures=pending_at_base&by=court', proceedings)).toEqual(
    table(`
      court  pending_at_base
      DEN    1
      LOS    1`),
  )
  expect(await numbers('measures=pending_at_base,pending&base=2011-10-01&to=2011-09-29', proceedings)).toEqual(
    table(`
      pending_at_base  pending
      2                2`),
  )
})

test('`since` moves it to the day before', async () => {
  expect(await numbers('measures=pending_at_base&since=2010-06-01', proceedings)).toEqual(table('pending_at_base\n2'))
})

test('it is the same in every month', async () => {
  expect(await numbers('measures=pending_at_base&by=month&from=2012-01&to=2012-02', proceedings)).toEqual(
    table(`
      month    pending_at_base
      2012-01  2
      2012-02  2`),
  )
})
