import { execFile } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHandRelease } from '../hand-release/build.ts'
import { releaseFolder } from '../support/release-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'bad-input-'))
const data = join(folder, 'data')
const good = join(folder, 'good.zip')
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli', 'run.ts')

interface Ran {
  readonly code: number
  readonly out: string
  readonly talk: string
}

function opendocket(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, '--data', data, ...args],
      { env: { ...process.env, NO_COLOR: '1' } },
      (error, out, talk) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1
        resolve({ code, out, talk })
      },
    )
  })
}

/** The published release still answers, and no half-built one lies about. */
async function stillServed(): Promise<void> {
  const { out } = await opendocket('query', 'measures=pd_closures', '--json')
  expect(JSON.parse(out)).toMatchObject({ release: { id: '2012-07-synthetic' } })
  expect(readdirSync(join(data, 'building'))).toEqual([])
}

beforeAll(async () => {
  await buildHandRelease(good)
  expect((await opendocket('ingest', good)).code).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a release that cannot be read is refused with the reason, and the published one stays', () => {
  test('no such file', async () => {
    const ran = await opendocket('ingest', join(folder, 'nowhere.zip'))
    expect(ran.code).toBe(5)
    expect(ran.talk).toContain('no such file or folder')
    await stillServed()
  })

  test('not a zip', async () => {
    const path = join(folder, 'page.zip')
    writeFileSync(path, '<!doctype html><title>Not found</title>')
    const ran = await opendocket('ingest', path)
    expect(ran.code).toBe(1)
    expect(ran.talk).toContain('this is not a readable zip')
    expect(ran.talk).toContain('download it again')
    await stillServed()
  })

  test('a truncated zip', async () => {
    const path = join(folder, 'cut.zip')
    writeFileSync(path, readFileSync(good))
    truncateSync(path, 20_000)
    const ran = await opendocket('ingest', path)
    expect(ran.code).toBe(1)
    expect(ran.talk).toContain('this is not a readable zip')
    await stillServed()
  })

  test('a zip whose bytes were changed', async () => {
    const path = join(folder, 'changed.zip')
    const bytes = readFileSync(good)
    bytes.fill(0x55, 400, 900)
    writeFileSync(path, bytes)
    const ran = await opendocket('ingest', path, '--id', 'changed')
    expect(ran.code).toBe(1)
    expect(ran.talk).not.toContain('bug in opendocket')
    await stillServed()
  })

  test('a release without its two core tables', async () => {
    const path = releaseFolder(
      join(folder, 'no-core'),
      {},
      { text: (file, text) => (file.startsWith('A_TblCase') || file === 'B_TblProceeding' ? undefined : text) },
    )
    const ran = await opendocket('ingest', path, '--id', 'x')
    expect(ran.code).toBe(3)
    expect(ran.talk).toContain('A_TblCase.csv and B_TblProceeding.csv are not in it')
    await stillServed()
  })

  test('a header without a column that counts rest on', async () => {
    const path = releaseFolder(join(folder, 'no-column'), undefined, {
      header: (file, names) =>
        file === 'B_TblProceeding' ? names.map((n) => (n === 'COMP_DATE' ? 'COMPLETED' : n)) : names,
    })
    const ran = await opendocket('ingest', path, '--id', 'x')
    expect(ran.code).toBe(3)
    expect(ran.talk).toContain('the column COMP_DATE of B_TblProceeding.csv is missing, and counts rest on it')
    await stillServed()
  })

  test('an empty file', async () => {
    const path = releaseFolder(join(folder, 'empty'), undefined, {
      text: (file, text) => (file === 'tblLookupSex' ? '' : text),
    })
    const ran = await opendocket('ingest', path, '--id', 'x')
    expect(ran.code).toBe(3)
    expect(ran.talk).toContain('an empty file: tblLookupSex.csv')
    await stillServed()
  })

  test('the same id with another release', async () => {
    const path = releaseFolder(join(folder, 'other'))
    const ran = await opendocket('ingest', path, '--id', '2012-07-synthetic')
    expect(ran.code).toBe(2)
    expect(ran.talk).toContain('another release is published under this id')
    await stillServed()
  })
})

