import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { type Engine, openEngine } from '#engine'
import { buildCubes, type Cubes } from '../cubes/index.ts'
import { compile } from './compile.ts'
import { accumulate, type Counts, count } from './counts.ts'
import { openCubes, startFast } from './fast.ts'
import { parseQuery } from './index.ts'
import { lastDayOf, periodsBetween } from './period.ts'
import { countBy, planOf } from './plan.ts'
import { scopeOf } from './scope.ts'

const folder = await mkdtemp(join(tmpdir(), 'days-'))
const asOf = '2020-12-15'
const info = {
  id: 'days',
  as_of: asOf,
  synthetic: true,
  sha256: '',
  first_month: '2018-01',
  published_at: '',
  provisional: [],
}
const paths = startFast({})

afterAll(async () => {
  await paths.threads.close()
  await rm(folder, { recursive: true, force: true })
})

/**
 * Facts as dirty as facts can be: starts that are missing, that come after the end, after the period, after the release;
 * spells that begin and end on neighbouring days, spells still open, courts of which one has a single row.
 */
async function dirtyFacts(rows: number): Promise<Engine> {
  const engine = await openEngine({ path: ':memory:' })
  const draw = (salt: string, most: number): string => `CAST(hash(i, '${salt}') % ${most} AS INTEGER)`
  await engine.execute(`
    CREATE SCHEMA facts;
    CREATE TYPE court AS ENUM ('DEN', 'LOS', 'NYC', 'ONE');
    CREATE TYPE pd AS ENUM ('no', 'yes');
    CREATE TYPE status AS ENUM ('inactive', 'pending');
    CREATE TABLE facts.closure AS
    SELECT i AS proceeding_id, i AS case_id, DATE '2018-01-01' + ${draw('date', 1079)} AS date,
      CASE ${draw('kind', 5)} WHEN 0 THEN NULL WHEN 1 THEN DATE '2021-02-01' ELSE date - ${draw('days', 2000)} + 40 END AS filed_date,
      CAST(CASE WHEN i = 7 THEN 'ONE' ELSE ['DEN', 'LOS', 'NYC'][1 + ${draw('court', 3)}] END AS court) AS court,
      CAST(['no', 'yes'][1 + ${draw('pd', 2)}] AS pd) AS pd, 
        'RMV' AS case_type, 'relief' AS outcome_group, 'no' AS in_absentia, false AS by_decision, false AS first_decision, false AS carried
    FROM range(${rows}) AS numbers(i);
    CREATE TABLE facts.caseload AS
    SELECT i AS case_id, CAST(['inactive', 'pending'][1 + ${draw('status', 2)}] AS status) AS status,
      date AS from_date, CASE ${draw('open', 3)} WHEN 0 THEN NULL WHEN 1 THEN date + 1 + ${draw('short', 3)} ELSE date + 1 + ${draw('long', 900)} END AS to_date,
      filed_date, court, case_type, 'yes' AS represented
    FROM (SELECT case_id AS i, * FROM facts.closure)`)
  return engine
}

/** A query answered by the cubes and by the engine, cell by cell; an answer without rows has no place in it. */
async function bothWays(
  engine: Engine,
  text: string,
  opened?: Cubes,
): Promise<{ cubes: unknown; engine: unknown; by: string[] }> {
  const scope = scopeOf(parseQuery(text, catalog), catalog, info)
  const begin = scope.from ?? `${info.first_month}-01`
  const ends = periodsBetween(begin, scope.to, scope.time?.grain ?? 'month')
  const statements = compile(
    scope,
    ends.map((period) => ({ period, last: lastDayOf(period, scope.to) })),
  )
  const cubes = opened ?? openCubes(folder, paths)
  const counter = { catalog, engine, cubes }
  const fast = await Promise.all(statements.map((s) => countBy(s, counter)))
  const slow = await Promise.all(statements.map((s) => count(engine, s)))
  if (opened === undefined) await cubes.close()
  // Changes of stocks are told from the first period asked on: what they sum up to is what must agree.
  const told = (counts: Counts): unknown[] => cells(accumulate(counts, ends))
  return { cubes: fast.map((f) => told(f.counts)), engine: slow.map(told), by: fast.map((f) => f.step.by) }
}

