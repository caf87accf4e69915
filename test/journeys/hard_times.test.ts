import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { OpendocketError } from '#errors'
import { type IngestOptions, ingest, readPublished, takeLock } from '#ingest'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'
import { buildHandRelease } from '../hand-release/build.ts'
import { releaseFolder } from '../support/release-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'hard-times-'))
const base = join(folder, 'base')
const data = join(folder, 'data')
const next = join(folder, 'next.zip')
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli', 'run.ts')
const question = 'measures=filings,closures,pending&by=court'
let before = ''

beforeAll(async () => {
  const hand = join(folder, 'before.zip')
  await buildHandRelease(hand)
  await ingest({ catalog, input: hand, dataDir: base, acceptRepairs: true })
  before = await answer(base)
  await simulate({ out: next, scenario: 'sample', seed: 5, cases: 4000 })
}, 120_000)
beforeEach(() => {
  rmSync(data, { recursive: true, force: true })
  cpSync(base, data, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function answer(dataDir: string): Promise<string> {
  const service = openDocket({ dataDir, cache: 0 })
  try {
    return JSON.stringify((await service.run(question)).rows)
  } finally {
    await service.close()
  }
}

/** What was published is served as ever, and nothing of the ingest stays. */
async function expectUntouched(): Promise<void> {
  expect(await answer(data)).toBe(before)
  expect(readdirSync(join(data, 'building'))).toEqual([])
  expect(readdirSync(join(data, 'built'))).toEqual(['2012-07-synthetic'])
  expect(readdirSync(data)).not.toContain('ingest.lock')
}

async function failure(work: Promise<unknown>): Promise<OpendocketError> {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (raised: unknown) => raised,
  )
  if (error instanceof OpendocketError) return error
  throw error
}

function run(input: string, more: Partial<IngestOptions> = {}): Promise<unknown> {
  return ingest({ catalog, input, dataDir: data, id: 'next', acceptRepairs: true, ...more })
}

interface Running {
  readonly child: ChildProcess
  readonly talk: () => string
}

function start(): Running {
  const child = spawn(process.execPath, [cli, 'ingest', next, '--data', data], { stdio: ['ignore', 'ignore', 'pipe'] })
  let talk = ''
  child.stderr?.on('data', (text: Buffer) => {
    talk += text.toString()
  })
  return { child, talk: () => talk }
}

describe('Ctrl-C ends an ingest at once and leaves nothing, at every stage', () => {
  test.each([
    ['Taking the checksum', 'SIGINT'],
    ['Reading the tables', 'SIGINT'],
    ['Building facts', 'SIGINT'],
    ['Building facts', 'SIGTERM'],
  ] as const)('%s: %s', async (stage, signal) => {
    const { child, talk } = start()
    const ended = once(child, 'close')
    while (!talk().includes(stage) && child.exitCode === null) await sleep(2)
    const began = performance.now()
    child.kill(signal)
    const [code] = await ended
    expect([code, talk()]).toEqual([130, expect.stringContaining('Stopped. Nothing half-done stays.')])
    expect(performance.now() - began).toBeLessThan(20_000)
    await expectUntouched()
  })
})

describe('a release that changes while it is read is not published', () => {
  /** Does something when the reading begins. */
  const whenReading = (change: () => void): Partial<IngestOptions> => {
    let done = false
    return {
      onEvent: ({ stage }) => {
        if (stage !== 'check' || done) return
        done = true
        change()
      },
    }
  }

  test('a zip that grows', async () => {
    const copy = join(folder, 'grows.zip')
    cpSync(next, copy)
    const error = await failure(
      run(
        copy,
        whenReading(() => appendFileSync(copy, 'more')),
      ),
    )
    expect(error.message).toContain('the release was changed while it was read')
    expect(error.exitCode).toBe(75)
    await expectUntouched()
  })

  test('a zip that is replaced by one of the same size and time', async () => {
    const copy = join(folder, 'replaced.zip')
    cpSync(next, copy)
    const time = new Date(1_700_000_000_000)
    utimesSync(copy, time, time)
    const replace = (): void => {
      rmSync(copy)
      cpSync(next, copy)
      utimesSync(copy, time, time)
    }
    expect((await failure(run(copy, whenReading(replace)))).facts.code).toBe('release-changed')
    await expectUntouched()
  })

  test('a file of a folder', async () => {
    const input = releaseFolder(join(folder, 'changing'))
    const file = join(input, 'EOIR Case Data 2012-0702', 'EOIR Case Data', 'tblLookupSex.csv')
    const error = await failure(
      run(
        input,
        whenReading(() => writeFileSync(file, 'other\r\n')),
      ),
    )
    expect(error.facts.code).toBe('release-changed')
    await expectUntouched()
  })
})

describe('what the machine cannot give is named', () => {
  test('memory: what to do is said', async () => {
    const large = join(folder, 'large.zip')
    await simulate({ out: large, scenario: 'sample', seed: 5, cases: 60_000 })
    const error = await failure(run(large, { memory: '64MB' }))
    expect(error.message).toContain('the memory did not suffice: --memory 64MB')
    expect(error.explain()).toContain('give more with --memory, such as --memory 4GB')
    await expectUntouched()
  }, 120_000)

  test.each([
    [{ memory: 'much' }, 'this is no amount of memory: much'],
    [{ memory: '1KB' }, 'from 64MB'],
    [{ asOf: '2012-02-31' }, 'this is no date: 2012-02-31'],
    [{ asOf: '0000-00-00' }, 'this is no date'],
  ])('%o', async (options, said) => {
    const error = await failure(run(next, options))
    expect(error.exitCode).toBe(2)
    expect(error.explain()).toContain(said)
  })

  test.each(['0', '-1', 'two', '1.5', '100'])('--threads %s', async (threads) => {
    const child = spawn(process.execPath, [cli, 'ingest', next, '--data', data, '--threads', threads], {
      stdio: 'ignore',
    })
    expect((await once(child, 'close'))[0]).toBe(2)
  })
})

describe('what says what is published', () => {
  test('when it cannot be understood, nothing is removed', async () => {
    writeFileSync(join(data, 'published.json'), '{ "current": ')
    const error = await failure(run(next))
    expect(error.message).toContain('this file cannot be understood')
    expect(error.facts.hint).toContain('backup')
    expect(readdirSync(join(data, 'built', '2012-07-synthetic'))).toHaveLength(1)
  })

  test('when it cannot be read, nothing is removed', async () => {
    rmSync(join(data, 'published.json'))
    // Reading a folder as a file fails like a disk that cannot be read, for root too.
    cpSync(join(data, 'building'), join(data, 'published.json'), { recursive: true })
    await expect(run(next)).rejects.toThrow()
    expect(readdirSync(join(data, 'built', '2012-07-synthetic'))).toHaveLength(1)
  })
})

describe('the lock', () => {
  const path = join(data, 'ingest.lock')

  test.each([
    ['that was left empty', ''],
    ['that names no process', 'nobody\n'],
    ['that names all processes', '0 2026-01-01T00:00:00Z\n'],
    ['of a process that is gone', '999999999 2026-01-01T00:00:00Z\n'],
    ['of an earlier process under a number that is used again', '1 2026-01-01T00:00:00Z another-boot/1\n'],
  ])('%s is taken over', async (_, text) => {
    writeFileSync(path, text)
    const unlock = await takeLock(path)
    expect(readdirSync(data).filter((name) => name.startsWith(basename(path)))).toEqual([basename(path)])
    unlock()
    expect(readdirSync(data)).not.toContain(basename(path))
  })

  test('of a process that works is not', async () => {
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
    writeFileSync(path, `${child.pid} 2026-01-01T00:00:00Z\n`)
    const error = await failure(takeLock(path))
    expect(error.exitCode).toBe(75)
    child.kill()
  })
})

test('a release that counts rows of a table that it lacks is held back; an unknown table is named', async () => {
  const without = (count: string): string => {
    const input = releaseFolder(join(folder, `lacks-${count}`), undefined, {
      text: (file, text) => (file === 'tbl_schedule' ? undefined : text),
    })
    const inside = join(input, 'EOIR Case Data 2012-0702')
    writeFileSync(join(inside, 'Count.txt'), `A_TblCase\t1\r\ntbl_schedule\t${count}\r\n`)
    writeFileSync(join(inside, 'tblNew.csv'), 'A\tB\r\n1\t2\r\n')
    return input
  }
  const error = await failure(run(without('47614429')))
  expect(error.message).toContain('tbl_schedule.csv is not in this release, though its Count.txt says 47614429 rows')
  expect(error.exitCode).toBe(3)
  await expectUntouched()
  const { manifest } = await ingest({ catalog, input: without('0'), dataDir: data, id: 'next' })
  expect(manifest.checks.map((check) => check.message)).toContain(
    'a file of the release that no table is defined for: tblnew.csv; it was not read',
  )
  expect(Object.keys((await readPublished(data))?.releases ?? {})).toContain('next')
})

test('a column that counts rest on and that cannot be read holds the release back', async () => {
  const rows = Array.from({ length: 300 }, (_, n) => ({
    IDNPROCEEDING: `${n + 1}`,
    IDNCASE: '1',
    INPUT_DATE: '05/01/2012',
    BASE_CITY_CODE: 'LOS',
  }))
  const input = releaseFolder(join(folder, 'dates'), {
    A_TblCase: [{ IDNCASE: '1', NAT: 'MX' }],
    B_TblProceeding: rows,
  })
  const error = await failure(run(input, { asOf: '2012-06-28' }))
  expect(error.message).toContain(
    '300 of 300 cells of INPUT_DATE in B_TblProceeding.csv hold something that the column cannot hold',
  )
  await expectUntouched()
})