describe('a release that can be read is read, and what is odd is said', () => {
  test('a newer column is loaded as text and noted; the release needs no id when its folder has a date', async () => {
    const path = releaseFolder(join(folder, 'newer'), undefined, {
      text: (file, text) =>
        file === 'A_TblCase'
          ? text
              .replaceAll('CASEPRIORITY_CODE\r\n', 'CASEPRIORITY_CODE\tNEW_FLAG\r\n')
              .replace(/^1\t(.*)\r\n$/m, '1\t$1\tyes\r\n')
          : text,
    })
    const own = join(folder, 'own-data')
    const ran = await opendocket('ingest', path, '--data', own, '--json')
    expect(ran.code).toBe(0)
    expect(JSON.parse(ran.out)).toMatchObject({
      release: { id: '2012-07', synthetic: false },
      tables: { A_TblCase: { rows_in: 1, rows_loaded: 1 } },
    })
    expect(ran.out).toContain('a new column in A_TblCase.csv: NEW_FLAG; loaded as text')
  })
})

describe('a query that cannot be answered says why', () => {
  test.each([
    ['measures=pd_closure', 2, 'unknown measure: pd_closure', 'pd_closures'],
    ['measures=pd_closures&by=cuort', 2, 'unknown dimension: cuort', 'court'],
    ['measures=pd_closures&nationalty=MX', 2, 'unknown parameter: nationalty', 'nationality'],
    ['measures=pd_closures&court=LSO', 2, 'unknown court: LSO', 'LOS'],
    ['measures=pd_closures&court=LOS,!DEN', 2, 'a filter keeps or excludes, never both', 'court=!LOS,!DEN'],
    ['measures=pd_closures&from=2012-13', 2, 'this is no period: from=2012-13', 'FY2012'],
    ['measures=pd_closures&from=2012-06&to=2011-06', 2, 'this period ends before it begins', 'from=2011-06&to=2012-06'],
    ['measures=pending&base=2031-01-01', 2, 'lies after the release ends', '2012-06-28'],
    ['measures=pending&by=month,fiscal_year', 2, 'one dimension of time at once', 'month or fiscal_year'],
    ['measures=pending&limit=0', 2, 'this is no number for limit', 'a whole number from 1'],
    ['measures=pending&release=2031-01', 5, 'no such release: 2031-01', '2012-07-synthetic'],
    ['by=court', 2, 'a query needs at least one measure', 'measures=pd_closures&by=court'],
  ])('%s', async (query, code, message, help) => {
    const ran = await opendocket('query', query)
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.talk).toContain(message)
    expect(ran.talk).toContain(help)
  })

  test('a damaged receipt', async () => {
    const ran = await opendocket('verify', 'od1nonsense')
    expect(ran.code).toBe(2)
    expect(ran.talk).toContain('a part of it is missing or changed')
  })
})

describe('the machine is in the way', () => {
  test('a port in use', async () => {
    const taken = createServer()
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done))
    const address = taken.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const ran = await opendocket('serve', '--port', String(port))
    taken.close()
    expect(ran.code).not.toBe(0)
    expect(ran.talk).toContain(`Port ${port} is in use`)
    expect(ran.talk).toContain('--port')
  })

  test('a data directory that cannot be written', async () => {
    const file = join(folder, 'a-file')
    writeFileSync(file, '')
    const ran = await opendocket('ingest', good, '--data', join(file, 'below'))
    expect(ran.code).toBe(1)
    expect(ran.talk).toContain('the data directory cannot be written')
    expect(ran.talk).toContain('OPENDOCKET_DATA')
  })

  test('another ingest is running', async () => {
    const own = join(folder, 'locked-data')
    mkdirSync(own)
    writeFileSync(join(own, 'ingest.lock'), `${process.pid} 2026-01-01T00:00:00Z\n`)
    const ran = await opendocket('ingest', good, '--data', own)
    expect(ran.code).toBe(75)
    expect(ran.talk).toContain(`another ingest is running: process ${process.pid}`)
  })

  test('nothing is published yet', async () => {
    const own = join(folder, 'empty-data')
    mkdirSync(own)
    chmodSync(own, 0o755)
    const ran = await opendocket('query', 'measures=pending', '--data', own)
    expect(ran.code).toBe(5)
    expect(ran.talk).toContain('no release is published yet')
  })
})

describe('what a killed ingest left behind', () => {
  test('is gone after the next one, also when that has nothing to do', async () => {
    writeFileSync(join(data, 'published.json.999.new'), '{ "half')
    mkdirSync(join(data, 'building', 'half'))
    mkdirSync(join(data, 'built', '2012-07-synthetic', 'not-published'))
    mkdirSync(join(data, 'built', '2031-01', 'never-published'), { recursive: true })
    expect((await opendocket('ingest', good)).code).toBe(0)
    expect(readdirSync(data).toSorted()).toEqual(['building', 'built', 'completeness.json', 'published.json'])
    expect(readdirSync(join(data, 'built'))).toEqual(['2012-07-synthetic'])
    expect(readdirSync(join(data, 'built', '2012-07-synthetic'))).toHaveLength(1)
    await stillServed()
  })
})
