import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Column, type Fate, type LedgerTable, makeCatalog, type Table, table } from '#catalog'
import { type Engine, openEngine } from '#engine'
import { loadKernel } from '../kernel.ts'
import { FileReader } from '../read-table.ts'
import { changesPath, compareTables, type Past } from './compare.ts'

const text = (name: string): Column => ({ name, type: 'string', about: '' })
const person = table({
  id: 'person',
  file: 'Person',
  kind: 'core',
  required: ['ID'],
  key: ['ID'],
  about: '',
  court: 'COURT',
  happened: ['ENDED', 'BEGAN'],
  columns: [
    { name: 'ID', type: 'integer', about: '' },
    text('COURT'),
    { name: 'BEGAN', type: 'datetime', about: '' },
    { name: 'ENDED', type: 'datetime', about: '' },
    text('NAME'),
  ],
})
const visit = table({
  id: 'visit',
  file: 'Visit',
  kind: 'core',
  required: [],
  key: ['CODE'],
  about: '',
  courtBy: { column: 'WHO', table: 'person' },
  columns: [text('CODE'), { name: 'WHO', type: 'integer', about: '' }, text('NOTE')],
})
const link = table({
  id: 'link',
  file: 'Link',
  kind: 'core',
  required: [],
  key: [],
  about: '',
  columns: [{ name: 'ONE', type: 'integer', about: '' }, text('TWO')],
})
const tables: readonly Table[] = [person, visit, link]
const catalog = makeCatalog({ tables, facts: [], dimensions: [], measures: [] })

interface Contents {
  /** SQL of the rows of each table. */
  readonly [table: string]: string
}

const empty: Contents = {
  person:
    "SELECT 1::BIGINT AS ID, 'LOS' AS COURT, NULL::TIMESTAMP AS BEGAN, NULL::TIMESTAMP AS ENDED, 'x' AS NAME LIMIT 0",
  visit: "SELECT 'a' AS CODE, 1::BIGINT AS WHO, 'x' AS NOTE LIMIT 0",
  link: "SELECT 1::BIGINT AS ONE, 'x' AS TWO LIMIT 0",
}

let root = ''
let made = 0
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'ledger-'))
})
afterAll(() => rm(root, { recursive: true, force: true }))

const reader = new FileReader(await loadKernel('rows.ts'))
const writers = ['the ingest', 'another engine'] as const

/** Writes a file anew as the ingest does: from text, with its own writer. */
async function asIngested(engine: Engine, each: Table, path: string): Promise<void> {
  const from = `read_parquet('${path}')`
  const names = (await engine.query(`DESCRIBE SELECT * FROM ${from}`)).map((row) => String(row['column_name']))
  const rows = await engine.query(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM ${from}`)
  const lines = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))]
  const said: string[] = []
  await reader.read({
    table: each,
    file: each.file,
    path: `${path}.own`,
    pieces: Readable.from([Buffer.from(lines.map((line) => `${line.join('\t')}\r\n`).join(''))]),
    log: {
      repaired: ({ repair }) => said.push(repair),
      rejected: ({ reason }) => said.push(reason),
      unreadable: ({ raw }) => said.push(raw),
    },
  })
  expect(said).toEqual([])
  await rename(`${path}.own`, path)
}

/** A build with these tables: files, and what the log says of keys and headers. */
async function build(writer: (typeof writers)[number], contents: Contents): Promise<string> {
  const folder = join(root, `build-${++made}`)
  await mkdir(join(folder, 'tables'), { recursive: true })
  const engine = await openEngine({ path: join(folder, 'release.duckdb') })
  await engine.execute(`CREATE SCHEMA log; CREATE TABLE log.headers ("table" VARCHAR, position INTEGER, released VARCHAR, name VARCHAR);
    CREATE TABLE log.duplicates ("table" VARCHAR, "key" VARCHAR, times BIGINT)`)
  for (const each of tables) {
    const path = join(folder, 'tables', `${each.id}.parquet`)
    await engine.execute(
      `COPY (${contents[each.id] ?? empty[each.id]}) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
    )
    await engine.execute(
      `INSERT INTO log.headers SELECT '${each.file}', 0, name, name FROM (DESCRIBE SELECT * FROM read_parquet('${path}')) d(name)`,
    )
    if (writer === 'the ingest') await asIngested(engine, each, path)
    const [key] = each.key
    if (key !== undefined)
      await engine.execute(`INSERT INTO log.duplicates SELECT '${each.file}', CAST(${key} AS VARCHAR), count(*) FROM read_parquet('${path}')
        WHERE ${key} IS NOT NULL GROUP BY ${key} HAVING count(*) > 1`)
  }
  engine.close()
  return folder
}

