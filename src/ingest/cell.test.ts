import { expect, test } from 'vitest'
import { type ColumnType, table } from '#catalog'
import { openEngine } from '#engine'
import { readPieces } from '../../test/support/read.ts'

const cells: Partial<Record<ColumnType, readonly string[]>> = {
  integer: ['0', '7', '-7', '+7', '007', '-0', '123456789012345678', '  12 ', 'x', '1x', '-', '1 2'],
  bit: ['0', '1', '-1', '127', '128', '01', 'Y', 'true'],
  date: [
    '2012-01-05',
    '2012-02-29',
    '2011-02-29',
    '2012-13-01',
    '2012-1-5',
    '2012/01/05',
    '1899-12-31',
    'soon',
    '1993',
  ],
  datetime: [
    '2012-01-05 00:00:00.000',
    '2012-01-05 13:14:15.167',
    '2012-01-05 13:14:15.123456',
    '2012-01-05 13:14:15',
    '2012-01-05',
    '1900-01-01 00:00:00.000',
    '1969-12-31 23:59:59.999',
    '2925-06-30 00:00:00.000',
    '2000-02-29 00:00:00.000',
    '1900-02-29 00:00:00.000',
    '2012-04-31 00:00:00.000',
    '2012-01-05T13:14:15',
    '2012-01-05 25:00:00.000',
    '2012-01-05 13:61:00',
    '2012-1-5 1:02:03',
    'soon',
    '-',
  ],
  decimal: ['0', '1.5', '-2.25', '1e3', '.5', '5.', 'x', '1.2.3'],
}
const types = { integer: 'BIGINT', bit: 'TINYINT', date: 'DATE', datetime: 'TIMESTAMP', decimal: 'DOUBLE' } as const

test.each(Object.keys(types) as (keyof typeof types)[])(
  'a cell of a column of type %s is what the engine reads in it, or is noted',
  async (type) => {
    const one = table({
      id: 'one',
      file: 'tblOne',
      kind: 'lookup',
      required: [],
      key: [],
      about: '',
      columns: [
        { name: 'AT', type: 'string', about: '' },
        { name: 'CELL', type, about: '' },
      ],
    })
    const texts = cells[type] ?? []
    // Twice: once as a new value, once as a known one.
    const rows = [...texts, ...texts].map((cell) => `a\t${cell}\r\n`)
    const { built, unreadable } = await readPieces(one, [Buffer.from(`AT\tCELL\r\n${rows.join('')}`)])
    const engine = await openEngine({ path: ':memory:' })
    const expected = await Promise.all(
      texts.map(async (cell) => {
        const [row] = await engine.query(`SELECT CAST(TRY_CAST(trim($1) AS ${types[type]}) AS VARCHAR) AS v`, [cell])
        return [cell, row?.['v']]
      }),
    )
    engine.close()
    expect(built.slice(0, texts.length).map((row, i) => [texts[i], row['CELL']])).toEqual(expected)
    expect(built.slice(texts.length).map((row, i) => [texts[i], row['CELL']])).toEqual(expected)
    const lost = expected.flatMap(([cell, value], i) => (value === null ? [{ row: i, column: 'CELL', raw: cell }] : []))
    expect(unreadable).toEqual([...lost, ...lost.map((each) => ({ ...each, row: each.row + texts.length }))])
  },
)