function cells({ values }: Counts): unknown[] {
  const all = [...values].flatMap(([key, periods]) => [...periods].map(([period, cell]) => ({ key, period, ...cell })))
  const held = all.filter((cell) => Object.values(cell).some((v) => typeof v === 'number' && v > 0))
  return held.toSorted((a, b) => (`${a.key} ${a.period}` < `${b.key} ${b.period}` ? -1 : 1))
}

const questions = [
  'measures=days_to_closure',
  'measures=days_to_closure&by=court,pd&from=2019-03-04&to=2020-05-06',
  'measures=days_to_closure&by=court,month&pd=yes',
  'measures=days_to_closure&by=fiscal_year&court=!LOS',
  'measures=days_waiting',
  'measures=days_waiting&by=court&to=2019-07-17',
  'measures=days_waiting&by=month',
  'measures=days_waiting&by=month&from=2019-05&to=2020-05-11&court=NYC',
  'measures=days_waiting&by=court,fiscal_year&court=LOS,ONE&to=2020-02',
  'measures=days_waiting&by=court,calendar_year',
  'measures=days_waiting&by=fiscal_year&from=2019-03-04',
  'measures=days_waiting&by=month&from=2020-12',
]

/** Closures whose days are known one by one: what is typical of a court whose cases have these days, negative ones too. */
const known: Readonly<Record<string, readonly (number | undefined)[]>> = {
  ONE: [17],
  TWO: [0, 1],
  TEN: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  TIE: [63, 63, 63, 64, 64, 64, 64, 64, 64, 65, 65],
  ALL: Array.from({ length: 1000 }, () => 128),
  NEG: [-1, -5],
  NIL: [undefined, undefined],
  MIX: [-3, undefined, 5],
  OLD: [43_000, 511, 512],
}

async function knownFacts(): Promise<Engine> {
  const engine = await openEngine({ path: ':memory:' })
  const rows = Object.entries(known).flatMap(([court, days]) =>
    days.map((d) => `('${court}', ${d === undefined ? 'NULL' : `DATE '2020-01-31' - (${d})`})`),
  )
  await engine.execute(`
    CREATE SCHEMA facts;
    CREATE TYPE court AS ENUM (${Object.keys(known)
      .map((court) => `'${court}'`)
      .join(', ')});
    CREATE TYPE pd AS ENUM ('no', 'yes');
    CREATE TYPE status AS ENUM ('inactive', 'pending');
    CREATE TABLE facts.closure AS
    SELECT row_number() OVER () AS proceeding_id, 1 AS case_id, DATE '2020-01-31' AS date, filed_date, CAST(court AS court) AS court,
      CAST('no' AS pd) AS pd, 'RMV' AS case_type, 'relief' AS outcome_group, 'no' AS in_absentia, false AS by_decision,
      false AS first_decision, false AS carried
    FROM (VALUES ${rows.join(', ')}) AS closures(court, filed_date);
    CREATE TABLE facts.caseload AS
    SELECT case_id, CAST('pending' AS status) AS status, date AS from_date,
      CASE WHEN proceeding_id % 2 = 0 THEN date + 90 END AS to_date, filed_date, court, case_type, 'yes' AS represented
    FROM facts.closure`)
  return engine
}

test.each([
  ['in this thread', 20_000],
  ['on threads', 120_000],
])('days of dirty facts are those of the engine, counted %s', async (_, rows) => {
  const engine = await dirtyFacts(rows)
  await buildCubes(engine, catalog, { folder, asOf, facts: ['closure', 'caseload'] })
  for (const question of questions) {
    const answer = await bothWays(engine, question)
    expect(answer.by, question).toEqual(['scan'])
    expect(answer.cubes, question).not.toEqual([[]])
    expect(answer.cubes, question).toEqual(answer.engine)
  }
  engine.close()
})

test('single rows, ties, negative and missing days, days of a century: all are those of the engine', async () => {
  const engine = await knownFacts()
  await buildCubes(engine, catalog, { folder, asOf, facts: ['closure', 'caseload'] })
  for (const question of [
    'measures=days_to_closure&by=court',
    'measures=days_to_closure',
    'measures=days_to_closure&by=month&court=TIE,NIL',
    'measures=days_waiting&by=court&to=2020-01-31',
    'measures=days_waiting&by=court,month&from=2020-01',
  ]) {
    const answer = await bothWays(engine, question)
    expect(answer.by, question).toEqual(['scan'])
    expect(answer.cubes, question).toEqual(answer.engine)
  }
  const [courts] = (await bothWays(engine, 'measures=days_to_closure&by=court')).cubes as readonly { key: string }[][]
  expect(courts?.map((c) => c.key)).toEqual(['ALL', 'MIX', 'OLD', 'ONE', 'TEN', 'TIE', 'TWO'])
  expect(courts?.[4]).toMatchObject({ days_to_closure_median: 4.5, days_to_closure_p90: 8.1, days_to_closure_n: 10 })
  engine.close()
})

