import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { type IngestEvent, ingest, readPublished } from '#ingest'
import { tools } from '../../site/index.ts'
import { createApi } from '../../src/server/api.ts'
import { openDocket } from '../../src/server/docket.ts'
import { buildSite, serve } from '../../src/server/serve.ts'
import { simulate } from '../../src/simulate/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'two-lanes-'))
const zip = join(folder, 'release.zip')
const early = 'measures=filings,closures,pd_closures,pending,inactive&by=court&totals=1'
const late = 'measures=hearings_set,bond_decisions,reopened&by=court'

beforeAll(() => simulate({ out: zip, scenario: 'sample', seed: 3, cases: 1500 }))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function answers(dataDir: string, ...queries: string[]): Promise<unknown[]> {
  const service = openDocket({ dataDir, cache: 0 })
  try {
    return await Promise.all(queries.map(async (query) => (await service.run(query)).rows))
  } finally {
    await service.close()
  }
}

/** Ingests in two lanes; `then` is called when the first numbers are published. */
async function inTwoLanes(dataDir: string, then: () => void): Promise<void> {
  const onEvent = (event: IngestEvent): void => {
    if (event.stage === 'published' && !event.whole) then()
  }
  await ingest({ catalog, input: zip, dataDir, twoLanesFrom: 0, onEvent })
}

test('first numbers are published before the whole, are the same, and the server goes over to the whole by itself', async () => {
  const data = join(folder, 'data')
  const service = openDocket({ dataDir: data, cache: 0 })
  const first: Promise<unknown>[] = []
  await inTwoLanes(data, () => {
    first.push(service.run(early).then((r) => r.rows))
    first.push(service.run(late).catch((error: unknown) => error))
  })
  const [numbers, refusal] = await Promise.all(first)
  expect(refusal).toMatchObject({ facts: { code: 'still-counting', value: 'hearings_set' }, status: 503, exitCode: 75 })
  expect(refusal).toHaveProperty('facts.allowed', 'measures over caseload, closure, filing')
  await new Promise((resolve) => setTimeout(resolve, 400))
  const { rows: whole, plan } = await service.run(late)
  expect(await service.statements(late)).toEqual(plan.statements.map(({ sql }) => sql))
  await service.close()
  const once = join(folder, 'once')
  await ingest({ catalog, input: zip, dataDir: once })
  expect([numbers, whole]).toEqual(await answers(once, early, late))
  const published = await readPublished(data)
  expect(readdirSync(join(data, 'building'))).toEqual([])
  for (const [id, { build }] of Object.entries(published?.releases ?? {}))
    expect(readdirSync(join(data, 'built', id))).toEqual([build])
})

/** With first numbers alone every page says what there is already, and the others what they wait for; none breaks. */
async function expectPages(dataDir: string): Promise<void> {
  const { dir } = await buildSite()
  const service = openDocket({ dataDir })
  const serving = await serve({ service, api: createApi(service), host: '127.0.0.1', port: 0, buildDir: dir })
  const ask = async (path: string) => {
    const response = await fetch(serving.url + path)
    return [response.status, await response.text()] as const
  }
  try {
    const { id } = await service.release()
    const told = ['/', '/tools/court?court=LOS', '/tools/nationality?nationality=MX', `/releases/${id}`]
    for (const path of told) {
      expect([path, ...(await ask(path))]).toEqual([path, 200, expect.stringContaining('First numbers: filings')])
      const inSpanish = path === '/' ? '/es' : `/es${path}`
      expect((await ask(inSpanish))[1]).toContain('Primeras cifras: ya están contados')
    }
    expect(await ask('/methods/hearings_set')).toEqual([200, expect.stringContaining('FROM facts.')])
    expect(await ask('/releases')).toEqual([200, expect.stringContaining('(first numbers)')])
    const seen = new Map<string, number>()
    for (const { id: tool } of tools) {
      const [status, text] = await ask(`/tools/${tool}`)
      seen.set(tool, status)
      if (status !== 200) expect(text).toContain('still being counted')
    }
    expect([...new Set(seen.values())].toSorted()).toEqual([200, 503])
    expect([seen.get('backlog'), seen.get('pd_closures'), seen.get('hearings')]).toEqual([200, 200, 503])
  } finally {
    await serving.close()
    await service.close()
  }
}

test('an ingest that is stopped after its first numbers leaves them published, and the next one makes them whole', async () => {
  const data = join(folder, 'stopped')
  const stop = new AbortController()
  const onEvent = (event: IngestEvent): void => {
    if (event.stage === 'published') stop.abort(new Error('stopped here'))
  }
  await expect(
    ingest({ catalog, input: zip, dataDir: data, twoLanesFrom: 0, onEvent, signal: stop.signal }),
  ).rejects.toThrow('stopped here')
  const [before] = await answers(data, early)
  await expectPages(data)
  const outcome = await ingest({ catalog, input: zip, dataDir: data })
  expect(outcome).toMatchObject({ built: true, manifest: { whole: true } })
  expect(await answers(data, early)).toEqual([before])
}, 300_000)

test('first numbers of a zip whose rest is damaged are withdrawn', async () => {
  const data = join(folder, 'damaged')
  const bytes = readFileSync(zip)
  const inside = bytes.indexOf('tbl_schedule.csv') + 5000
  bytes[inside] = (bytes[inside] ?? 0) ^ 0xff
  const input = join(folder, 'damaged.zip')
  writeFileSync(input, bytes)
  let published = 0
  const onEvent = (event: IngestEvent): void => {
    if (event.stage === 'published') published++
  }
  const run = ingest({ catalog, input, dataDir: data, twoLanesFrom: 0, onEvent })
  await expect(run).rejects.toMatchObject({ message: expect.stringContaining('tbl_schedule.csv') })
  expect(published).toBe(1)
  expect(await readPublished(data)).toBeUndefined()
})

test('when the rest of a release is wrong its first numbers are withdrawn, and what was there before is there again', async () => {
  const data = join(folder, 'wrong')
  const hearings = catalog.tables.get('hearing')
  if (hearings === undefined) throw new Error('no hearings')
  // A column that every count would rest on, and that no release has: the check of the second lane stops.
  const strict = {
    ...hearings,
    columns: [...hearings.columns, { name: 'NEVER', type: 'code' as const, about: 'none', counts: true as const }],
  }
  const stricter = { ...catalog, tables: new Map([...catalog.tables, ['hearing', strict]]) }
  const stages: string[] = []
  const onEvent = (event: IngestEvent): void => {
    if (event.stage === 'published') stages.push(event.about)
  }
  await expect(
    ingest({ catalog: stricter, input: zip, dataDir: data, twoLanesFrom: 0, onEvent }),
  ).rejects.toMatchObject({
    exitCode: 3,
    facts: { value: 'column-missing' },
  })
  expect(stages).toHaveLength(1)
  expect(await readPublished(data)).toBeUndefined()
  const other = join(folder, 'other.zip')
  await simulate({ out: other, scenario: 'sample', seed: 4, cases: 300 })
  await ingest({ catalog, input: other, dataDir: data, id: '2020-01' })
  const before = await readPublished(data)
  await expect(ingest({ catalog: stricter, input: zip, dataDir: data, twoLanesFrom: 0 })).rejects.toThrow()
  expect(await readPublished(data)).toEqual(before)
})
