import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { Fate, Ledger } from '#catalog'
import { catalog } from '#definitions'
import { buildFolder, ingest, LedgerFiles, readPublished } from '#ingest'
import { createProgram } from '../../src/cli/main.ts'
import { createApi } from '../../src/server/api.ts'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'
import { sayTrials, seed, trials } from '../support/soak.ts'

const counts = z.object({ added: z.number(), changed: z.number(), vanished: z.number(), returned: z.number() })
const truthSchema = z.object({
  completeness: z.object({ closure: z.record(z.string(), z.number()) }),
  ledger: z
    .record(
      z.string(),
      z.object({
        rows: counts,
        changed: z.record(z.string(), z.number()),
        keys: z.object({ vanished: z.array(z.number()), returned: z.array(z.number()) }),
      }),
    )
    .optional(),
})
type Truth = NonNullable<z.infer<typeof truthSchema>['ledger']>

const months = 3
let folder = ''
let library: LedgerFiles
const ids: string[] = []
const truths: Truth[] = []
let entered: Readonly<Record<string, number>> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-series-'))
  library = new LedgerFiles(catalog, join(folder, 'data'))
  const cases = Math.max(2500, trials(250_000))
  sayTrials('ledger over three months, cases', cases)
  for (let month = 0; month <= months; month++) {
    const out = join(folder, `${month}.zip`)
    const after = month === 0 ? { cases, dirt: 2e-3 } : { after: join(folder, `${month - 1}.zip`) }
    const { truth } = await simulate({ out, scenario: 'national', seed, ...after })
    const { ledger, completeness } = truthSchema.parse(JSON.parse(await readFile(truth, 'utf8')))
    truths.push(ledger ?? {})
    entered = completeness.closure
    const { manifest } = await ingest({ catalog, input: out, dataDir: join(folder, 'data'), acceptRepairs: true })
    ids.push(manifest.release.id)
  }
}, 1_800_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function ledgerAt(month: number): Promise<Ledger> {
  const found = await library.find(ids[month - 1] ?? '', ids[month] ?? '')
  if (found === undefined) throw new Error(`month ${month} was not compared`)
  return found
}

async function keysAt(month: number, file: string, fate: Fate): Promise<number[]> {
  const rows = await library.rows(ids[month - 1] ?? '', ids[month] ?? '', { table: file, fate, limit: 100_000 })
  return rows.map((row) => Number(row.key)).toSorted((a, b) => a - b)
}

test('every planned addition, change, disappearance and return is found, and none is invented', async () => {
  const sums = { added: 0, changed: 0, vanished: 0, returned: 0 }
  for (let month = 1; month <= months; month++) {
    const ledger = await ledgerAt(month)
    const truth = truths[month] ?? {}
    const found = Object.fromEntries(ledger.tables.map((t) => [t.file, { rows: t.rows, changed: t.columns }]))
    const planned = Object.fromEntries(
      Object.entries(truth).map(([file, { rows, changed }]) => [file, { rows, changed }]),
    )
    expect({ month, found }).toEqual({ month, found: planned })
    for (const fate of ['added', 'changed', 'vanished', 'returned'] as const) sums[fate] += ledger.totals[fate]
    for (const { file, key } of ledger.tables) {
      // The truth names the first five hundred of each by number; counsel has text for a key, and lead and rider two numbers.
      const numbered = key.length === 1 && file !== 'tbl_EOIR_Attorney'
      for (const fate of ['vanished', 'returned'] as const) {
        const told = truth[file]?.keys[fate].toSorted((a, b) => a - b) ?? []
        if (numbered && told.length < 500)
          expect({ file, fate, keys: await keysAt(month, file, fate) }).toEqual({ file, fate, keys: told })
      }
    }
  }
  expect(sums.added).toBeGreaterThan(0)
  expect(sums.changed).toBeGreaterThan(0)
  expect(sums.vanished).toBeGreaterThan(0)
})

test('the parts by court and by month add up to the table', async () => {
  const { tables } = await ledgerAt(months)
  for (const { file, rows, courts, months: parts } of tables)
    for (const fate of ['added', 'changed', 'vanished', 'returned'] as const) {
      const sum = (list: typeof courts): number => list.reduce((all, part) => all + part[fate], 0)
      expect({ file, fate, courts: sum(courts), months: sum(parts) }).toEqual({
        file,
        fate,
        courts: rows[fate],
        months: rows[fate],
      })
    }
})

test('whoever has the ledgers knows every row of the last release by its first one', async () => {
  const first = await ledgerAt(1)
  const last = await ledgerAt(months)
  for (const { file, after } of last.tables) {
    let keys = first.tables.find((t) => t.file === file)?.before ?? 0
    for (let month = 1; month <= months; month++) {
      const rows = (await ledgerAt(month)).tables.find((t) => t.file === file)?.rows
      keys += (rows?.added ?? 0) + (rows?.returned ?? 0) - (rows?.vanished ?? 0)
    }
    expect({ file, keys }).toEqual({ file, keys: after })
  }
})

