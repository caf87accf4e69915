import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { ingest } from '#ingest'
import { printQuery } from '#query'
import { queryGenerator, querySource } from '../../test/support/random-queries.ts'
import { sayTrials, seed, trials } from '../../test/support/soak.ts'
import { answerOf } from '../../test/support/tables.ts'
import { openDocket } from '../server/docket.ts'

let dataDir: string
let fast: ReturnType<typeof openDocket>
let reference: ReturnType<typeof openDocket>

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'fast-paths-'))
  await ingest({ catalog, input: join(import.meta.dirname, '../../sample/sample.zip'), dataDir })
  // So little memory for columns that facts give way to one another all the time.
  fast = openDocket({ dataDir, fast: true, cache: 0, columns: 2 ** 20 })
  reference = openDocket({ dataDir, fast: false, cache: 0 })
})

afterAll(async () => {
  await fast.close()
  await reference.close()
  await rm(dataDir, { recursive: true, force: true })
})

test('random queries: counts by month and scans give what the engine gives, cell by cell', {
  timeout: 3_600_000,
}, async () => {
  const next = queryGenerator(seed, await querySource(fast), { mostBy: 2 })
  const runs = trials(12_000)
  sayTrials('random queries answered both ways', runs)
  const by = new Map<string, number>()
  for (let i = 0; i < runs; i++) {
    const query = next()
    const [one, other] = await Promise.all([fast.run(query), reference.run(query)])
    expect(answerOf(one), printQuery(query)).toEqual(answerOf(other))
    for (const { by: way } of one.plan.statements) by.set(way, (by.get(way) ?? 0) + 1)
  }
  expect(by.get('scan')).toBeGreaterThan(runs / 10)
  expect(by.get('months')).toBeGreaterThan(runs / 10)
})

test('filters that keep most rows: counting the rows that they leave out gives the same', {
  timeout: 3_600_000,
}, async () => {
  const next = queryGenerator(seed, await querySource(fast), { mostBy: 2, mostFilters: 2 })
  const runs = trials(6000)
  sayTrials('random queries with wide filters answered both ways', runs)
  let others = 0
  for (let i = 0; i < runs; i++) {
    const drawn = next()
    const query = { ...drawn, filters: drawn.filters.map((f) => ({ ...f, exclude: true })) }
    const [one, other] = await Promise.all([fast.run(query), reference.run(query)])
    expect(answerOf(one), printQuery(query)).toEqual(answerOf(other))
    others += one.plan.statements.filter(({ why }) => why.includes('filters leave out')).length
  }
  expect(others).toBeGreaterThan(0)
})

test('random durations: mean, median, 90th percentile and number are those of the engine, to the last digit', {
  timeout: 3_600_000,
}, async () => {
  const measures = [...catalog.measures.values()].filter((m) => m.kind === 'duration').map((m) => m.id)
  const next = queryGenerator(seed, await querySource(fast), { measures, mostBy: 2 })
  const runs = trials(12_000)
  sayTrials('random durations answered both ways', runs)
  let counted = 0
  let statements = 0
  for (let i = 0; i < runs; i++) {
    const query = next()
    const [one, other] = await Promise.all([fast.run(query), reference.run(query)])
    expect(answerOf(one), printQuery(query)).toEqual(answerOf(other))
    statements += one.plan.statements.length
    counted += one.plan.statements.filter(({ by }) => by === 'scan').length
  }
  expect(counted).toBeGreaterThan(statements * 0.9)
})
