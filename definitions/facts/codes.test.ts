import { expect, test } from 'vitest'
import { catalog } from '#definitions'
import { withRelease } from '../../test/support/tables.ts'

const proceedings = `
    proceeding  case  input       comp        dec  other  court  type
    1           1     2011-01-01  2012-01-10  X    .      LOS    RMV`

test('no fact holds its dimensions as text: a code is a byte or two a row', async () => {
  await withRelease(proceedings, async ({ rows }) => {
    const columns = await rows(
      "SELECT table_name AS fact, column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'facts'",
    )
    const held = columns.filter(({ fact = '', name = '' }) => catalog.facts.get(fact)?.dimensions.includes(name))
    expect(held.length).toBeGreaterThan(100)
    expect(held.filter(({ type }) => type?.startsWith('ENUM(') !== true)).toEqual([])
  })
})
