import { expect, test } from 'vitest'
import { numbers, table } from '../../../test/support/tables.ts'

test('runs from the filing of the case, not from the last proceeding, to the closure', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  other  court
    1           1     2012-01-01  2012-01-05  .    C      LOS
    2           1     2012-01-09  2012-01-11  X    .      DEN
    3           2     2012-01-01  2012-01-31  .    Y      DEN`
  expect(await numbers('measures=days_to_closure', proceedings)).toEqual(
    table(`
      days_to_closure  days_to_closure_median  days_to_closure_p90  days_to_closure_n
      20               20                      28                   2`),
  )
})

test('mean, median and 90th percentile of eleven closures after 0 to 10 days', async () => {
  const days = Array.from({ length: 11 }, (_, i) => i)
  const rows = days.map((d) => `${d + 1} ${d + 1} 2012-01-01 2012-01-${String(d + 1).padStart(2, '0')} X LOS`)
  expect(await numbers('measures=days_to_closure', `proceeding case input comp dec court\n${rows.join('\n')}`)).toEqual(
    table(`
      days_to_closure  days_to_closure_median  days_to_closure_p90  days_to_closure_n
      5                5                       9                    11`),
  )
})

test('a closure without a filing has no duration', async () => {
  const proceedings = `
    proceeding  case  input       comp        dec  court
    1           9     2012-01-01  2012-01-05  X    LOS`
  const cases = `
    case  nat
    1     MX`
  expect(await numbers('measures=days_to_closure', proceedings, { cases })).toEqual(
    table(`
      days_to_closure  days_to_closure_median  days_to_closure_p90  days_to_closure_n
      no_cases         no_cases                no_cases             0`),
  )
})
