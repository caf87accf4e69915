import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { table } from '#catalog'
import { DataError } from '#errors'
import { readPieces } from '../../test/support/read.ts'

const toy = table({
  id: 'toy',
  file: 'tbl_Toy',
  kind: 'core',
  required: ['KEY'],
  key: ['KEY'],
  about: 'Four columns: a key, a free text, a code, a date.',
  columns: [
    { name: 'KEY', type: 'integer', about: '' },
    { name: 'CITY', type: 'string', max: 15, free: true, about: '' },
    { name: 'COURT', type: 'code', max: 3, pattern: '^[A-Z]{3}$', about: '' },
    { name: 'DAY', type: 'date', about: '' },
  ],
})

const header = 'KEY\tCITY\tCOURT\tDAY'

async function read(...lines: string[]) {
  return readPieces(toy, [Buffer.from(`${[header, ...lines].join('\r\n')}\r\n`, 'latin1')])
}

describe('a row', () => {
  test('of four fields is loaded as it is', async () => {
    const { rows, account } = await read('1\tRENO\tLOS\t2012-01-05')
    expect(rows).toEqual([['1', 'RENO', 'LOS', '2012-01-05']])
    expect(account).toMatchObject({ rows_in: 1, rows_loaded: 1, rows_repaired: 0, rows_rejected: 0, lines_in: 2 })
  })

  test('with a tab in its free text is mended when one result alone obeys all columns', async () => {
    const { rows, repaired } = await read('1\tEL\tPASO\tLOS\t2012-01-05')
    expect(rows).toEqual([['1', 'EL PASO', 'LOS', '2012-01-05']])
    expect(repaired.map((r) => r.repair)).toEqual(['stray_tab'])
  })

  test('that could be mended in two ways, or in none, is rejected', async () => {
    const { rows, rejected } = await read('1\tRENO\tLOS\t\t2012-01-05', '2\tRENO\tL9S\tX1\tsoon')
    expect(rows).toEqual([])
    expect(rejected.map((r) => r.reason)).toEqual([
      '5 fields where 4 belong; several repairs would fit',
      '5 fields where 4 belong; no repair gives a row that obeys all column rules',
    ])
  })

  test('with an empty field too many at its end loses it', async () => {
    const { rows, repaired } = await read('1\tRENO\tLOS\t2012-01-05\t')
    expect(rows).toEqual([['1', 'RENO', 'LOS', '2012-01-05']])
    expect(repaired.map((r) => r.repair)).toEqual(['trailing_field'])
  })

  test('that ends early is filled up, unless what it has breaks a column', async () => {
    const { rows, repaired, rejected } = await read('1\tRENO', '2\tRENO\t2012-01-05')
    expect(rows).toEqual([['1', 'RENO', '', '']])
    expect(repaired.map((r) => r.repair)).toEqual(['short_row'])
    expect(rejected.map((r) => r.line)).toEqual([3])
  })

  test('without its key is rejected', async () => {
    const { rejected } = await read('\tRENO\tLOS\t2012-01-05', 'FC\tRENO\tLOS\t2012-01-05')
    expect(rejected.map((r) => r.reason)).toEqual(['no number in KEY', 'no number in KEY'])
  })

  test('that a CRLF cut in two is joined: one is repaired, its rest is rejected', async () => {
    const { rows, repaired, rejected, account } = await read('1\tEL', 'PASO\tLOS\t2012-01-05', '2\tRENO\tLOS\t')
    expect(rows).toEqual([
      ['1', 'EL PASO', 'LOS', '2012-01-05'],
      ['2', 'RENO', 'LOS', ''],
    ])
    expect(repaired).toMatchObject([{ line: 2, repair: 'line_break' }])
    expect(rejected).toMatchObject([
      { line: 3, reason: 'the continuation of the row on line 2, which was joined with it' },
    ])
    expect(account).toMatchObject({ rows_in: 3, rows_loaded: 2, rows_rejected: 1 })
  })

  test('that is blank in the middle of a file is rejected; at its end it is the end', async () => {
    const { rejected, account } = await read('', '1\tRENO\tLOS\t', '   ', '')
    expect(rejected.map((r) => [r.line, r.reason])).toEqual([
      [2, 'an empty line'],
      [4, 'an empty line'],
    ])
    expect(account).toMatchObject({ rows_in: 3, rows_loaded: 1, rows_rejected: 2 })
  })
})

test('columns stand in any order and case, and under their marks of removal', async () => {
  const bytes = Buffer.from('Court_TO_BE_REMOVED\tkey\tDAY\tNEW\r\nLOS\t1\t2012-01-05\tx\r\n')
  const { rows } = await readPieces(toy, [bytes])
  expect(rows).toEqual([['LOS', '1', '2012-01-05', 'x']])
})

test('an empty file is an error', async () => {
  await expect(readPieces(toy, [])).rejects.toBeInstanceOf(DataError)
})

const cell = fc.constantFrom(
  '',
  '1',
  '22',
  'LOS',
  'los',
  'EL PASO',
  '2012-01-05',
  'x',
  ' ',
  '\0',
  '\xff',
  '"',
  '\x01',
  '\xc3\xa9',
)
const line = fc.oneof(
  { weight: 4, arbitrary: fc.array(cell, { minLength: 1, maxLength: 7 }).map((cells) => cells.join('\t')) },
  { weight: 3, arbitrary: fc.tuple(fc.nat({ max: 999 }), cell).map(([n]) => `${n}\tRENO\tLOS\t2012-01-05`) },
  { weight: 1, arbitrary: fc.constantFrom('', 'a\nb\tc', '7\tEL', 'PASO\tLOS\t2012-01-05', '\t\t\t') },
)
const file = fc.array(line, { maxLength: 25 })
const cuts = fc.array(fc.nat(), { maxLength: 8 })

