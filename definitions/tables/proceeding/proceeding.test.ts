import { expect, test } from 'vitest'
import { outcomes, readSample } from '../../../test/support/read.ts'
import { proceedingTable } from './proceeding.ts'

test('the broken rows of the sample: which are loaded, repaired, rejected, and why', async () => {
  const read = await readSample(proceedingTable)
  expect(outcomes(read)).toEqual([
    '4 repaired short_row',
    '5 repaired stray_tab',
    '6 repaired trailing_field',
    '7 rejected no number in IDNPROCEEDING or IDNCASE',
    '8 rejected no number in IDNPROCEEDING or IDNCASE',
  ])
  expect(read.account).toMatchObject({ rows_in: 8, rows_loaded: 6, rows_repaired: 3, rows_rejected: 2 })
})

test('what they hold after reading', async () => {
  const { rows } = await readSample(proceedingTable)
  expect(rows.map((r) => [r[0], r[4], r[5], r[7], r[9]?.slice(0, 10)])).toEqual([
    ['11', 'LOS', 'LAD', '', '2012-01-20'],
    ['12', 'NYC', 'NYC', '', '2099-12-31'],
    ['13', 'DEN', 'DEN', '', ''],
    ['14', 'BAL', 'BAL', 'X', '2012-02-15'],
    ['15', 'BAL', 'BAL', 'X', '2012-02-15'],
    ['17', 'BAL', 'BAL', '', ''],
  ])
})