test('the API gives a comparison and its rows, and says what is wrong with a question', async () => {
  const docket = openDocket({ dataDir: join(folder, 'data') })
  const api = createApi(docket)
  const ask = async (rest: string): Promise<unknown> =>
    (await api.request(`/api/v1/releases/${ids[months - 1]}..${ids[months]}${rest}`)).json()
  const ledger = await ledgerAt(months)
  const file = ledger.tables.find((t) => t.rows.vanished > 0)?.file ?? ''
  expect(await ask('')).toEqual(ledger)
  expect(await ask(`?rows=vanished&table=${file}&limit=1`)).toMatchObject({
    rows: [{ file, fate: 'vanished', first: ids[0], last: ids[months - 1] }],
  })
  expect(await ask('?rows=vanishd')).toMatchObject({ status: 400, nearest: 'vanished' })
  expect(await ask('?rows=added&table=A_TblCas')).toMatchObject({ status: 404, nearest: 'A_TblCase' })
  expect(await ask('?rows=added&limit=0')).toMatchObject({ status: 400, value: '0' })
  expect(await ask('?fate=added')).toMatchObject({ status: 400, value: 'fate' })
  const other = await api.request(`/api/v1/releases/${ids[0]}..${ids[months]}`)
  expect([other.status, await other.json()]).toMatchObject([404, { value: `${ids[0]}..${ids[months]}` }])
  await docket.close()
})

test('the command line compares releases that do not follow each other, and refuses what is none', async () => {
  let said = ''
  const run = (...args: string[]): Promise<unknown> => {
    said = ''
    const program = createProgram({
      out: (text) => {
        said += text
      },
      talk: () => undefined,
      terminal: false,
      dataDir: () => join(folder, 'data'),
      open: () => openDocket({ dataDir: join(folder, 'data') }),
      exit: () => undefined,
      signal: new AbortController().signal,
    })
    return program.parseAsync(['releases', 'compare', ...args], { from: 'user' })
  }
  const [first = '', last = ''] = [ids[0], ids[months]]
  await run(first, last, '--json')
  const whole: unknown = JSON.parse(said)
  expect(whole).toMatchObject({ earlier: { id: first }, later: { id: last }, history: [] })
  expect(await library.pairs()).toContainEqual({ earlier: first, later: last })
  await run(first, last, '--rows', 'added', '--table', 'A_TblCase', '--limit', '2')
  expect(said.split('\r\n')).toHaveLength(4)
  await expect(run(last, first)).rejects.toMatchObject({ facts: { nearest: `${first}..${last}` } })
  await expect(run(first, 'nothing')).rejects.toMatchObject({ facts: { code: 'no-such-release' } })
})

test('how complete recent months are comes out as it was planned, as far as chance allows', async () => {
  const docket = openDocket({ dataDir: join(folder, 'data') })
  const { origin, rows } = await docket.run('measures=closures&by=month')
  await docket.close()
  const counts = new Map(rows.map((row) => [String(row['month']), Number(row['closures'])]))
  const estimated = new Map(origin.release.estimated?.map(({ month, share }) => [month, share]))
  expect(origin.release.estimated?.length).toBeGreaterThan(0)
  const asOf = origin.release.as_of.slice(0, 7)
  for (const [month, planned] of Object.entries(entered).filter(([name]) => name <= asOf)) {
    // Each of the months from which it was estimated holds about as many closures; five standard deviations, and what is left of 99 percent.
    const n = Math.max(1, counts.get(month) ?? 0)
    const spread = 5 * Math.sqrt(0.12 / n) + 0.011
    const share = estimated.get(month) ?? 1
    expect({ month, off: Math.abs(share - planned) > spread, share, planned }).toMatchObject({ off: false })
  }
})

test('a release of which tables are still to come is not compared', async () => {
  const dataDir = join(folder, 'data')
  const published = await readPublished(dataDir)
  if (published === undefined) throw new Error('nothing is published')
  const path = join(buildFolder(dataDir, published, ids[months] ?? ''), 'manifest.json')
  const whole = await readFile(path, 'utf8')
  await writeFile(path, JSON.stringify({ ...JSON.parse(whole), whole: false }))
  await expect(ledgerAt(months)).rejects.toMatchObject({ facts: { code: 'not-whole', value: ids[months] } })
  expect(await library.pairs()).not.toContainEqual({ earlier: ids[months - 1], later: ids[months] })
  await writeFile(path, whole)
  expect((await ledgerAt(months)).later.id).toBe(ids[months])
})
