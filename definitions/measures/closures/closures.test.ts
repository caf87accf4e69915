import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('a proceeding that ended is a closure, one that was moved or is a bond shell is not', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2011-01-05  2012-03-05  X    .      LOS    RMV
    2           2     2011-01-05  2012-03-06  .    Y      LOS    RMV
    3           3     2011-01-05  2012-03-07  .    F      LOS    RMV
    4           4     2011-01-05  2012-03-08  T    .      LOS    RMV
    5           5     2011-01-05  2012-03-09  .    T      LOS    RMV
    6           6     2011-01-05  2012-03-09  .    C      LOS    RMV
    7           7     2011-01-05  2012-03-09  .    X      LOS    RMV
    8           8     2011-01-05  .           .    .      LOS    RMV`
  expect(await numbers('measures=closures&by=closure_type', proceedings)).toEqual(
    table(`
      closure_type  closures
      RMV.C.T       1
      RMV.C.X       1
      RMV.O.F       1
      RMV.O.Y       1`),
  )
})

test('a closure counts in the month of its end, at the court and location that closed it', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court  loc
    1           1     2011-01-05  2012-01-31  .    C      LOS    LAD
    2           1     2012-02-01  2012-02-29  X    .      DEN    DEN
    3           2     2011-01-05  2012-03-01  X    .      LOS    LAD`
  expect(await numbers('measures=closures&by=month,hearing_location', proceedings)).toEqual(
    table(`
      month    hearing_location  closures
      2012-02  DEN.DEN           1
      2012-03  LOS.LAD           1`),
  )
})

test('the first and the last day of a period belong to it', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2011-01-05  2011-09-30  X    LOS
    2           2     2011-01-05  2011-10-01  X    LOS
    3           3     2011-01-05  2012-03-31  X    LOS
    4           4     2011-01-05  2012-04-01  X    LOS`
  expect(await numbers('measures=closures&from=2011-10&to=2012-03', proceedings)).toEqual(table('closures\n2'))
})

test('an end that is a filler or lies after the as-of date is no closure', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2011-01-05  1900-01-01  X    LOS
    2           2     2011-01-05  2099-12-31  X    LOS
    3           3     2011-01-05  2012-06-29  X    LOS
    4           4     2011-01-05  2012-06-28  X    LOS`
  expect(await numbers('measures=closures', proceedings)).toEqual(table('closures\n1'))
})

test('a proceeding without its case row is a closure', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           9     2011-01-05  2012-03-05  X    LOS`
  const cases = `
    case  nat
    1     MX`
  expect(await numbers('measures=closures', proceedings, { cases })).toEqual(table('closures\n1'))
})