interface Compared {
  readonly folder: string
  readonly table: (id: string) => LedgerTable
  /** Rows as `key fate court month columns first last`. */
  readonly rows: (id: string) => Promise<string[]>
}

async function compare(
  earlier: string,
  later: string,
  options: { past?: Past; rowsAtOnce?: number } = {},
): Promise<Compared> {
  const folder = join(root, `ledger-${++made}`)
  const engine: Engine = await openEngine({ path: ':memory:' })
  await engine.execute(
    `ATTACH '${earlier}/release.duckdb' AS earlier (READ_ONLY); ATTACH '${later}/release.duckdb' AS later (READ_ONLY)`,
  )
  const found = await compareTables({
    engine,
    catalog,
    builds: [
      { folder: earlier, as: 'earlier' },
      { folder: later, as: 'later' },
    ],
    ids: ['A', 'B'],
    past: options.past ?? { first: 'A', steps: [] },
    folder,
    rowsAtOnce: options.rowsAtOnce,
  })
  engine.close()
  return {
    folder,
    table: (id) => {
      const entry = found.find((t) => t.table === id)
      if (entry === undefined) throw new Error(`no such table: ${id}`)
      return entry
    },
    rows: async (id) => {
      const reader = await openEngine({ path: ':memory:' })
      const rows = await reader.query(`SELECT * FROM read_parquet('${changesPath(folder, id)}') ORDER BY k`)
      reader.close()
      return rows.map((r) =>
        [r['k'], r['fate'], r['court'], r['month'], r['columns'], r['first'], r['last']].map((v) => v ?? '.').join(' '),
      )
    },
  }
}

const people = (rows: string): string =>
  `SELECT ID::BIGINT AS ID, COURT, BEGAN::TIMESTAMP AS BEGAN, ENDED::TIMESTAMP AS ENDED, NAME FROM (VALUES ${rows}) v(ID, COURT, BEGAN, ENDED, NAME)`

const counts = (added: number, changed: number, vanished: number, returned: number): Record<Fate, number> => ({
  added,
  changed,
  vanished,
  returned,
})

