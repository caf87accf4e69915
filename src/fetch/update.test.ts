import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHandRelease } from '../../test/hand-release/build.ts'
import { storedReleases } from './shelf.ts'
import { file, status, type TestServer, testServer } from './test-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'update-'))
const data = join(folder, 'data')
const cli = join(import.meta.dirname, '..', 'cli', 'run.ts')
const september = 'Tue, 01 Sep 2026 13:05:00 GMT'
let release: Buffer
let server: TestServer

interface Ran {
  readonly code: number
  readonly out: string
  readonly talk: string
}

function run(program: string, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { env: { ...process.env, NO_COLOR: '1', ...env } }, (error, out, talk) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
      resolve({ code, out, talk })
    })
  })
}

const opendocket = (...args: string[]): Promise<Ran> => run(process.execPath, [cli, ...args])
const update = (...args: string[]): Promise<Ran> => opendocket('update', '--url', server.url, '--data', data, ...args)

/** The same zip with a byte of a file inside turned: only its checksum tells. */
function damaged(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  const at = copy.length >> 1
  copy[at] = (copy[at] ?? 0) ^ 0xff
  return copy
}

beforeAll(async () => {
  const path = join(folder, 'hand.zip')
  await buildHandRelease(path)
  release = readFileSync(path)
  server = await testServer()
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(folder, { recursive: true, force: true })
})

describe('opendocket update, through the command line, one after the other', () => {
  test('nothing at the address', async () => {
    server.answer(status(404))
    const ran = await update()
    expect(ran.code).toBe(5)
    expect(ran.talk).toContain('there is no release at this address')
  })

  test('a busy server: later', async () => {
    server.answer(status(503, { 'retry-after': '3600' }))
    const ran = await update()
    expect(ran.code).toBe(75)
    expect(ran.talk).toContain('asks to come back in 3600 s')
  })

  test('the disk is full in the middle: said, and what came is kept', async () => {
    server.answer(file(release, { etag: '"a1"', lastModified: september }))
    const blocks = Math.floor(release.length / 2 / 1024)
    const small = 'ulimit -f "$0"; exec "$@"'
    const ran = await run('bash', [
      '-c',
      small,
      `${blocks}`,
      process.execPath,
      cli,
      'update',
      '--url',
      server.url,
      '--data',
      data,
    ])
    expect(ran.talk).toContain('the disk is full')
    expect(ran.talk).toContain('What has arrived is kept')
    expect(ran.code).toBe(1)
    expect(readdirSync(join(data, 'releases', 'partial')).toSorted()).toEqual(['part.json', 'release.zip'])
  })

  test('goes on, is stored, read and published; a query answers; each stage has its line', async () => {
    server.answer(file(release, { etag: '"a1"', lastModified: september }))
    const ran = await update()
    expect(ran.talk).toMatch(/Asking .*\nGoing on at .*\nChecking the zip: .*\nStored in .*\nOpening /)
    expect(ran.talk).toContain('Published release 2012-07-synthetic')
    expect(ran.talk).not.toContain('\r')
    expect(ran.code).toBe(0)
    const answer = await opendocket('query', 'measures=pd_closures', '--format', 'json', '--data', data)
    expect(JSON.parse(answer.out)).toMatchObject({ release: { id: '2012-07-synthetic' } })
  })

  test('run again does nothing, and says so', async () => {
    const asked = server.asked.length
    const ran = await update()
    expect(ran.talk).toContain('Nothing new: release 2012-07-synthetic is the latest, and is published.')
    expect(ran.code).toBe(0)
    expect(server.asked).toHaveLength(asked + 1)
    expect(server.asked.at(-1)?.headers['if-none-match']).toBe('"a1", W/"a1"')
  })

  test('nor when the ETag flips to its weak form', async () => {
    server.answer((_, response) => void response.writeHead(200, { etag: 'W/"a1"' }).end(release))
    const ran = await update('--json')
    expect(JSON.parse(ran.out)).toMatchObject({ outcome: 'nothing-new', release: { id: '2012-07-synthetic' } })
  })

  test('nor when the zip was removed meanwhile', async () => {
    const [stored] = await storedReleases(data)
    if (stored === undefined) throw new Error('nothing is stored')
    rmSync(stored.zip)
    server.answer(file(release, { etag: '"a1"' }))
    expect((await update()).talk).toContain('Nothing to do')
    expect(existsSync(stored.zip)).toBe(false)
  })

  test('nor when the file is not newer than asked for', async () => {
    server.answer(file(release, { etag: '"a2"', lastModified: september }))
    const ran = await update('--if-newer-than', '2026-09-01')
    expect(ran.talk).toContain('last changed on 2026-09-01')
    expect(ran.code).toBe(0)
  })

  test('a damaged file inside: not published, and downloaded once more, but not for ever', async () => {
    const asked = server.asked.length
    server.answer(file(damaged(release), { etag: '"bad"', lastModified: september }))
    for (let n = 0; n < 3; n++) {
      const ran = await update()
      expect(ran.code).toBe(1)
      expect(ran.talk).toContain('a file in the zip is damaged')
    }
    const downloads = server.asked
      .slice(asked)
      .filter((request) => request.headers['if-none-match'] !== '"bad", W/"bad"')
    expect(downloads).toHaveLength(2)
    const answer = await opendocket('query', 'measures=pd_closures', '--format', 'json', '--data', data)
    expect(answer.code).toBe(0)
  })

  test('a second release of the same month gets its own id', async () => {
    // A comment at the end of a zip is other bytes with the same tables.
    const comment = Buffer.from('corrected')
    const second = Buffer.concat([release, comment])
    second.writeUInt16LE(comment.length, release.length - 2)
    server.answer(file(second, { etag: '"c3"' }))
    const ran = await update('--keep', '1')
    expect(ran.code).toBe(0)
    expect(ran.talk).toContain('Published release 2012-07.2-synthetic')
    expect((await storedReleases(data)).map((s) => s.zipThere)).toEqual([true, false, false])
    expect((await update()).talk).toContain('Nothing new: release 2012-07.2-synthetic')
  })

  test('a stored zip that the disk has changed since is not read, and comes anew', async () => {
    const [stored] = await storedReleases(data)
    if (stored === undefined) throw new Error('nothing is stored')
    rmSync(join(data, 'published.json'))
    const bytes = readFileSync(stored.zip)
    server.answer(file(bytes, { etag: '"c3"' }))
    writeFileSync(stored.zip, damaged(bytes))
    const ran = await update()
    expect(ran.code).toBe(75)
    expect(ran.talk).toContain('the stored zip is not what was downloaded any more')
    const asked = server.asked.length
    expect((await update()).talk).toContain('Published release')
    expect(server.asked[asked]?.headers['if-none-match']).toBeUndefined()
  })

  test('two at once: the second says that the first is running', async () => {
    server.answer(file(release, { etag: '"d4"', stallAfter: 100 }))
    const asked = server.asked.length
    const first = update()
    while (server.asked.length === asked) await new Promise((resolve) => setTimeout(resolve, 50))
    const second = await update()
    expect(second.code).toBe(75)
    expect(second.talk).toContain('another update is running')
    server.answer(status(404))
    await server[Symbol.asyncDispose]()
    await first
  })

  test('wrong words are told', async () => {
    for (const args of [
      ['--keep', 'many'],
      ['--if-newer-than', 'yesterday'],
      ['--url', 'ftp://example.org/a.zip'],
    ]) {
      expect((await update(...args)).code).toBe(2)
    }
  })
})
