import { expect, test } from 'vitest'
import { outcomes, readSample } from '../../../test/support/read.ts'
import { chargeTable } from './charge.ts'

test('the broken rows of the sample: which are loaded, repaired, rejected, and why', async () => {
  const read = await readSample(chargeTable)
  expect(outcomes(read)).toEqual([
    '5 rejected 6 fields where 5 belong; no repair gives a row that obeys all column rules',
    '6 repaired trailing_field',
    '7 repaired short_row',
    '8 rejected no number in IDNPRCDCHG',
  ])
  expect(read.account).toMatchObject({ rows_in: 7, rows_loaded: 5, rows_repaired: 2, rows_rejected: 2 })
})

test('what they hold after reading', async () => {
  const { rows } = await readSample(chargeTable)
  expect(rows.map((r) => [r[0], r[3], r[4]])).toEqual([
    ['21', '212a06Ai', 'O'],
    ['22', '237a01B', ''],
    ['23', '237a01B', 'S'],
    ['25', '212a07AiI', 'O'],
    ['26', '', ''],
  ])
})