describe.each(writers)('two builds written by %s', (writer) => {
  test('rows are added, changed by column, vanished; each at its court and in the month of its end, else of its start', async () => {
    const earlier = await build(writer, {
      person: people(
        `(1, 'LOS', '2026-01-05', NULL, 'Ann'), (2, 'LOS', '2026-02-05', '2026-03-01', 'Ben'), (3, 'DEN', '2026-01-07', NULL, 'Cy')`,
      ),
    })
    const later = await build(writer, {
      person: people(
        `(1, 'DEN', '2026-01-05', '2026-09-02', 'Ann'), (3, 'DEN', '2026-01-07', NULL, 'Cy'), (4, 'NYC', NULL, NULL, 'Di')`,
      ),
    })
    const compared = await compare(earlier, later)
    expect(await compared.rows('person')).toEqual([
      '1 changed DEN 2026-09 COURT,ENDED . .',
      '2 vanished LOS 2026-03 . A A',
      '4 added NYC . . . .',
    ])
    const entry = compared.table('person')
    expect(entry).toMatchObject({ before: 3, after: 3, rows: counts(1, 1, 1, 0), columns: { COURT: 1, ENDED: 1 } })
    expect(entry.courts.map((c) => c.part)).toEqual(['DEN', 'LOS', 'NYC'])
    expect(entry.months).toEqual([
      { part: '2026-03', ...counts(0, 0, 1, 0) },
      { part: '2026-09', ...counts(0, 1, 0, 0) },
      { part: 'none', ...counts(1, 0, 0, 0) },
    ])
  })

  test('an empty cell differs from a filled one, and two empty ones do not differ', async () => {
    const earlier = await build(writer, {
      person: people(`(1, NULL, '2026-01-05', NULL, 'Ann'), (2, NULL, '2026-01-05', NULL, NULL)`),
    })
    const later = await build(writer, {
      person: people(`(1, 'LOS', '2026-01-05', NULL, NULL), (2, NULL, '2026-01-05', NULL, NULL)`),
    })
    expect(await (await compare(earlier, later)).rows('person')).toEqual(['1 changed LOS 2026-01 COURT,NAME . .'])
  })

  test('of a key that stands on several rows the first row counts, in both', async () => {
    const earlier = await build(writer, {
      person: people(`(1, 'LOS', NULL, NULL, 'first'), (1, 'LOS', NULL, NULL, 'second')`),
    })
    const later = await build(writer, {
      person: people(`(2, 'LOS', NULL, NULL, 'new'), (2, 'LOS', NULL, NULL, 'new'), (1, 'LOS', NULL, NULL, 'first')`),
    })
    const compared = await compare(earlier, later)
    expect(compared.table('person')).toMatchObject({ before: 1, after: 2, rows: counts(1, 0, 0, 0) })
    const swapped = await build(writer, {
      person: people(`(1, 'LOS', NULL, NULL, 'second'), (1, 'LOS', NULL, NULL, 'first')`),
    })
    expect((await compare(earlier, swapped)).table('person').columns).toEqual({ NAME: 1 })
  })

  test('a column that only one of the releases has is not compared', async () => {
    const rows = people(`(1, 'LOS', NULL, NULL, 'Ann')`)
    const [earlier, later] = [
      await build(writer, { person: rows }),
      await build(writer, { person: `SELECT *, 'new' AS ADDED FROM (${rows})` }),
    ]
    const entry = (await compare(earlier, later)).table('person')
    expect(entry).toMatchObject({ rows: counts(0, 0, 0, 0), not_compared: ['ADDED'] })
  })

  test('a row without a court of its own stands at that of the row it names, which may have vanished', async () => {
    const earlier = await build(writer, {
      person: people(`(1, 'LOS', NULL, NULL, 'Ann'), (2, 'DEN', NULL, NULL, 'Ben')`),
      visit: `SELECT * FROM (VALUES ('a', 1::BIGINT, 'x'), ('b', 2, 'x'), (NULL, 1, 'no key')) v(CODE, WHO, NOTE)`,
    })
    const later = await build(writer, {
      person: people(`(1, 'NYC', NULL, NULL, 'Ann')`),
      visit: `SELECT * FROM (VALUES ('a', 1::BIGINT, 'y'), ('c', 9, 'x')) v(CODE, WHO, NOTE)`,
    })
    const compared = await compare(earlier, later)
    expect(await compared.rows('visit')).toEqual([
      'a changed NYC . NOTE . .',
      'b vanished DEN . . A A',
      'c added . . . . .',
    ])
    expect(compared.table('visit')).toMatchObject({ before: 2, after: 2 })
  })

  test('where a table has no key the whole row is one', async () => {
    const earlier = await build(writer, {
      link: "SELECT * FROM (VALUES (1::BIGINT, 'a'), (1, 'a'), (2, NULL)) v(ONE, TWO)",
    })
    const later = await build(writer, { link: "SELECT * FROM (VALUES (1::BIGINT, 'a'), (2, 'b')) v(ONE, TWO)" })
    const compared = await compare(earlier, later)
    expect(compared.table('link')).toMatchObject({ before: 2, after: 2, rows: counts(1, 0, 1, 0) })
    expect(await compared.rows('link')).toEqual(['2, vanished . . . A A', '2,b added . . . . .'])
  })

  test('a table without a key whose columns all have other names is left out, and the others are compared', async () => {
    const person = people(`(1, 'LOS', NULL, NULL, 'Ann')`)
    const earlier = await build(writer, { person, link: "SELECT 1::BIGINT AS ONE, 'a' AS TWO" })
    const later = await build(writer, { person, link: `SELECT 1::BIGINT AS "'ONE'", 'a' AS "'TWO'"` })
    const compared = await compare(earlier, later)
    expect(() => compared.table('link')).toThrow('no such table: link')
    expect(compared.table('person').rows).toEqual(counts(0, 0, 0, 0))
  })
})

