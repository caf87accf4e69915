import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import { parseQuery, type QueryService } from '#query'
import { createApi } from '../../src/server/api.ts'
import { openDocket } from '../../src/server/docket.ts'
import { buildHandRelease } from '../hand-release/build.ts'

/** What cannot be asked is refused by a sentence that names the thing, the rule and the nearest question that can be. */

const folder = mkdtempSync(join(tmpdir(), 'bad-queries-'))
const data = join(folder, 'data')
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli', 'run.ts')
let service: QueryService & { close(): Promise<void> }
let api: ReturnType<typeof createApi>

beforeAll(async () => {
  const zip = join(folder, 'good.zip')
  await buildHandRelease(zip)
  await ingest({ catalog, input: zip, dataDir: data, acceptRepairs: true })
  service = openDocket({ dataDir: data })
  api = createApi(service)
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

const many = (n: number, of: (i: number) => string): string => Array.from({ length: n }, (_, i) => of(i)).join(',')
const most = [...catalog.measures.keys()].slice(0, 21).join(',')

/** Question, what is named, the rule, the nearest that can be asked. */
const bad: readonly (readonly [string, string, string, string])[] = [
  ['measures=pendng', 'unknown measure: pendng', 'pending', 'pending'],
  ['measures=pending&by=cort', 'unknown dimension: cort', 'court', 'court'],
  ['measures=pending&cuort=LOS', 'unknown parameter: cuort', 'court', 'court'],
  ['measures=pending&court=LSO', 'unknown court: LSO', 'LOS', 'LOS'],
  ['measures=pending&court=LOS,!DEN', 'a filter keeps or excludes, never both', 'court=!LOS,!DEN', ''],
  ['measures=sum(pending)&by=month', 'this cannot be asked: sum(pending)', 'never over time', 'measures=pending'],
  [
    'measures=avg(represented_share)',
    'this cannot be asked: avg(represented_share)',
    'never averaged',
    'measures=represented_share',
  ],
  ['measures=mean(days_waiting)', 'this cannot be asked', 'worked out anew', 'measures=days_waiting'],
  ['measures=sum(pd_closures_cumulative)', 'this cannot be asked', 'take the last', 'measures=pd_closures_cumulative'],
  ['measures=closures&from=2012-06&to=2011-06', 'this period ends before it begins', '', 'from=2011-06&to=2012-06'],
  [
    'measures=closures&from=2031',
    'this period begins after the release ends: from=2031',
    'up to 2012-06-28',
    'from=2012-06',
  ],
  [
    'measures=pending_at_base&base=2031-01-01',
    'this base date lies after the release ends: base=2031-01-01',
    'up to 2012-06-28',
    'base=2012-06-28',
  ],
  ['measures=closures&base=1850-01-01', 'this is no date: base=1850-01-01', 'YYYY-MM-DD', ''],
  ['measures=closures&since=soon', 'this is no date: since=soon', 'YYYY-MM-DD', ''],
  ['measures=closures&from=2012-13', 'this is no period: from=2012-13', 'FY2012', ''],
  [
    `measures=closures&court=${many(1500, (i) => `A${i}`)}`,
    'too many values for court: 1500',
    'at most 500',
    'by=court&largest=50',
  ],
  [`measures=closures&nationality=${many(9000, (i) => `A${i}`)}`, 'this query is too long', 'at most 16384', ''],
  [`measures=${most}`, 'too many measures: 21', 'at most 20', 'measures=filings'],
  [
    'measures=closures&by=court,nationality,language,judge,sex,family,pd',
    'too many dimensions: 7',
    'at most 6',
    'by=court,nationality,language,judge,sex,family',
  ],
  [
    'measures=closures&by=month,court,fiscal_year',
    'one dimension of time at once',
    'month or fiscal_year',
    'by=month,court',
  ],
  ['measures=closures&month=2012-06', 'month cannot be a filter', 'from= and to=', 'from=2012-06&to=2012-06'],
  [
    'measures=closures&limit=99999999999',
    'this is no number for limit: 99999999999',
    'from 1 to 1000000',
    'limit=1000000',
  ],
  ['measures=closures&limit=0', 'this is no number for limit: 0', 'from 1 to 1000000', 'limit=1'],
  ['measures=closures&largest=-5', 'this is no number for largest: -5', 'from 1 to 1000000', 'largest=1'],
  ['measures=closures&min=many', 'this is no number for min: many', 'a whole number', 'min=1'],
  ['measures=closures&sort=pendin', 'unknown sort column: pendin', 'closures', ''],
  ['measures=closures&totals=perhaps', 'this is no value for totals: perhaps', '1 or 0', ''],
  [
    'measures=closures&release=2012-7-synthetic',
    'no such release: 2012-7-synthetic',
    '2012-07-synthetic',
    '2012-07-synthetic',
  ],
  ['by=court', 'a query needs at least one measure', 'filings', ''],
]

const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  value: z.string().optional(),
  allowed: z.string().optional(),
  nearest: z.string().optional(),
  hint: z.string().optional(),
})

test.each(bad)('by the API: $1', async (query, named, rule, nearest) => {
  const response = await api.request(`/api/v1/query?${query}`)
  expect(response.headers.get('content-type')).toContain('application/problem+json')
  const told = problem.parse(await response.json())
  expect(told.status).toBe(response.status)
  expect([400, 404]).toContain(told.status)
  expect(told.title).toContain(named)
  expect(`${told.allowed ?? ''} ${told.hint ?? ''} ${told.nearest ?? ''}`).toContain(rule)
  expect(told.nearest ?? '').toContain(nearest)
})

const offered = bad.filter(([, , , nearest]) => nearest.includes('='))

test.each(offered)('what is offered instead of $1 can be asked', async (query, _named, _rule, nearest) => {
  const told = problem.parse(await (await api.request(`/api/v1/query?${query}`)).json())
  expect(told.nearest).toContain(nearest)
  const words = new URLSearchParams(told.nearest)
  if (!words.has('measures')) words.set('measures', 'closures')
  expect(() => parseQuery(words.toString(), catalog)).not.toThrow()
  await service.run(words.toString())
})

// A process each: enough of them that every kind of refusal has been seen to come out.
test.each(bad.filter((_, i) => i % 4 === 0))('by the command line: $1', async (query, named, rule, nearest) => {
  const { code, out, talk } = await new Promise<{ code: number; out: string; talk: string }>((resolve) => {
    execFile(process.execPath, [cli, '--data', data, 'query', query], (error, out, talk) => {
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, out, talk })
    })
  })
  expect([2, 5]).toContain(code)
  expect(out).toBe('')
  expect(talk).toContain(named)
  expect(talk).toContain(rule)
  expect(talk).toContain(nearest)
})
