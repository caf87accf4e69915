import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import { createApi } from '../../src/server/api.ts'
import { openDocket } from '../../src/server/docket.ts'
import { buildSite, type Serving, serve } from '../../src/server/serve.ts'
import { buildHandRelease } from '../hand-release/build.ts'

/** A release whose manifest lacks what this version writes: it is told in one sentence, and the others stay served. */

const folder = mkdtempSync(join(tmpdir(), 'older-'))
const mixed = join(folder, 'mixed')
const alone = join(folder, 'alone')
const cli = join(import.meta.dirname, '../../src/cli/run.ts')
const old = '2012-07-synthetic'
const sentence = `release ${old} was built by an older version of opendocket`
const remedy = 'ingest it again: opendocket ingest RELEASE.zip'
const pointer = z.object({ current: z.string(), releases: z.record(z.string(), z.object({ build: z.string() })) })

/** Takes from a manifest what an older version did not write. */
function makeOlder(dataDir: string): void {
  const { releases } = pointer.parse(JSON.parse(readFileSync(join(dataDir, 'published.json'), 'utf8')))
  const path = join(dataDir, 'built', old, releases[old]?.build ?? '', 'manifest.json')
  const {
    files: _,
    checks: __,
    ...rest
  } = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, 'utf8')))
  writeFileSync(path, JSON.stringify(rest))
}

beforeAll(async () => {
  const input = join(folder, 'release.zip')
  await buildHandRelease(input)
  await ingest({ catalog, input, dataDir: alone, acceptRepairs: true })
  cpSync(alone, mixed, { recursive: true })
  await ingest({ catalog, input, dataDir: mixed, id: '2012-08-synthetic', acceptRepairs: true })
  makeOlder(alone)
  makeOlder(mixed)
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function command(...args: readonly string[]): Promise<{ code: number; out: string; talk: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [cli, ...args], (error, out, talk) =>
      done({ code: error === null ? 0 : Number(error.code), out, talk }),
    )
  })
}

describe('a release that an older version built', () => {
  test('ends each command with one sentence, what to do, and 3', async () => {
    for (const args of [
      ['serve', '--port', '0'],
      ['query', 'measures=filings'],
      ['releases', 'show', old],
    ]) {
      const { code, talk } = await command(...args, '--data', alone)
      expect(talk, args.join(' ')).toBe(`${sentence}\n  what to do: ${remedy}\n`)
      expect(code, args.join(' ')).toBe(3)
    }
  })

  test('is named in the list of releases, beside those that can be read', async () => {
    const { code, out, talk } = await command('releases', '--data', mixed)
    expect(out).toContain('2012-08-synthetic (current)')
    expect(talk).toContain(sentence)
    expect(code).toBe(0)
  })

  test('is read again once it is ingested again', async () => {
    const dataDir = join(folder, 'again')
    cpSync(alone, dataDir, { recursive: true })
    await ingest({ catalog, input: join(folder, 'release.zip'), dataDir, acceptRepairs: true })
    expect((await command('query', 'measures=filings', '--data', dataDir)).code).toBe(0)
  })
})

describe('on the site', () => {
  let serving: Serving
  let service: ReturnType<typeof openDocket>

  beforeAll(async () => {
    const { dir } = await buildSite()
    service = openDocket({ dataDir: mixed })
    serving = await serve({ service, api: createApi(service), host: '127.0.0.1', port: 0, buildDir: dir })
  }, 300_000)
  afterAll(async () => {
    await serving?.close()
    await service?.close()
  })

  test('its pages say so in both languages, the other release is served', async () => {
    const ask = async (path: string) => {
      const response = await fetch(serving.url + path)
      return { status: response.status, text: await response.text() }
    }
    expect((await ask('/tools/backlog')).status).toBe(200)
    expect((await ask('/')).status).toBe(200)
    for (const path of [`/tools/backlog?release=${old}`, `/releases/${old}`]) {
      const page = await ask(path)
      expect(page.status, path).toBe(503)
      expect(page.text).toContain(sentence)
      expect(page.text).toContain(remedy)
    }
    expect((await ask(`/es/releases/${old}`)).text).toContain(
      `Una versión anterior de opendocket preparó la publicación ${old}.`,
    )
    expect((await ask('/releases')).text).toContain(sentence)
    const problem = await ask(`/api/v1/query?measures=filings&release=${old}`)
    expect(problem.status).toBe(503)
    expect(JSON.parse(problem.text)).toMatchObject({ value: old })
  })
})