test.each(writers)(
  'a row that was gone comes back, written by %s: it says since when it is known and when it was last seen',
  async (writer) => {
    const both = await build(writer, { person: people(`(1, 'LOS', NULL, NULL, 'Ann'), (2, 'LOS', NULL, NULL, 'Ben')`) })
    const one = await build(writer, { person: people(`(1, 'LOS', NULL, NULL, 'Ann')`) })
    const first = await compare(both, one)
    expect(await first.rows('person')).toEqual(['2 vanished LOS . . A A'])
    const past: Past = { first: 'zero', steps: [{ folder: first.folder, later: 'A' }] }
    const stillGone = await compare(one, one, { past })
    expect(stillGone.table('person').rows).toEqual(counts(0, 0, 0, 0))
    const steps = [...past.steps, { folder: stillGone.folder, later: 'B' }]
    const back = await compare(one, both, { past: { first: 'zero', steps } })
    expect(await back.rows('person')).toEqual(['2 returned LOS . . zero A'])
    expect(back.table('person').rows).toEqual(counts(0, 0, 0, 1))
  },
)

describe.each(writers)('in pieces, written by %s', (writer) => {
  const many = (where: string, order: string): string =>
    people("(0, '', NULL, NULL, '')").replace(
      /FROM \(VALUES.*/,
      `FROM (SELECT i AS ID, 'C' || i % 7 AS COURT, NULL AS BEGAN, NULL AS ENDED, 'n' || (i * 31) % 97 AS NAME FROM range(20000) r(i) WHERE ${where} ORDER BY ${order}) v`,
    )

  test.each([
    ['sorted by key', 'i'],
    ['in another order', 'i % 101, i'],
  ])('the same is found as at once: a file %s', async (_, order) => {
    const earlier = await build(writer, { person: many('i % 997 <> 3', order) })
    const later = await build(writer, {
      person: `SELECT * REPLACE (CASE WHEN ID % 401 = 5 THEN 'other' ELSE NAME END AS NAME) FROM (${many('i % 883 <> 4 AND i > 10', order)})`,
    })
    const [pieces, whole] = [await compare(earlier, later, { rowsAtOnce: 3000 }), await compare(earlier, later)]
    expect(pieces.table('person')).toEqual(whole.table('person'))
    expect(await pieces.rows('person')).toEqual(await whole.rows('person'))
    const ids = Array.from({ length: 20000 }, (__, i) => i)
    const [was, is] = [(i: number) => i % 997 !== 3, (i: number) => i % 883 !== 4 && i > 10]
    expect(whole.table('person').rows).toEqual(
      counts(
        ids.filter((i) => !was(i) && is(i)).length,
        ids.filter((i) => was(i) && is(i) && i % 401 === 5).length,
        ids.filter((i) => was(i) && !is(i)).length,
        0,
      ),
    )
  })
})
