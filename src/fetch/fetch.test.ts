import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { OpendocketError } from '#errors'
import { nextAddress } from './address.ts'
import type { FetchEvent } from './event.ts'
import { type FetchOptions, type FetchOutcome, fetchRelease } from './fetch.ts'
import { keepLast, type StoredRelease, storedReleases } from './shelf.ts'
import { file, redirect, status, type TestServer, testServer } from './test-server.ts'
import { realWorld } from './world.ts'

const september = 'Tue, 01 Sep 2026 13:05:00 GMT'
const october = 'Thu, 01 Oct 2026 13:05:00 GMT'

async function zipOf(bytes: Buffer): Promise<Buffer> {
  const zip = new ZipFile()
  zip.addBuffer(bytes, 'EOIR Case Data 2026-0901/Count.txt', { compress: false })
  zip.end()
  return buffer(zip.outputStream)
}

const zip = await zipOf(randomBytes(400_000))
const other = await zipOf(randomBytes(400_000))
const half = 200_000

let dataDir: string
let server: TestServer
let events: FetchEvent[]
let waits: number[]

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'fetch-'))
  server = await testServer()
  events = []
  waits = []
})
afterEach(async () => {
  await server[Symbol.asyncDispose]()
  rmSync(dataDir, { recursive: true, force: true })
})

/** The real world, but nobody waits between the tries. */
const world = {
  ...realWorld,
  sleep: async (milliseconds: number): Promise<void> => {
    waits.push(milliseconds)
  },
}

function fetchIt(more: Partial<FetchOptions> = {}): Promise<FetchOutcome> {
  return fetchRelease({ dataDir, url: server.url, world, stall: 500, onEvent: (event) => events.push(event), ...more })
}

async function failure(work: Promise<unknown>): Promise<OpendocketError> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (raised: unknown) => raised,
  )
  if (error instanceof OpendocketError) return error
  throw error
}

async function stored(): Promise<StoredRelease> {
  const [last] = await storedReleases(dataDir)
  if (last === undefined) throw new Error('nothing is stored')
  return last
}

async function expectStored(bytes: Buffer): Promise<void> {
  const { zip: path, lock } = await stored()
  expect(readFileSync(path).equals(bytes)).toBe(true)
  expect(lock).toMatchObject({
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    url: server.url,
  })
  expect(existsSync(join(dataDir, 'releases', 'partial', 'release.zip'))).toBe(false)
}

function partialFiles(): string[] {
  return readdirSync(join(dataDir, 'releases', 'partial')).toSorted()
}

const ranges = (): (string | undefined)[] => server.asked.map((request) => request.headers.range)

describe('a release is downloaded and stored with where it came from', () => {
  test('whole, with ETag and Last-Modified', async () => {
    server.answer(file(zip, { etag: '"a1"', lastModified: september }))
    expect(await fetchIt()).toMatchObject({ kind: 'downloaded', again: false })
    await expectStored(zip)
    const { lock, name } = await stored()
    expect(lock).toMatchObject({ etag: '"a1"', last_modified: september })
    expect(name).toBe(`2026-09-01-${lock.sha256.slice(0, 8)}`)
    expect(readdirSync((await stored()).folder).toSorted()).toEqual(['release.lock.json', 'release.zip'])
  })

  test('of a length that the server does not tell', async () => {
    server.answer(file(zip, { etag: '"a1"', chunked: true }))
    await fetchIt()
    await expectStored(zip)
  })

  test('behind a redirect', async () => {
    server.answer(redirect('/moved.zip'), file(zip, { etag: '"a1"' }))
    await fetchIt()
    await expectStored(zip)
    expect(server.asked[1]?.url).toBe('/moved.zip')
  })
})

