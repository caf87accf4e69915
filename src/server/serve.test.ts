import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { makeCatalog } from '#catalog'
import { noLedgers, type QueryService } from '#query'
import { type ServeOptions, serve } from './serve.ts'

const buildDir = mkdtempSync(join(tmpdir(), 'serve-'))
writeFileSync(join(buildDir, 'handler.js'), 'export const handler = (_, response) => response.end("site")\n')
writeFileSync(join(buildDir, 'package.json'), '{"type":"module"}\n')
afterAll(() => rmSync(buildDir, { recursive: true, force: true }))

const unasked = () => Promise.reject(new Error('not asked here'))
const service: QueryService = {
  catalog: makeCatalog({ tables: [], facts: [], dimensions: [], measures: [] }),
  ledgers: noLedgers,
  releases: unasked,
  unreadable: unasked,
  release: unasked,
  account: unasked,
  run: unasked,
  statements: unasked,
  values: unasked,
  verify: unasked,
  compare: unasked,
  balance: unasked,
  download: unasked,
  downloads: { tables: [], facts: [], log: [] },
}
const api: ServeOptions['api'] = {
  fetch: (request) => Response.json({ path: new URL(request.url).pathname, long: 'x'.repeat(2000) }),
}
const options = { service, api, host: '127.0.0.1', port: 0, buildDir }

describe('the server', () => {
  it('gives machines the API and people the site', async () => {
    const serving = await serve(options)
    expect(await (await fetch(`${serving.url}/api/v1/catalog?x=1`)).json()).toMatchObject({ path: '/api/v1/catalog' })
    expect(await (await fetch(`${serving.url}/readyz`)).json()).toMatchObject({ path: '/readyz' })
    expect(await (await fetch(`${serving.url}/apiary`)).text()).toBe('site')
    await serving.close()
  })

  it('compresses what the API says', async () => {
    const serving = await serve(options)
    const response = await fetch(`${serving.url}/api/v1/query`, { headers: { 'accept-encoding': 'gzip' } })
    expect(response.headers.get('content-encoding')).toBe('gzip')
    expect(await response.json()).toMatchObject({ path: '/api/v1/query' })
    await serving.close()
  })

  it('says which port is in use', async () => {
    const serving = await serve(options)
    const port = Number(new URL(serving.url).port)
    await expect(serve({ ...options, port })).rejects.toMatchObject({
      message: `Port ${port} is in use by another program.`,
      exitCode: 2,
      facts: { code: 'port-in-use' },
    })
    await serving.close()
  })

  it('says when the build cannot be read', async () => {
    const gone = join(buildDir, 'gone')
    await expect(serve({ ...options, buildDir: gone })).rejects.toMatchObject({ facts: { code: 'build-unreadable' } })
  })
})