test('what is asked at once is counted together, and is the same', async () => {
  const engine = await dirtyFacts(120_000)
  await buildCubes(engine, catalog, { folder, asOf, facts: ['closure', 'caseload'] })
  const cubes = openCubes(folder, paths)
  const asked = [
    ...questions,
    ...questions.map((q) => `${q}${q.includes('pd=') || q.includes('waiting') ? '' : '&pd=no'}`),
    'measures=days_to_closure&by=court&pd=yes',
    'measures=days_to_closure&pd=yes',
    'measures=pending&by=month&from=2019-05&to=2020-05-11&court=NYC',
    'measures=pending&by=court,month&from=2019-05&to=2020-05-11&court=NYC,ONE',
  ]
  const answers = await Promise.all(asked.map((question) => bothWays(engine, question, cubes)))
  answers.forEach((answer, i) => {
    expect(answer.cubes, asked[i]).not.toEqual([[]])
    expect(answer.cubes, asked[i]).toEqual(answer.engine)
  })
  await cubes.close()
  engine.close()
})

test('a count of days that breaks leaves nothing behind', async () => {
  const engine = await dirtyFacts(20_000)
  await buildCubes(engine, catalog, { folder, asOf, facts: ['closure', 'caseload'] })
  const fact = { number: -1, rows: 10, widths: [2 as const], zones: new Uint16Array(2) }
  const scan = { filters: [], needed: new Int32Array(1), panes: [{ terms: [], size: 1 }], counted: [] }
  const span = { start: 0, day: 9, days: 512 }
  const job = { ...span, filters: [], blocks: new Uint32Array(1), scans: [scan], addresses: new Map() }
  const broken = paths.threads.days((run) => run(fact, job, false))
  await expect(broken).rejects.toThrow('a column that is not in memory: 0')
  const answer = await bothWays(engine, 'measures=days_waiting&by=court,month&from=2019-05&court=NYC,ONE')
  expect(answer.by).toEqual(['scan'])
  expect(answer.cubes).toEqual(answer.engine)
  engine.close()
})

test('a start before the numbers of days leaves durations to the engine', async () => {
  const engine = await dirtyFacts(500)
  await engine.execute(`UPDATE facts.closure SET filed_date = DATE '1899-12-31' WHERE proceeding_id = 3`)
  await buildCubes(engine, catalog, { folder, asOf, facts: ['closure'] })
  const scope = scopeOf(parseQuery('measures=days_to_closure', catalog), catalog, info)
  const cubes = openCubes(folder, paths)
  const plans = await Promise.all(compile(scope, []).map((s) => planOf(s, { catalog, engine, cubes })))
  expect(plans).toEqual([{ by: 'duckdb', why: 'filed_date is not in the cube' }])
  await cubes.close()
  engine.close()
})

test('the same rows on a later day have more days', async () => {
  const engine = await openEngine({ path: ':memory:' })
  await engine.execute(`
    CREATE SCHEMA facts;
    CREATE TYPE court AS ENUM ('DEN');
    CREATE TYPE status AS ENUM ('pending');
    CREATE TABLE facts.caseload AS
    SELECT i AS case_id, CAST('pending' AS status) AS status, DATE '2018-01-01' AS from_date, CAST(NULL AS DATE) AS to_date,
      DATE '2018-01-01' - CAST(i AS INTEGER) AS filed_date, CAST('DEN' AS court) AS court, 'RMV' AS case_type, 'yes' AS represented
    FROM range(40) AS numbers(i)`)
  await buildCubes(engine, catalog, { folder, asOf, facts: ['caseload'] })
  const cubes = openCubes(folder, paths)
  for (const to of ['2018-01-02', '2020-12-01', '2018-06-01']) {
    const answer = await bothWays(engine, `measures=days_waiting&by=court&to=${to}`, cubes)
    expect(answer.cubes, to).toEqual(answer.engine)
    expect(new Set(answer.by), to).toEqual(new Set(['scan']))
  }
  await cubes.close()
  engine.close()
})
