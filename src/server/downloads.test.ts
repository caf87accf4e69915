import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { openEngine } from '#engine'
import { ingest } from '#ingest'
import { releaseFolder } from '../../test/support/release-folder.ts'
import { createApi } from './api.ts'
import { openDocket } from './docket.ts'

const folder = mkdtempSync(join(tmpdir(), 'downloads-'))
const free = `=cmd|' /C calc'!A1 ${'a long story '.repeat(60)}`
let service: ReturnType<typeof openDocket>
let get: (path: string, headers?: Record<string, string>) => Promise<Response>

beforeAll(async () => {
  const bad = `${free}\tx\ty`
  const input = releaseFolder(join(folder, 'release'), undefined, {
    text: (file, text) => (file === 'A_TblCase' ? `${text}${bad}\r\n` : text),
  })
  const dataDir = join(folder, 'data')
  await ingest({ catalog, input, dataDir, id: 'r', acceptRepairs: true })
  service = openDocket({ dataDir })
  const api = createApi(service)
  get = async (path, headers = {}) => api.request(`/api/v1/releases/r/${path}`, { headers })
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

async function rowsOf(response: Response): Promise<number> {
  const path = join(folder, 'taken.parquet')
  writeFileSync(path, Buffer.from(await response.arrayBuffer()))
  const engine = await openEngine({ path: ':memory:' })
  const [row] = await engine.query(`SELECT count(*) AS n FROM read_parquet('${path}')`)
  engine.close()
  return Number(row?.['n'])
}

describe('files of a release', () => {
  test('every table, fact and part of the log that is named can be had', async () => {
    expect(service.downloads.tables).toHaveLength(97)
    expect(service.downloads.facts).toEqual([...catalog.facts.keys()])
    for (const id of ['case', 'proceeding', 'decision']) {
      if (!service.downloads.tables.includes(id)) continue
      const response = await get(`tables/${id}.parquet`)
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${id}.parquet"`)
      expect(await rowsOf(response)).toBe(id === 'decision' ? 0 : 1)
    }
    for (const id of service.downloads.facts) expect((await get(`facts/${id}.parquet`)).status).toBe(200)
    for (const id of service.downloads.log) {
      const text = await (await get(`log/${id}.csv`)).text()
      expect(text.split('\n').length).toBeGreaterThan(1)
    }
  })

  test('a fact is the fact', async () => {
    expect(await rowsOf(await get('facts/closure.parquet'))).toBe(1)
  })

  test('a raw row is cut, and is no formula', async () => {
    const text = await (await get('log/rejects.csv')).text()
    const [header, row = ''] = text.trim().split('\n')
    expect(header).toBe('table,line,reason,raw')
    expect(row).toContain('A_TblCase,3,')
    expect(row).toContain("'=cmd|")
    expect(row.length).toBeLessThan(500)
  })

  test('a part of a file, and nothing where it is known', async () => {
    const whole = Buffer.from(await (await get('tables/case.parquet')).arrayBuffer())
    const part = await get('tables/case.parquet', { range: 'bytes=4-9' })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 4-9/${whole.length}`])
    expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(4, 10))
    const end = await get('tables/case.parquet', { range: 'bytes=-4' })
    expect(await end.text()).toBe('PAR1')
    expect((await get('tables/case.parquet', { range: `bytes=${whole.length}-` })).status).toBe(416)
    const etag = part.headers.get('etag') ?? ''
    expect((await get('tables/case.parquet', { 'if-none-match': etag })).status).toBe(304)
  })

  test.each([
    ['tables/cases.parquet', 'case'],
    ['facts/closures.parquet', 'closure'],
    ['log/reject.csv', 'rejects'],
    ['tables/case.csv', undefined],
    ['tables/..%2f..%2fmanifest.parquet', undefined],
    ['secrets/case.parquet', undefined],
    ['log/__proto__.csv', undefined],
  ])('%s is not there, and it is said what is', async (path, nearest) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    const problem: unknown = await response.json()
    expect(problem).toMatchObject(nearest === undefined ? { status: 404 } : { nearest })
  })

  test('nothing of it stays in the folder for temporary files', () => {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('opendocket-file-'))).toEqual([])
  })
})
