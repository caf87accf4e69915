import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromBufferPromise, openPromise } from 'yauzl'
import { tables } from '../../../definitions/tables/index.ts'
import { day } from '../base/days.ts'
import type { Case, Proceeding, World } from '../base/model.ts'
import { simulate } from '../index.ts'
import type { Account } from '../release.ts'
import { closures, filings, standing, tallies } from '../truth/count.ts'
import type { Cell } from '../truth/tally.ts'
import { Archive, joinCrc } from './archive.ts'
import { deflate } from './job.ts'
import type { Ledger } from './national.ts'

interface Truth {
  readonly as_of: string
  readonly tables: Record<string, Account>
  readonly cells: Cell[]
  readonly ledger?: Record<string, Ledger>
  readonly explained: { readonly dirt: Record<string, number> }
}

interface Made {
  readonly out: string
  readonly bytes: Buffer
  readonly truth: Truth
  readonly members: Map<string, string>
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'national-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Options = Omit<Parameters<typeof simulate>[0], 'out' | 'scenario' | 'seed'>

async function make(name: string, options: Options): Promise<Made> {
  const out = join(folder, `${name}.zip`)
  const { truth } = await simulate({ out, scenario: 'national', seed: 3, ...options })
  const bytes = await readFile(out)
  const members = new Map<string, string>()
  const zip = await fromBufferPromise(bytes)
  for await (const entry of zip.eachEntry()) {
    const text = await buffer(await zip.openReadStreamPromise(entry))
    expect(crc32(text)).toBe(entry.crc32)
    members.set(entry.fileName.split('/').at(-1)?.replace('.csv', '') ?? '', text.toString('latin1'))
  }
  return { out, bytes, truth: JSON.parse(await readFile(truth, 'utf8')), members }
}

/** The rows of a clean table, by their key. */
function rowsOf({ members }: Made, file: string): Map<string, string[]> {
  const lines = (members.get(file) ?? '').split('\r\n').slice(1, -1)
  const table = tables.find((each) => each.file === file)
  const key = Math.max(0, table?.columns.findIndex(({ name }) => name === table.key[0]) ?? 0)
  return new Map(lines.map((line) => line.split('\t')).map((row) => [row[key] ?? '', row] as const))
}

/** The cases of a clean release, read from its two main tables. */
function worldOf(made: Made): World {
  const cases = new Map<string, Case>()
  for (const [id, row] of rowsOf(made, 'A_TblCase')) {
    const [type, nat] = [row[12] ?? '', row[6] ?? '']
    cases.set(id, { id: Number(id), type, nat, detained: row[8] === 'D', proceedings: [] })
  }
  for (const row of rowsOf(made, 'B_TblProceeding').values()) {
    const at = (i: number) => (row[i] ? day(row[i]) : undefined)
    const of = cases.get(row[1] ?? '') ?? { id: 0, type: row[28] ?? '', nat: '', detained: false, proceedings: [] }
    const part: Proceeding = {
      id: Number(row[0]),
      court: row[4] ?? '',
      location: row[5] ?? '',
      osc: at(2),
      input: at(3),
      comp: at(21),
      dec: row[15] ?? '',
      other: row[18] ?? '',
      nat: row[29] || of.nat,
    }
    of.proceedings.push(part)
    if (!cases.has(row[1] ?? '')) cases.set(row[1] ?? '', { ...of, orphan: true })
  }
  return {
    scenario: 'national',
    seed: 3,
    dirt: 0,
    asOf: day(made.truth.as_of),
    cases: [...cases.values()],
    explained: {},
  }
}

function expected(world: World): Cell[] {
  const flow = (
    measure: string,
    stream: Parameters<typeof tallies>[0],
    lists: Parameters<typeof tallies>[1],
    to = '',
  ) =>
    tallies(stream, lists).map((tally) => ({
      query: `measures=${measure}${tally.by.length === 0 ? '' : `&by=${tally.by.join(',')}`}${to}`,
      rows: tally.rows(measure),
    }))
  const closed = [...closures(world)]
  const stock = (measure: string, on: string) =>
    flow(
      measure,
      [...standing(world, day(on))].filter(({ status }) => status === measure),
      [[], ['court'], ['nationality']],
      `&to=${on}`,
    )
  const year = closed.filter(({ on, days }) => days !== undefined && on >= day('2024-10-01') && on < day('2025-10-01'))
  return [
    ...flow('filings', [...filings(world)], [[], ['fiscal_year'], ['court']]),
    ...flow('closures', closed, [[], ['fiscal_year'], ['outcome_group'], ['court']]),
    ...flow(
      'pd_closures',
      closed.filter(({ part }) => 'YM'.includes(part.other || '-')),
      [[], ['fiscal_year'], ['court']],
    ),
    ...['2011-09-30', '2019-12-31', '2025-09-30', '2026-08-31'].flatMap((on) => stock('pending', on)),
    ...stock('inactive', '2026-08-31'),
    {
      query: 'measures=days_to_closure&from=FY2025&to=FY2025',
      rows: [{ days_to_closure: year.reduce((sum, { days }) => sum + (days ?? 0), 0) / year.length }],
    },
  ]
}

function agree(made: Made): void {
  const wanted = new Map(expected(worldOf(made)).map(({ query, rows }) => [query, rows]))
  const common = made.truth.cells.filter(({ query }) => wanted.has(query))
  expect(common.length).toBeGreaterThan(15)
  for (const { query, rows } of common) expect({ query, rows }).toEqual({ query, rows: wanted.get(query) })
}

test('the checksum of two texts in a row comes from those of each', () => {
  const [a, b] = [Buffer.from('one text and '), Buffer.from('another, which is longer than the first')]
  expect(joinCrc(crc32(a), crc32(b), b.length)).toBe(crc32(Buffer.concat([a, b])))
})

test('a member of more than 4 GiB has its sizes in 64 bits', { timeout: 60_000 }, async () => {
  const path = join(folder, 'large.zip')
  const file = await open(path, 'w')
  const archive = new Archive(file, new Date(2026, 8, 1))
  const text = new Uint8Array(1 << 26)
  const [packed, crc] = [deflate(text), crc32(text)]
  await archive.begin('large')
  for (let i = 0; i < 65; i += 1) await archive.add([packed], crc, text.length)
  await archive.end()
  await archive.begin('small')
  await archive.add([deflate(Buffer.from('text'))], crc32('text'), 4)
  await archive.end()
  await archive.close()
  await file.close()
  const zip = await openPromise(path)
  const sizes: number[] = []
  for await (const entry of zip.eachEntry()) sizes.push(entry.uncompressedSize)
  expect(sizes).toEqual([65 * 2 ** 26, 4])
})

describe('a national release', () => {
  test('is the same bytes whatever the number of workers, and holds what it says', { timeout: 60_000 }, async () => {
    const one = await make('one', { cases: 9000, dirt: 1e-3, workers: 1 })
    const two = await make('two', { cases: 9000, dirt: 1e-3, workers: 3 })
    expect(one.bytes.equals(two.bytes)).toBe(true)
    expect(one.truth).toEqual(two.truth)
    expect(Object.keys(one.truth.tables)).toHaveLength(97)
  })

  test('without dirt has whole rows only, in the sizes of the real one', { timeout: 60_000 }, async () => {
    const made = await make('clean', { cases: 6000, dirt: 0 })
    for (const table of tables) {
      const account = made.truth.tables[table.file]
      const lines = (made.members.get(table.file) ?? '').split('\r\n').slice(0, -1)
      const count = lines.length - 1
      expect({ file: table.file, ...account }).toEqual({
        file: table.file,
        rows: count,
        loaded: count,
        repaired: 0,
        rejected: 0,
        lines: lines.length,
      })
      const width = table.columns.length + (table.trailing ?? 0)
      expect(new Set(lines.slice(1).map((line) => line.split('\t').length))).toEqual(
        new Set(count === 0 ? [] : [width]),
      )
      if (table.kind === 'core') expect(rowsOf(made, table.file).size).toBe(count)
    }
    const share = (file: string) => (made.truth.tables[file]?.rows ?? 0) / 6000
    const real = {
      B_TblProceeding: 1.31,
      tbl_schedule: 3.7,
      tbl_RepsAssigned: 2.08,
      tbl_Court_Appln: 1.27,
      tblAppeal: 0.12,
    }
    for (const [file, size] of Object.entries(real)) expect(Math.abs(share(file) / size - 1)).toBeLessThan(0.12)
    agree(made)
  })

  test('dirty, has the lines and rows that its account says', { timeout: 60_000 }, async () => {
    const made = await make('dirty', { cases: 3000, dirt: 0.1 })
    for (const { file } of tables) {
      const text = made.members.get(file) ?? ''
      const account = made.truth.tables[file]
      const isFed = made.truth.explained.dirt['line_feeds_only'] === 1 && file === 'tblLookupState'
      expect(text.split('\n').length - 1).toBe(account?.lines)
      expect(text.split(isFed ? '\n' : '\r\n').length - 2).toBe(account?.rows)
      expect((account?.loaded ?? 0) + (account?.rejected ?? 0)).toBe(account?.rows)
    }
    expect(made.truth.explained.dirt['tab_in_proceeding']).toBeGreaterThan(3)
    expect(Object.keys(made.truth.explained.dirt).length).toBeGreaterThan(20)
  })

  test('a series tells what was added, changed, vanished and came back', { timeout: 120_000 }, async () => {
    let before = await make('m0', { cases: 4000, dirt: 0 })
    const seen = new Map(tables.map(({ file }) => [file, new Set(rowsOf(before, file).keys())]))
    const sums = { added: 0, changed: 0, vanished: 0, returned: 0 }
    for (const month of ['2026-09-30', '2026-10-31', '2026-11-30']) {
      const now = await make(month, { after: before.out })
      expect(now.truth.as_of).toBe(month)
      for (const { file, kind, columns } of tables) {
        if (kind === 'lookup') continue
        const [old, rows] = [rowsOf(before, file), rowsOf(now, file)]
        const ever = seen.get(file) ?? new Set()
        const changed: Record<string, number> = {}
        const keys = [...rows.keys()]
        const differing = keys.filter((key) => {
          const [was, is] = [old.get(key), rows.get(key)]
          if (was === undefined || is === undefined) return false
          const cells = is.flatMap((cell, i) => (cell.trim() === was[i]?.trim() ? [] : [i]))
          for (const i of cells) {
            const name = columns[i]?.name ?? `field ${i + 1}`
            changed[name] = (changed[name] ?? 0) + 1
          }
          return cells.length > 0
        })
        const wanted = {
          added: keys.filter((key) => !ever.has(key)).length,
          changed: differing.length,
          vanished: [...old.keys()].filter((key) => !rows.has(key)).length,
          returned: keys.filter((key) => ever.has(key) && !old.has(key)).length,
        }
        const told = now.truth.ledger?.[file]
        expect({ file, month, ...told?.rows, cells: told?.changed }).toEqual({ file, month, ...wanted, cells: changed })
        for (const name of Object.keys(sums) as (keyof typeof sums)[]) sums[name] += wanted[name]
        for (const key of keys) ever.add(key)
      }
      agree(now)
      before = now
    }
    for (const count of Object.values(sums)) expect(count).toBeGreaterThan(0)
  })
})
