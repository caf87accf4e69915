import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('a case is pending from the day of its start to the day before its closure', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2011-05-02  2011-05-09  X    LOS`
  const on = async (day: string) => (await numbers(`measures=pending&to=${day}`, proceedings))[0]?.['pending']
  expect([await on('2011-05-01'), await on('2011-05-02'), await on('2011-05-08'), await on('2011-05-09')]).toEqual([
    '0',
    '1',
    '1',
    '0',
  ])
})

test('between a move and the next start a case is pending at the court and location that it left', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court  loc
    1           1     2011-01-10  2012-03-20  C      LOS    LAD
    2           1     2012-03-27  .           .      DEN    DEN`
  const at = async (day: string) => numbers(`measures=pending&by=hearing_location&to=${day}`, proceedings)
  expect(await at('2012-03-26')).toEqual(table('hearing_location pending\nLOS.LAD 1'))
  expect(await at('2012-03-27')).toEqual(table('hearing_location pending\nDEN.DEN 1'))
})

test('a move with nothing after it leaves the case pending for good', async () => {
  const proceedings = `
    proceeding  case  input       comp        other  court
    1           1     2011-06-20  2012-01-15  C      DEN`
  expect(await numbers('measures=pending&by=court', proceedings)).toEqual(table('court pending\nDEN 1'))
})

test('a case that was put aside or decided is not pending, and pending again when a later proceeding starts', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-01  2011-02-15  .    A      LOS
    2           1     2011-04-10  .           .    .      LOS
    3           2     2011-01-01  2011-03-15  V    .      LOS
    4           2     2011-05-10  .           .    .      LOS`
  expect(await numbers('measures=pending,inactive&by=month&from=2011-01&to=2011-05', proceedings)).toEqual(
    table(`
      month    pending  inactive
      2011-01  2        0
      2011-02  1        1
      2011-03  0        1
      2011-04  1        0
      2011-05  2        0`),
  )
})

test('closed and begun anew on one day is pending; received and closed on one day is not', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2011-04-04  2012-05-31  T    DEN
    2           1     2012-05-31  .           .    DEN
    3           2     2012-05-31  2012-05-31  X    BAL`
  expect(await numbers('measures=pending&by=court&to=2012-05-31', proceedings)).toEqual(table('court pending\nDEN 1'))
})

test('a move in a proceeding that overlaps another leaves a closed case pending where it was moved from', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2011-01-01  2011-06-01  .    C      LOS
    2           1     2011-02-01  2011-03-01  X    .      DEN`
  expect(await numbers('measures=pending&to=2011-05-31', proceedings)).toEqual(table('pending\n0'))
  expect(await numbers('measures=pending&by=court&to=2011-06-01', proceedings)).toEqual(table('court pending\nLOS 1'))
})

test('a case whose end is dated before its start is closed, not reopened', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2011-08-01  2011-05-01  X    LOS`
  expect(await numbers('measures=pending,filings,closures', proceedings)).toEqual(
    table(`
      pending  filings  closures
      0        1        1`),
  )
  expect(await numbers('measures=filings&to=2011-05', proceedings)).toEqual(table('filings\n1'))
})

test('by year it is the stock on the last day, or on the as-of date', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           1     2011-08-01  2012-05-01  X    LOS
    2           2     2011-11-01  .           .    LOS
    3           3     2012-06-28  .           .    LOS`
  expect(await numbers('measures=pending&by=calendar_year', proceedings)).toEqual(
    table(`
      calendar_year  pending
      2011           2
      2012           2`),
  )
})