function pieces(bytes: Buffer, first: number, places: readonly number[]): Buffer[] {
  const at = [...new Set([0, ...places.map((p) => first + (p % (bytes.length - first + 1))), bytes.length])].toSorted(
    (a, b) => a - b,
  )
  return at.slice(1).map((end, i) => bytes.subarray(at[i], end))
}

describe('whatever a file holds and however it arrives', () => {
  test('every row is loaded or rejected, and as many as an independent count of lines says', () =>
    fc.assert(
      fc.asyncProperty(file, cuts, async (lines, places) => {
        const text = [header, ...lines].join('\r\n')
        const { account, rows, rejected, repaired } = await readPieces(
          toy,
          pieces(
            Buffer.from(text, 'latin1'),
            header.length + 2 > text.length ? text.length : header.length + 2,
            places,
          ),
        )
        // The rows of a file are its lines, without the header, the end of the file and one empty line before it.
        const counted = text.split('\r\n').slice(1)
        if (counted.at(-1) === '') counted.pop()
        if (text.endsWith('\r\n\r\n') && counted.at(-1) === '') counted.pop()
        expect(account.rows_in).toBe(counted.length)
        expect(account.rows_in).toBe(account.rows_loaded + account.rows_rejected)
        expect(rows).toHaveLength(account.rows_loaded)
        expect(rejected).toHaveLength(account.rows_rejected)
        expect(repaired).toHaveLength(account.rows_repaired)
        for (const row of rows) expect(row).toHaveLength(4)
      }),
      { numRuns: 150 },
    ))

  test('a row that nothing is wrong with comes out as it went in, and in its order', () =>
    fc.assert(
      fc.asyncProperty(file, cuts, async (lines, places) => {
        const bytes = Buffer.from(`${[header, ...lines].join('\r\n')}\r\n`, 'latin1')
        const { rows } = await readPieces(toy, pieces(bytes, header.length + 2, places))
        const plain = lines.filter((l) => /^\d+\tRENO\tLOS\t2012-01-05$/.test(l))
        expect(rows.map((r) => r.join('\t')).filter((r) => /^\d+\tRENO\tLOS\t2012-01-05$/.test(r))).toEqual(plain)
      }),
      { numRuns: 100 },
    ))

  test('the pieces in which it arrives change nothing', () =>
    fc.assert(
      fc.asyncProperty(file, cuts, async (lines, places) => {
        const bytes = Buffer.from(`${[header, ...lines].join('\r\n')}\r\n`, 'latin1')
        const whole = await readPieces(toy, [bytes])
        expect(await readPieces(toy, pieces(bytes, header.length + 2, places))).toEqual(whole)
      }),
      { numRuns: 100 },
    ))

  test('random bytes are accounted for too', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        const { account } = await readPieces(toy, [Buffer.from(`${header}\r\n`), Buffer.from(noise)])
        expect(account.rows_in).toBe(account.rows_loaded + account.rows_rejected)
      }),
      { numRuns: 200 },
    ))
})

describe('keys that stand on an earlier row', () => {
  const rowsOf = (keys: readonly bigint[]): string[] => keys.map((key) => `${key}\tRENO\tLOS\t2012-01-05`)

  test('are told in whatever order they stand, each as often as it comes again', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.bigInt(0n, 20n), fc.bigInt(65_530n, 65_545n), fc.bigInt(0n, 2n ** 31n - 1n)), {
          minLength: 1,
          maxLength: 300,
        }),
        async (keys) => {
          const { repeatedKeys } = await read(...rowsOf(keys))
          expect(repeatedKeys).toEqual(keys.filter((key, at) => keys.indexOf(key) < at))
        },
      ),
      { numRuns: 25 },
    ))

  test('are those of loaded rows, a mended one among them', async () => {
    const { repeatedKeys } = await read(
      '1\tRENO\tLOS\t2012-01-05',
      '1\tEL\tPASO\tLOS\t2012-01-05',
      '1\tRENO\tL9S\tX1\tsoon',
    )
    expect(repeatedKeys).toEqual([1n])
  })

  test('of one file are not those of the next', async () => {
    await read(...rowsOf([1n, 2n, 2n]))
    expect((await read(...rowsOf([1n, 2n]))).repeatedKeys).toEqual([])
  })

  test('cannot be told when numbers are too great, or too far apart', async () => {
    expect((await read(...rowsOf([2n ** 31n]))).repeatedKeys).toBeUndefined()
    const scattered = Array.from({ length: 16_385 }, (_, i) => BigInt(i) << 16n)
    expect((await read(...rowsOf(scattered))).repeatedKeys).toBeUndefined()
    expect((await read(...rowsOf(scattered.slice(1)))).repeatedKeys).toEqual([])
  })

  test('cannot be told when there are very many', async () => {
    const many = Array.from({ length: 65_538 }, () => 7n)
    expect((await read(...rowsOf(many))).repeatedKeys).toBeUndefined()
    expect((await read(...rowsOf(many.slice(1)))).repeatedKeys).toHaveLength(65_536)
  })
})
