import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { tables } from '../../definitions/tables/index.ts'
import { simulate } from './index.ts'
import type { Account } from './release.ts'

interface Truth {
  readonly as_of: string
  readonly release_id: string
  readonly synthetic: boolean
  readonly tables: Record<string, Account>
  readonly cells: { query: string; rows: Record<string, string | number>[] }[]
  readonly explained: { sentinels: Record<string, number>; dirt: Record<string, number> }
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulate-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function make(name: string, options: { seed?: number; dirt?: number; cases?: number } = {}) {
  const out = join(folder, `${name}.zip`)
  const made = await simulate({ out, scenario: 'sample', cases: 900, seed: 1, ...options })
  const bytes = await readFile(out)
  const truth: Truth = JSON.parse(await readFile(made.truth, 'utf8'))
  return { bytes, truth, made }
}

/** Members of a zip by path. */
function members(bytes: Buffer): Promise<Map<string, string>> {
  const { promise, resolve, reject } = Promise.withResolvers<Map<string, string>>()
  const found = new Map<string, string>()
  fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
    if (error) return reject(error)
    zip.on('end', () => resolve(found))
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (failed, stream) => {
        if (failed) return reject(failed)
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          found.set(entry.fileName, Buffer.concat(chunks).toString('latin1'))
          zip.readEntry()
        })
      })
    })
    zip.readEntry()
  })
  return promise
}

describe('a simulated release', () => {
  test('is the same bytes for the same seed, and other ones for another', async () => {
    const [first, again, other] = [await make('a'), await make('b'), await make('c', { seed: 2 })]
    expect(first.bytes.equals(again.bytes)).toBe(true)
    expect(first.truth).toEqual(again.truth)
    expect(first.bytes.equals(other.bytes)).toBe(false)
  })

  test('holds the 97 tables with their headers, their counts, and says that it is synthetic', async () => {
    const { bytes, truth } = await make('d')
    const found = await members(bytes)
    const named = new Map([...found].map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text]))
    const counts = new Map(
      (named.get('Count.txt') ?? '')
        .trim()
        .split('\r\n')
        .map((line) => {
          const [file = '', rows = ''] = line.split('\t')
          return [file, rows] as const
        }),
    )
    expect(tables).toHaveLength(97)
    for (const { file, columns } of tables) {
      const text = named.get(`${file}.csv`) ?? ''
      const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
      const [header, ...rows] = text.split(lineEnd)
      expect(header).toBe(columns.map(({ name }) => name).join('\t'))
      expect(rows.length - 1, file).toBe(truth.tables[file]?.rows)
      expect(counts.get(file)).toBe(String(truth.tables[file]?.rows))
    }
    expect([...found.keys()].every((path) => path.startsWith('EOIR Case Data 2026-1002/'))).toBe(true)
    expect(named.get('SYNTHETIC.txt')).toContain('seed: 1')
    expect(truth).toMatchObject({ as_of: '2026-09-30', release_id: '2026-10-synthetic', synthetic: true })
  })

  test('accounts for every row', async () => {
    const { truth, made } = await make('e', { dirt: 0.02 })
    for (const [file, table] of Object.entries(truth.tables)) {
      expect(table.loaded + table.rejected, file).toBe(table.rows)
      expect(table.repaired).toBeLessThanOrEqual(table.loaded)
      expect(table.lines).toBeGreaterThan(table.rows)
    }
    expect(made.rows).toBe(Object.values(truth.tables).reduce((sum, { rows }) => sum + rows, 0))
  })

  test('holds every sentinel and every kind of dirt', async () => {
    const { truth } = await make('f')
    expect(Object.keys(truth.explained.sentinels)).toHaveLength(13)
    expect(Object.keys(truth.explained.dirt).sort()).toMatchInlineSnapshot(`
      [
        "birth_month",
        "blank_line",
        "blanks_for_empty",
        "byte_0x96",
        "case_without_proceeding",
        "control_character",
        "duplicate_key",
        "end_after_as_of",
        "extra_empty_field",
        "filler_date_1900",
        "filler_date_2099",
        "hearing_in_2925",
        "impossible_date",
        "key_is_text",
        "line_feeds_only",
        "lower_case_code",
        "no_case_key",
        "nul_in_code",
        "quote_mark",
        "short_row",
        "stray_apostrophe",
        "stray_line_end",
        "stray_line_feed",
        "tab_in_city",
        "tab_in_split_city",
        "trailing_spaces",
        "two_tabs_apart",
      ]
    `)
  })

  test('has a clean twin without any', async () => {
    const { truth, bytes } = await make('g', { dirt: 0 })
    expect(truth.explained).toMatchObject({ sentinels: {}, dirt: {} })
    for (const table of Object.values(truth.tables))
      expect(table).toMatchObject({ repaired: 0, rejected: 0, loaded: table.rows })
    for (const [path, text] of await members(bytes)) expect(/[^\t\r\n -~]/.test(text), path).toBe(false)
  })

  test('has counts that add up', async () => {
    const { truth } = await make('h')
    const rowsOf = (query: string) => truth.cells.find((cell) => cell.query === query)?.rows ?? []
    for (const [measure, by] of [
      ['closures', 'month'],
      ['closures', 'outcome_group'],
      ['filings', 'court'],
      ['pd_closures', 'nationality'],
    ]) {
      const whole = rowsOf(`measures=${measure}`)[0]?.[measure ?? '']
      expect(rowsOf(`measures=${measure}&by=${by}`).reduce((sum, row) => sum + Number(row[measure ?? '']), 0)).toBe(
        whole,
      )
    }
  })
})

test('july-2012 has a size and a date of its own', async () => {
  const out = join(folder, 'no.zip')
  await expect(simulate({ out, scenario: 'july-2012', seed: 1, cases: 10 })).rejects.toThrow('published totals')
})

test.each([{ cases: 3 }, { seed: -1 }, { dirt: 2 }, { asOf: '2026-02-30' }])('%o is refused', async (wrong) => {
  const out = join(folder, 'no.zip')
  await expect(simulate({ out, scenario: 'sample', seed: 1, ...wrong })).rejects.toThrow('cannot simulate')
})
