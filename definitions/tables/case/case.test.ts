import { expect, test } from 'vitest'
import { outcomes, readSample } from '../../../test/support/read.ts'
import { caseTable } from './case.ts'

test('the broken rows of the sample: which are loaded, repaired, rejected, and why', async () => {
  const read = await readSample(caseTable)
  expect(outcomes(read)).toEqual([
    '5 repaired stray_tab',
    '6 rejected 13 fields where 10 belong; no repair gives a row that obeys all column rules',
    '7 repaired short_row',
    '8 repaired line_break',
    '10 repaired trailing_field',
    '11 rejected no number in IDNCASE',
    '12 repaired line_break',
    '13 rejected the continuation of the row on line 12, which was joined with it',
    '14 rejected an empty line',
  ])
  expect(read.account).toMatchObject({ rows_in: 13, rows_loaded: 9, rows_repaired: 5, rows_rejected: 4, lines_in: 15 })
})

test('what they hold after reading', async () => {
  const { rows } = await readSample(caseTable)
  expect(rows.map((r) => [r[0], r[1], r[4], r[8]])).toEqual([
    ['1', 'LOS ANGELES', 'MX', 'RMV'],
    ['2', 'WINSTON–SALEM', 'HO', 'RMV'],
    ['3', '"THE" BRONX', 'GT', 'RMV'],
    ['4', 'NEW YORK', 'CH', 'RMV'],
    ['6', 'DENVER', '', ''],
    ['7', 'MIA MI', 'HA', 'RMV'],
    ['8', 'EL PASO', 'MX', 'RMV'],
    ['9', 'SALT LAKE CITY', 'GT', 'RMV'],
    ['10', 'BALTIMORE', 'ES', 'MAA'],
  ])
})
