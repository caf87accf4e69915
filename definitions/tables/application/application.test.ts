import { expect, test } from 'vitest'
import { outcomes, readSample } from '../../../test/support/read.ts'
import { applicationTable } from './application.ts'

test('the broken rows of the sample: which are loaded, repaired, rejected, and why', async () => {
  const read = await readSample(applicationTable)
  expect(outcomes(read)).toEqual([
    '5 repaired stray_tab',
    '6 repaired short_row',
    '7 repaired trailing_field',
    '8 rejected no number in IDNPROCEEDINGAPPLN',
  ])
  expect(read.account).toMatchObject({ rows_in: 7, rows_loaded: 6, rows_repaired: 3, rows_rejected: 1 })
})

test('what they hold after reading', async () => {
  const { rows } = await readSample(applicationTable)
  expect(rows.map((r) => [r[0], r[3], r[5]])).toEqual([
    ['31', 'ASYL', 'G'],
    ['32', 'ASYL', 'D'],
    ['33', 'W/H', ''],
    ['34', 'ASYL', 'G'],
    ['35', '42B', ''],
    ['36', 'ASYL', 'D'],
  ])
})
