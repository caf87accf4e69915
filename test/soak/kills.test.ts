import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { ingest, readPublished } from '#ingest'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'
import { buildHandRelease } from '../hand-release/build.ts'
import { random, sayTrials, seed, trials } from '../support/soak.ts'

const folder = mkdtempSync(join(tmpdir(), 'kills-'))
const data = join(folder, 'data')
const before = join(folder, 'before.zip')
const next = join(folder, 'next.zip')
const cli = join(import.meta.dirname, '..', '..', 'src', 'cli', 'run.ts')
const question = 'measures=filings,closures,pending&by=court'

beforeAll(async () => {
  await buildHandRelease(before)
  await simulate({ out: next, scenario: 'sample', seed: 5, cases: 4000 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Every other ingest publishes its first numbers before the whole. */
function start(twice: boolean): ChildProcess {
  const how = twice ? ['--first-numbers'] : []
  return spawn(process.execPath, [cli, 'ingest', next, ...how, '--data', data], { stdio: 'ignore' })
}

/** Asks again and again until told to stop; every answer must be one of the right ones. */
async function askMeanwhile(right: ReadonlySet<string>, stop: () => boolean): Promise<number> {
  const service = openDocket({ dataDir: data, cache: 0 })
  let answers = 0
  while (!stop()) {
    const { rows } = await service.run(question)
    expect(right.has(JSON.stringify(rows))).toBe(true)
    answers++
  }
  await service.close()
  return answers
}

test('an ingest killed at any moment leaves the published release right, and nothing after the next ingest', async () => {
  const n = trials(200)
  sayTrials('kills', n)
  const next01 = random(seed)
  await ingest({ catalog, input: before, dataDir: data, acceptRepairs: true })
  const service = openDocket({ dataDir: data, cache: 0 })
  const right = new Set([JSON.stringify((await service.run(question)).rows)])
  await service.close()
  const other = join(folder, 'other')
  await ingest({ catalog, input: next, dataDir: other })
  const reference = openDocket({ dataDir: other })
  right.add(JSON.stringify((await reference.run(question)).rows))
  await reference.close()
  const first = (await readPublished(data))?.current
  const pristine = join(folder, 'pristine')
  cpSync(data, pristine, { recursive: true })
  for (let i = 0; i < n; i++) {
    const child = start(i % 2 === 1)
    const ended = once(child, 'exit')
    let over = false
    const asking = askMeanwhile(right, () => over)
    await new Promise((done) => setTimeout(done, 300 + next01() * 3500))
    child.kill('SIGKILL')
    await ended
    over = true
    expect(await asking).toBeGreaterThan(0)
    // An ingest that came to its end would leave the next ones nothing to do.
    if ((await readPublished(data))?.current !== first) {
      rmSync(data, { recursive: true })
      cpSync(pristine, data, { recursive: true })
    }
  }
  expect((await once(start(true), 'exit'))[0]).toBe(0)
  expect(readdirSync(join(data, 'building'))).toEqual([])
  expect(readdirSync(data).toSorted()).toEqual(['building', 'built', 'completeness.json', 'ledgers', 'published.json'])
  for (const id of readdirSync(join(data, 'built'))) expect(readdirSync(join(data, 'built', id))).toHaveLength(1)
  const last = openDocket({ dataDir: data })
  expect(right.has(JSON.stringify((await last.run(question)).rows))).toBe(true)
  await last.close()
}, 3_600_000)
