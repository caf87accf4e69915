import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Measure } from '#catalog'
import { catalog } from '#definitions'
import { type Engine, openEngine } from '#engine'
import { attachTables, buildFolder, ingest, readPublished } from '#ingest'
import { lastDayOf, parsePeriod, parseQuery, printQuery, type Query, type QueryService, type Result } from '#query'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'
import { type CheckDates, differences } from '../support/check-query.ts'
import { keyedDimensions, keyOfRow, prepareKeyedChecks, runKeyedCheck, timeIsParts } from '../support/keyed-checks.ts'
import { type QuerySource, queryGenerator, querySource, randomQueries } from '../support/random-queries.ts'
import { random, sayTrials, seed, trials } from '../support/soak.ts'

/** The compiled query equals the check query, whatever is asked: any measure, dimensions, filters and period. */

const isSoak = process.env['OPENDOCKET_SOAK'] === '1'
const sample = join(import.meta.dirname, '../../sample/sample.zip')

interface Release {
  readonly name: string
  readonly zip: (folder: string) => Promise<string>
  readonly queries: number
}

async function simulated(folder: string, scenario: 'july-2012' | 'national', cases?: number): Promise<string> {
  const out = join(folder, `${scenario}.zip`)
  await simulate({ out, scenario, seed: 1, ...(cases !== undefined && { cases }) })
  return out
}

const releases: readonly Release[] = [
  { name: 'sample', zip: async () => sample, queries: trials(2000) },
  ...(isSoak
    ? ([
        { name: 'july-2012', zip: (folder) => simulated(folder, 'july-2012'), queries: 2000 },
        { name: 'national, a tenth', zip: (folder) => simulated(folder, 'national', 1_280_000), queries: 2000 },
      ] satisfies Release[])
    : []),
]

function datesOf(query: Query, asOf: string, period: string | undefined): CheckDates {
  const last = query.to === undefined ? asOf : parsePeriod(query.to, 'to').last
  const to = last > asOf ? asOf : last
  const from = query.from === undefined ? '0001-01-01' : parsePeriod(query.from, 'from').first
  const dates = { since: query.since ?? '2011-10-01', base: query.base ?? '2011-09-30', as_of: asOf }
  if (period === undefined) return { ...dates, from, to }
  const { first } = parsePeriod(period, 'period')
  return { ...dates, from: first < from ? from : first, to: lastDayOf(period, to) }
}

describe.each(releases)('on $name', ({ zip, queries }) => {
  let folder: string
  let service: QueryService & { close(): Promise<void> }
  let source: QuerySource
  let engine: Engine

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'random-queries-'))
    await ingest({ catalog, input: await zip(folder), dataDir: folder, acceptRepairs: true })
    service = openDocket({ dataDir: folder })
    source = await querySource(service)
    const published = await readPublished(folder)
    if (published === undefined) throw new Error('nothing was published')
    engine = await openEngine({ path: ':memory:' })
    await attachTables(engine, buildFolder(folder, published, published.current), catalog.tables.values())
    await prepareKeyedChecks(engine)
  }, 3_600_000)

  afterAll(async () => {
    engine.close()
    await service.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('random queries are answered, and read back as they are printed', { timeout: 3_600_000 }, async () => {
    const asked = randomQueries(queries, seed, source)
    expect(asked).toEqual(randomQueries(queries, seed, source))
    for (const query of asked) {
      const text = printQuery(query)
      expect(printQuery(parseQuery(text, catalog)), text).toBe(text)
      const { rows, row_count } = await service.run(query)
      expect(row_count, text).toBeGreaterThanOrEqual(rows.length)
    }
  })

  /** Where answer and check differ in one period, or in all of it. */
  async function compared(
    measure: Measure,
    query: Query,
    answer: Result,
    period: string | undefined,
  ): Promise<string[]> {
    const across = query.by.filter((id) => catalog.dimensions.get(id)?.kind === 'code')
    const time = query.by.find((id) => catalog.dimensions.get(id)?.kind === 'time')
    const checked = await runKeyedCheck(engine, measure, query, datesOf(query, source.last, period), catalog)
    const its = answer.rows.filter((row) => period === undefined || row[time ?? ''] === period)
    const rows = new Map(its.map((row) => [keyOfRow(row, across), row]))
    return [...new Set([...rows.keys(), ...checked.keys()])].flatMap((key) =>
      differences(measure, rows.get(key), checked.get(key)).map((d) => `${period ?? ''} ${key} ${d}`),
    )
  }

  test('the compiled query equals the check query of every measure', { timeout: 24 * 3_600_000 }, async () => {
    const measures = [...catalog.measures.values()]
    const next = random(seed)
    sayTrials('compiled and checked queries', queries)
    let cells = 0
    for (let i = 0; i < queries; i++) {
      const measure = measures[(seed + i) % measures.length]
      if (measure === undefined) continue
      const draw = queryGenerator(seed + i, source, {
        measures: [measure.id],
        dimensions: keyedDimensions(measure, catalog),
        mostMeasures: 1,
        shapes: false,
      })
      const drawn = draw()
      const time = drawn.by.find((id) => catalog.dimensions.get(id)?.kind === 'time')
      const query = timeIsParts(measure, catalog) ? drawn : { ...drawn, by: drawn.by.filter((id) => id !== time) }
      // Without `base` it would be the day before `since`.
      const exact = { ...query, base: query.base ?? '2011-09-30' }
      const answer = await service.run(exact)
      const periods = time !== undefined && query.by.includes(time) ? answer.rows.map((row) => String(row[time])) : []
      const shown = [...new Set(periods)]
      const chosen = shown.length === 0 ? [undefined] : [shown[Math.floor(next() * shown.length)]]
      for (const period of chosen) expect(await compared(measure, exact, answer, period), printQuery(exact)).toEqual([])
      cells += answer.rows.length
    }
    expect(cells).toBeGreaterThan(queries)
  })
})
