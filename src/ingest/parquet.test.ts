import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { table } from '#catalog'
import { dialect, openEngine } from '#engine'
import { loadKernel } from './kernel.ts'
import { WrittenParquet } from './parquet-read.ts'
import { FileReader } from './read-table.ts'

const numbers = table({
  id: 'numbers',
  file: 'Numbers',
  kind: 'core',
  required: ['ID'],
  key: ['ID', 'OTHER'],
  about: '',
  columns: [
    { name: 'ID', type: 'integer', about: '' },
    { name: 'OTHER', type: 'integer', about: '' },
  ],
})

const folder = mkdtempSync(join(tmpdir(), 'parquet-'))
const engine = await openEngine({ path: ':memory:' })
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true })
})
const reader = new FileReader(await loadKernel('rows.ts'))
let made = 0

/** A table with these numbers in its second column, and nothing in the third, as the ingest writes it. */
async function written(values: readonly (bigint | null)[]): Promise<string> {
  const path = join(folder, `${++made}.parquet`)
  const lines = values.map((value, row) => `${row}\t${value ?? ''}\r\n`)
  const odd: string[] = []
  await reader.read({
    table: numbers,
    file: 'Numbers.csv',
    path,
    pieces: Readable.from([Buffer.from(['ID\tOTHER\r\n', ...lines].join(''))]),
    log: {
      repaired: ({ repair }) => odd.push(repair),
      rejected: ({ reason }) => odd.push(reason),
      unreadable: ({ raw }) => odd.push(raw),
    },
  })
  expect(odd).toEqual([])
  return path
}

/** The numbers as the engine reads them. */
async function readBack(path: string): Promise<(bigint | null)[]> {
  const rows = await engine.query(
    `SELECT CAST(OTHER AS VARCHAR) AS n FROM read_parquet(${dialect.text(path)}, file_row_number = true) ORDER BY file_row_number`,
  )
  return rows.map(({ n }) => (n === null || n === undefined ? null : BigInt(String(n))))
}

async function encodingsOf(path: string): Promise<string[]> {
  const rows = await engine.query(
    `SELECT encodings FROM parquet_metadata(${dialect.text(path)}) WHERE path_in_schema = 'OTHER' ORDER BY row_group_id`,
  )
  return rows.map(({ encodings }) => String(encodings))
}

const differences = 'DELTA_BINARY_PACKED, RLE'
const plain = 'PLAIN, RLE'
const greatest = 999_999_999_999_999_999n

describe('numbers without a dictionary are read as they were written', () => {
  test('whatever they are, and wherever one is missing', async () => {
    const number = fc.oneof(
      fc.bigInt({ min: -greatest, max: greatest }),
      fc.bigInt({ min: -3n, max: 300n }),
      fc.constantFrom(-greatest, greatest, 0n),
    )
    const values = fc.array(fc.option(number, { freq: 6 }), { maxLength: 400 })
    await fc.assert(
      fc.asyncProperty(values, async (list) => {
        expect(await readBack(await written(list))).toEqual(list)
      }),
      { numRuns: 100 },
    )
  })

  const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
  test.each<[string, (bigint | null)[]]>([
    ['rising by one', upTo(5000).map((i) => BigInt(i))],
    ['rising with gaps', upTo(5000).map((i) => BigInt(i * 16 + ((i * 7) % 5)))],
    ['falling', upTo(5000).map((i) => -BigInt(i) * 1_000_003n)],
    ['the same throughout', upTo(1000).map(() => 42n)],
    ['one', [7n]],
    ['one below nought', [-greatest]],
    ['none', []],
    ['nothing but missing ones', upTo(300).map(() => null)],
    ['one among missing ones', upTo(300).map((i) => (i === 150 ? 9n : null))],
    ['as far apart as can be', upTo(1000).map((i) => (i % 2 === 0 ? greatest : -greatest))],
    ...[32, 33, 128, 129, 130, 257].map((count): [string, bigint[]] => [
      `${count} of them`,
      upTo(count).map((i) => BigInt((i * i * 37) % 1001)),
    ]),
  ])('%s', async (_, list) => {
    expect(await readBack(await written(list))).toEqual(list)
  })

  test('row groups follow one another, the first of them without a number', async () => {
    const list = upTo(400_000).map((i) => (i < 140_000 ? null : BigInt(i) * 3n))
    const path = await written(list)
    expect(await encodingsOf(path)).toEqual([plain, differences, differences, differences])
    const [sum] = await engine.query(
      `SELECT count(OTHER) AS n, count(*) FILTER (OTHER IS DISTINCT FROM CASE WHEN ID >= 140000 THEN ID * 3 END) AS wrong FROM read_parquet(${dialect.text(path)})`,
    )
    expect(sum).toEqual({ n: 260_000, wrong: 0 })
  })
})

test('numbers that rise take less room by their differences; what repeats from afar takes less as it is', async () => {
  const rising = Array.from({ length: 20_000 }, (_, i) => BigInt(i * 4 + (i % 3)))
  expect(await encodingsOf(await written(rising))).toEqual([differences])
  const pool = Array.from({ length: 64 }, (_, i) => BigInt((i * 7_919_993) % 1_000_003) ** 2n)
  const drawn = (i: number): number => ((i * i * 7919 + i * 104_729) % 1_000_003) % pool.length
  const repeating = Array.from({ length: 20_000 }, (_, i) => pool[drawn(i)] ?? 0n)
  expect(await encodingsOf(await written(repeating))).toEqual([plain])
})

test('statistics name the least and the greatest number, however they are written', async () => {
  const path = await written([5n, -greatest, null, 8n, greatest])
  const [about] = await engine.query(
    `SELECT stats_min_value AS least, stats_max_value AS most, stats_null_count AS missing FROM parquet_metadata(${dialect.text(path)}) WHERE path_in_schema = 'OTHER'`,
  )
  expect(about).toEqual({ least: String(-greatest), most: String(greatest), missing: 1 })
})

test('a file of another writer is not taken for one of ours, and a broken one is an error', async () => {
  const path = join(folder, 'other.parquet')
  await engine.execute(`COPY (SELECT 1::BIGINT AS ID) TO ${dialect.text(path)} (FORMAT parquet)`)
  expect(WrittenParquet.open(path)).toBeUndefined()
  const broken = join(folder, 'broken.bin')
  await engine.execute(`COPY (SELECT repeat('x', 99) AS ID) TO ${dialect.text(broken)} (FORMAT csv, HEADER false)`)
  expect(() => WrittenParquet.open(broken)).toThrow()
})
