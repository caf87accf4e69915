import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('a case is filed once, on the day and at the court of its first proceeding', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  loc
    1           1     2011-01-05  2011-03-01  .    C      LOS    LAD
    2           1     2011-03-08  .           .    .      DEN    DEN
    3           2     2011-01-20  .           .    .      DEN    DEN
    4           3     2011-03-31  2011-04-02  X    .      LOS    LAD`
  expect(await numbers('measures=filings&by=month,court&from=2011-01&to=2011-04', proceedings)).toEqual(
    table(`
      month    court  filings
      2011-01  DEN    1
      2011-01  LOS    1
      2011-03  LOS    1`),
  )
})

test('where INPUT_DATE is missing or a filler, OSC_DATE stands for it, then COMP_DATE', async () => {
  const proceedings = `
    proceeding  case  osc         input       comp        dec  court
    1           1     2011-02-03  .           .           .    LOS
    2           2     2011-02-03  1900-01-01  .           .    LOS
    3           3     .           .           2011-05-06  X    LOS
    4           4     .           2099-12-31  2011-06-07  X    LOS
    5           5     .           .           .           .    LOS`
  expect(await numbers('measures=filings&by=month&from=2011-02&to=2011-06', proceedings)).toEqual(
    table(`
      month    filings
      2011-02  2
      2011-03  0
      2011-04  0
      2011-05  1
      2011-06  1`),
  )
})

test('a bond shell is no filing; the real proceeding after it is', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court
    1           1     2012-02-10  2012-02-17  X      LOS
    2           2     2012-02-10  2012-02-17  X      LOS
    3           2     2012-03-05  .           .      DEN`
  expect(await numbers('measures=filings&by=month,court', proceedings)).toEqual(
    table(`
      month    court  filings
      2012-03  DEN    1`),
  )
})

test('no case row, no filing', async () => {
  const proceedings = `
    proceeding  case  input       court
    1           1     2012-02-10  LOS
    2           9     2012-02-10  LOS`
  const cases = `
    case  nat
    1     MX`
  expect(await numbers('measures=filings', proceedings, { cases })).toEqual(table('filings\n1'))
})

test('a start after the as-of date is no filing; one on it is', async () => {
  const proceedings = `
    proceeding  case  input       court
    1           1     2012-06-28  LOS
    2           2     2012-06-29  LOS`
  expect(await numbers('measures=filings', proceedings, { asOf: '2012-06-28' })).toEqual(table('filings\n1'))
})