describe('what is here already does not come again', () => {
  test.each([
    ['304', '"a1"', '"a1"'],
    ['an ETag that went from strong to weak', '"a1"', 'W/"a1"'],
    ['an ETag that went from weak to strong', 'W/"a1"', '"a1"'],
  ])('%s', async (_, before, now) => {
    server.answer(file(zip, { etag: before }), file(zip, { etag: now }))
    await fetchIt()
    expect(await fetchIt({ since: (await stored()).lock })).toEqual({ kind: 'unchanged' })
  })

  test('from a server that knows no conditions', async () => {
    server.answer(file(zip, { etag: '"a1"' }), (_, response) => {
      response.writeHead(200, { etag: 'W/"a1"', 'content-length': zip.length }).end(zip)
    })
    await fetchIt()
    expect(await fetchIt({ since: (await stored()).lock })).toEqual({ kind: 'unchanged' })
  })

  test('by Last-Modified where there is no ETag', async () => {
    server.answer(file(zip, { lastModified: september }))
    await fetchIt()
    expect(await fetchIt({ since: (await stored()).lock })).toEqual({ kind: 'unchanged' })
  })

  test('but a new release does', async () => {
    server.answer(
      file(zip, { etag: '"a1"', lastModified: september }),
      file(other, { etag: '"b2"', lastModified: october }),
    )
    await fetchIt()
    expect(await fetchIt({ since: (await stored()).lock })).toMatchObject({ kind: 'downloaded' })
    await expectStored(other)
    expect(await storedReleases(dataDir)).toHaveLength(2)
  })

  test('nor what was not changed after a given day', async () => {
    server.answer(file(zip, { etag: '"a1"', lastModified: september }))
    expect(await fetchIt({ newerThan: '2026-09-01' })).toEqual({ kind: 'not-newer', day: '2026-09-01' })
    expect(await fetchIt({ newerThan: '2026-08-31' })).toMatchObject({ kind: 'downloaded' })
  })

  test('and only the last zips are kept, but every lock file', async () => {
    for (const [n, bytes] of [zip, other, await zipOf(randomBytes(1000))].entries()) {
      server.answer(file(bytes, { etag: `"${n}"` }))
      await fetchIt({ world: { ...world, now: () => new Date(Date.UTC(2026, 8 + n)) } })
    }
    expect(await keepLast(dataDir, 2)).toHaveLength(1)
    expect((await storedReleases(dataDir)).map((s) => s.zipThere)).toEqual([true, true, false])
  })
})

describe('a download that breaks off goes on', () => {
  test('within the same run', async () => {
    server.answer(file(zip, { etag: '"a1"', breakAfter: half }), file(zip, { etag: '"a1"' }))
    await fetchIt()
    await expectStored(zip)
    expect(ranges()).toEqual([undefined, `bytes=${half}-`])
    expect(server.asked[1]?.headers['if-range']).toBe('"a1"')
    expect(events).toContainEqual({ stage: 'download', from: half, total: zip.length })
  })

  test('in a later run', async () => {
    server.answer(file(zip, { etag: '"a1"', breakAfter: half }))
    const error = await failure(fetchIt({ patience: { tries: 1, firstWait: 1, longestWait: 1 } }))
    expect(error.exitCode).toBe(75)
    expect(partialFiles()).toEqual(['part.json', 'release.zip'])
    server.answer(file(zip, { etag: '"a1"' }))
    await fetchIt()
    await expectStored(zip)
    expect(ranges()).toEqual([undefined, `bytes=${half}-`])
  })

  test('by Last-Modified where the ETag is weak', async () => {
    const about = { etag: 'W/"a1"', lastModified: september }
    server.answer(file(zip, { ...about, breakAfter: half }), file(zip, about))
    await fetchIt()
    await expectStored(zip)
    expect(server.asked[1]?.headers['if-range']).toBe(september)
    expect(events).toContainEqual({ stage: 'download', from: half, total: zip.length })
  })

  test('anew, where the server ignores Range', async () => {
    server.answer(file(zip, { etag: '"a1"', breakAfter: half }), file(zip, { etag: '"a1"', ignoreRange: true }))
    await fetchIt()
    await expectStored(zip)
    expect(events).toContainEqual({ stage: 'download', from: 0, total: zip.length })
  })

  test('anew, where the ETag changed between the parts', async () => {
    server.answer(file(zip, { etag: '"a1"', breakAfter: half }), file(other, { etag: '"b2"' }))
    await fetchIt()
    await expectStored(other)
    expect((await stored()).lock.etag).toBe('"b2"')
  })

  test('anew, where the ETag changed and the server sends the rest all the same', async () => {
    const changed = { etag: '"b2"', ignoreIfRange: true }
    server.answer(file(zip, { etag: '"a1"', breakAfter: half }), file(other, changed))
    await fetchIt()
    await expectStored(other)
    expect(ranges()).toEqual([undefined, `bytes=${half}-`, undefined])
  })

  test('anew, where the server says that there is no such range', async () => {
    server.answer(file(zip, { etag: '"a1"', breakAfter: half }), status(416), file(zip, { etag: '"a1"' }))
    await fetchIt()
    await expectStored(zip)
  })

  test('anew, where nothing tells whether the rest belongs to it; nothing of it was kept', async () => {
    server.answer(file(zip, { breakAfter: half }))
    await failure(fetchIt({ patience: { tries: 1, firstWait: 1, longestWait: 1 } }))
    expect(partialFiles()).toEqual([])
    server.answer(file(zip))
    await fetchIt()
    await expectStored(zip)
    expect(ranges()).toEqual([undefined, undefined])
  })

  test('and one that had come whole asks for its last byte only', async () => {
    server.answer(file(zip, { etag: '"a1"' }))
    const stop = new AbortController()
    const onEvent = (event: FetchEvent): void => {
      if (event.stage === 'verify') stop.abort()
    }
    await expect(fetchIt({ signal: stop.signal, onEvent })).rejects.toThrow(/abort/i)
    await fetchIt()
    await expectStored(zip)
    expect(ranges()).toEqual([undefined, `bytes=${zip.length - 1}-`])
  })

  test('and Ctrl-C keeps what has come', async () => {
    server.answer(file(zip, { etag: '"a1"', stallAfter: half }))
    const stop = new AbortController()
    const onEvent = (event: FetchEvent): void => {
      if (event.stage === 'progress' && event.done === half) stop.abort()
    }
    await expect(fetchIt({ signal: stop.signal, onEvent, stall: 5000 })).rejects.toMatchObject({ name: 'AbortError' })
    expect(partialFiles()).toEqual(['part.json', 'release.zip'])
  })
})

