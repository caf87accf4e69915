import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { type Engine, openEngine } from '#engine'
import { attachTables, buildFolder, ingest, readPublished } from '#ingest'
import { parsePeriod, type QueryService } from '#query'
import { openDocket } from '../../src/server/docket.ts'
import { simulate } from '../../src/simulate/index.ts'
import { buildHandRelease } from '../../test/hand-release/build.ts'
import { type CheckDates, type Checked, differences, runCheck } from '../../test/support/check-query.ts'
import { asOf, caseRows, histories, otherRows, proceedingRows, tenYearsOn } from '../../test/support/histories.ts'
import { askBoth, smallRelease } from '../../test/support/tables.ts'

/** Every measure is counted twice: by the compiled query over the facts, and by its check query over the raw tables. */

interface Period {
  readonly from?: string
  readonly to?: string
  readonly since?: string
  readonly base?: string
}

/** A release that is open for both counts. */
interface Opened {
  readonly service: QueryService
  readonly engine: Engine
  readonly asOf: string
  close(): Promise<void>
}

interface Source {
  readonly name: string
  readonly open: () => Promise<Opened>
  readonly periods: readonly Period[]
}

/** Makes a release, ingests it and opens what was published. */
async function ingested(make: (out: string) => Promise<unknown>): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'check-queries-'))
  const [input, dataDir] = [join(folder, 'release.zip'), join(folder, 'data')]
  await make(input)
  const { manifest } = await ingest({ catalog, input, dataDir, acceptRepairs: true })
  const published = await readPublished(dataDir)
  if (published === undefined) throw new Error('nothing was published')
  const service = openDocket({ dataDir, fast: true })
  const reference = openDocket({ dataDir, fast: false })
  askBoth(service, reference)
  const engine = await openEngine({ path: ':memory:' })
  await attachTables(engine, buildFolder(dataDir, published, published.current), catalog.tables.values())
  const close = async (): Promise<void> => {
    engine.close()
    await service.close()
    await reference.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { service, engine, asOf: manifest.release.as_of, close }
}

const sample = (seed: number, dirt: number): Source => ({
  name: `sample of seed ${seed}, dirt ${dirt}`,
  open: () => ingested((out) => simulate({ out, scenario: 'sample', cases: 2000, seed, dirt })),
  periods: [
    {},
    { from: 'FY2012', to: 'FY2015', since: '2011-10-01' },
    { from: '2022-03-05', to: '2024-11-17', since: '2016-02-29', base: '2020-12-31' },
    { to: '2001-06' },
  ],
})

/** Rows at random: overlaps, same days, ends before starts, missing dates, every code. */
const random = (seed: number): Source => ({
  name: `random release of seed ${seed}`,
  open: async () => {
    const [list = []] = fc.sample(histories({ min: 400, max: 400 }), { seed, numRuns: 1 })
    const rows = proceedingRows(list)
    const twins = rows.filter((_, i) => i % 17 === 0).map((row) => ({ ...row, comp: '', court: 'BAL' }))
    return {
      ...(await smallRelease([...rows, ...twins], { cases: caseRows(list), others: otherRows(list), asOf })),
      asOf,
    }
  },
  periods: [
    {},
    { from: '2011-12', to: '2012-03-09', since: '2012-01-15', base: '2012-01-04' },
    { to: '2012-02', base: '2012-02-29' },
  ],
})

/** Random rows of the years in which discretion left no mark. */
const unmarked: Source = {
  name: 'random release of 2022',
  open: async () => {
    const [list = []] = fc.sample(histories({ min: 300, max: 300 }), { seed: 3, numRuns: 1 })
    const others = Object.fromEntries(Object.entries(otherRows(list)).map(([id, rows]) => [id, tenYearsOn(rows)]))
    const cases = tenYearsOn(caseRows(list))
    return {
      ...(await smallRelease(tenYearsOn(proceedingRows(list)), { cases, others, asOf: '2022-06-28' })),
      asOf: '2022-06-28',
    }
  },
  periods: [{}, { from: '2021-12', to: '2022-03-09' }],
}

const sources: readonly Source[] = [
  {
    name: 'release typed by hand',
    open: () => ingested(buildHandRelease),
    periods: [
      {},
      { from: '2011-10', to: '2012-03-28' },
      { from: '2012-05', to: '2012-05', since: '2012-02-10', base: '2011-12-31' },
      { to: '2011-09' },
      { from: '2012', to: '2012', base: '2012-06-28' },
    ],
  },
  sample(1, 0),
  sample(2, 0.02),
  sample(3, 0.1),
  random(1),
  random(2),
  unmarked,
]

/** Whether two counts say that the release holds something. */
function counted(checked: Checked): boolean {
  return Object.values(checked).some((v) => v !== null && v !== 0)
}

/** Measures that counted something on some release. */
const seenSomewhere = new Set<string>()

describe.each(sources)('on a $name', ({ name, open, periods }) => {
  let opened: Opened
  const seen = new Set<string>()

  beforeAll(async () => {
    opened = await open()
  })

  afterAll(async () => {
    for (const id of seen) seenSomewhere.add(id)
    await opened.close()
  })

  function datesOf(period: Period): CheckDates {
    const { asOf } = opened
    const to = period.to === undefined ? asOf : parsePeriod(period.to, 'to').last
    const since = period.since ?? '2011-10-01'
    return {
      from: period.from === undefined ? '0001-01-01' : parsePeriod(period.from, 'from').first,
      to: to > asOf ? asOf : to,
      since,
      base: period.base ?? '2011-09-30',
      as_of: asOf,
    }
  }

  test.each([...catalog.measures.values()])('$id', async (measure) => {
    for (const period of periods) {
      // Without `base` it is the day before `since`, which is the start of the program in the periods that leave it out.
      const words = Object.entries({ ...period, base: datesOf(period).base }).map(([k, v]) => `${k}=${v}`)
      const query = [`measures=${measure.id}`, ...words].join('&')
      const checked = await runCheck(opened.engine, measure.id, datesOf(period))
      const whole = await opened.service.run(query)
      const byCourt = await opened.service.run(`${query}&by=court`)
      const rows = new Map(byCourt.rows.map((row) => [String(row['court']), row]))
      const courts = new Set([...rows.keys(), ...checked.byCourt.keys()])
      const found = [
        ...differences(measure, whole.rows[0], checked.all),
        ...[...courts].flatMap((court) =>
          differences(measure, rows.get(court), checked.byCourt.get(court)).map((d) => `${court} ${d}`),
        ),
      ]
      expect(found, `${name}: ${query}`).toEqual([])
      if (counted(checked.all)) seen.add(measure.id)
    }
  })
})

test('every measure was seen to count something', () => {
  expect([...catalog.measures.keys()].filter((id) => !seenSomewhere.has(id))).toEqual([])
})