describe('trouble is told apart', () => {
  test('a length that is a lie: more than comes', async () => {
    server.answer(file(zip, { etag: '"a1"', statedLength: zip.length + 10, breakAfter: zip.length }))
    const error = await failure(fetchIt())
    expect(error.exitCode).toBe(75)
    expect(await storedReleases(dataDir)).toEqual([])
  })

  test('a length that is a lie: less than comes', async () => {
    server.answer(file(zip, { etag: '"a1"', statedLength: half }))
    const error = await failure(fetchIt())
    expect([1, 75]).toContain(error.exitCode)
    expect(await storedReleases(dataDir)).toEqual([])
  })

  test('a length that is a lie: less than the zip', async () => {
    server.answer(file(zip.subarray(0, half), { etag: '"a1"' }))
    const error = await failure(fetchIt())
    expect(error.message).toContain('what arrived is not a whole zip: its end is missing')
    expect(error.exitCode).toBe(1)
    expect(partialFiles()).toEqual([])
  })

  test.each([404, 410])('%i: nothing there', async (code) => {
    server.answer(status(code))
    const error = await failure(fetchIt())
    expect(error.exitCode).toBe(5)
    expect(error.facts.hint).toContain('--url')
    expect(server.asked).toHaveLength(1)
  })

  test('403: refused', async () => {
    server.answer(status(403))
    expect((await failure(fetchIt())).exitCode).toBe(1)
  })

  test('500: three tries, then later', async () => {
    server.answer(status(500))
    const error = await failure(fetchIt())
    expect(error.exitCode).toBe(75)
    expect(error.message).toContain('HTTP 500')
    expect(server.asked).toHaveLength(3)
    expect(waits).toHaveLength(2)
    const [first = 0, second = 0] = waits
    expect(first).toBeGreaterThanOrEqual(500)
    expect(first).toBeLessThanOrEqual(1000)
    expect(second).toBeGreaterThanOrEqual(1000)
    expect(second).toBeLessThanOrEqual(2000)
  })

  test('500 once, then all is well', async () => {
    server.answer(status(500), file(zip, { etag: '"a1"' }))
    await fetchIt()
    await expectStored(zip)
  })

  test.each([503, 429])('%i with a short Retry-After: waits as long', async (code) => {
    server.answer(status(code, { 'retry-after': '7' }), file(zip, { etag: '"a1"' }))
    await fetchIt()
    expect(waits).toEqual([7000])
  })

  test('503 with a long Retry-After: gives up at once and says when', async () => {
    server.answer(status(503, { 'retry-after': '3600' }))
    const error = await failure(fetchIt())
    expect(error.exitCode).toBe(75)
    expect(error.message).toContain('come back in 3600 s')
    expect(server.asked).toHaveLength(1)
  })

  test('a Retry-After that is a date', async () => {
    const now = new Date('2026-09-01T12:00:00Z')
    server.answer(status(503, { 'retry-after': 'Tue, 01 Sep 2026 12:00:09 GMT' }), file(zip, { etag: '"a1"' }))
    await fetchIt({ world: { ...world, now: () => now } })
    expect(waits).toEqual([9000])
  })

  test('a server that stalls in the middle: aborted, then gone on with', async () => {
    server.answer(file(zip, { etag: '"a1"', stallAfter: half }), file(zip, { etag: '"a1"' }))
    await fetchIt({ stall: 200 })
    await expectStored(zip)
    expect(events).toContainEqual(
      expect.objectContaining({ stage: 'retry', why: 'the server sent nothing for 0.2 s', nextTry: 2 }),
    )
  })

  test('a server that never answers', async () => {
    server.answer(() => undefined)
    const error = await failure(fetchIt({ stall: 100 }))
    expect(error.exitCode).toBe(75)
    expect(error.message).toContain('sent nothing')
  })

  test('no server', async () => {
    const error = await failure(fetchIt({ url: 'http://127.0.0.1:9/EOIR.zip' }))
    expect(error.exitCode).toBe(75)
    expect(error.message).toContain('the connection broke off')
  })

  test.each([
    ['as text/html', 'text/html; charset=utf-8'],
    ['as a zip', 'application/zip'],
  ])('a web page, sent %s', async (_, type) => {
    server.answer(file(Buffer.from('\r\n<!DOCTYPE html><title>Just a moment</title>'), { etag: '"p"', type }))
    const error = await failure(fetchIt())
    expect(error.message).toContain('a web page came instead of a zip')
    expect(error.exitCode).toBe(1)
    expect(partialFiles()).toEqual([])
  })

  test('a web page does not cost what had come before', async () => {
    const page = file(Buffer.from('<html>'), { type: 'text/html' })
    server.answer(file(zip, { etag: '"a1"', breakAfter: half }), page)
    await failure(fetchIt())
    expect(partialFiles()).toEqual(['part.json', 'release.zip'])
  })

  test('no room on the disk', async () => {
    server.answer(file(zip, { etag: '"a1"' }))
    const error = await failure(fetchIt({ world: { ...world, freeBytes: async () => 1000 } }))
    expect(error.message).toContain('the disk has no room for the release: 400 kB still to come, 1 kB free')
    expect(error.exitCode).toBe(1)
  })

  test('a zip packed once more on its way', async () => {
    server.answer((_, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end(zip))
    expect((await failure(fetchIt())).facts.code).toBe('packed-twice')
  })
})

describe('only http and https, and not far', () => {
  test.each(['ftp://example.org/a.zip', 'file:///etc/passwd', 'release.zip', 'https://me:secret@example.org/a.zip'])(
    '%s is no address',
    async (url) => {
      const error = await failure(fetchIt({ url }))
      expect(error.exitCode).toBe(2)
      expect(error.explain()).not.toContain('secret')
    },
  )

  test.each(['file:///etc/passwd', 'ftp://127.0.0.1/a.zip', 'http://[broken'])('no redirect to %s', async (to) => {
    server.answer(redirect(to))
    expect((await failure(fetchIt())).facts.code).toBe('bad-redirect')
  })

  test('no redirect from https to http, nor to an address with a password', () => {
    const from = new URL('https://example.org/a.zip')
    expect(() => nextAddress(from, 'http://example.org/a.zip')).toThrow('from https to http')
    expect(() => nextAddress(from, 'https://me:secret@example.org/a.zip')).toThrow('to an address with a password')
    expect(() => nextAddress(from, null)).toThrow('no address is given')
  })

  test('three redirects, not four', async () => {
    const on = redirect('/on.zip')
    server.answer(on, on, on, file(zip, { etag: '"a1"' }))
    await fetchIt()
    server.answer(on, on, on, on, file(zip))
    expect((await failure(fetchIt())).facts.code).toBe('bad-redirect')
  })
})
