import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { catalog } from '#definitions'
import { UsageError } from '#errors'
import { partnersOf, printQuery } from '#query'
import { asOf, caseRows, histories, otherRows, proceedingRows } from '../../test/support/histories.ts'
import { type QuerySource, queryGenerator, querySource } from '../../test/support/random-queries.ts'
import { seed, trials } from '../../test/support/soak.ts'
import { type SmallRelease, smallRelease } from '../../test/support/tables.ts'

let release: SmallRelease
let small: SmallRelease
let source: QuerySource

/** A release that can be counted by eye: ends of every kind, a case without a next proceeding, two that overlap. */
const proceedings = `
  proceeding  case  input       comp        dec  other  court  nat  type
  1           1     2011-01-05  2012-03-05  .    Y      LOS    MX   RMV
  2           2     2011-01-05  2012-03-06  X    .      LOS    MX   RMV
  3           3     2011-02-05  2012-03-07  .    F      DEN    GT   RMV
  4           4     2011-03-05  2012-03-08  X    .      DEN    CH   CFR
  5           5     2011-03-05  2012-03-09  .    A      DEN    CH   CFR
  6           6     2011-03-05  2012-03-10  .    C      DEN    CH   RMV
  7           7     2011-03-05  2012-05-01  X    .      NYC    CH   RMV
  8           7     2011-04-05  .           .    .      NYC    CH   RMV
  9           8     2011-03-05  2012-05-01  .    Y      NYC    CH   RMV
  10          8     2011-04-05  .           .    .      NYC    CH   RMV
  11          9     2011-04-05  .           .    .      NYC    CH   CFR`

beforeAll(async () => {
  const [list = []] = fc.sample(histories({ min: 400, max: 400 }), { seed: 5, numRuns: 1 })
  release = await smallRelease(proceedingRows(list), { cases: caseRows(list), others: otherRows(list), asOf })
  small = await smallRelease(proceedings)
  source = await querySource(release.service)
})
afterAll(async () => {
  await release.close()
  await small.close()
})

test('closures of EOIR: what is put aside, what ends without a decision, which case types', async () => {
  const { from, to, difference, rows, both } = await small.service.compare('measures=closures,closures@eoir')
  expect([from.value, to.value, difference, both]).toEqual([7, 2, -5, 2])
  expect(rows.map((r) => [r.reason, r.code ?? '', r.only_from, r.only_to])).toEqual([
    ['admin_closure', '', 3, 0],
    ['admin_closure', 'RMV.O.Y', 2, 0],
    ['admin_closure', 'CFR.O.A', 1, 0],
    ['no_decision', '', 1, 0],
    ['no_decision', 'RMV.O.F', 1, 0],
    ['case_type', '', 1, 0],
    ['case_type', 'CFR', 1, 0],
  ])
})

test('pending by the last proceeding: moved on, decided or put aside by another proceeding', async () => {
  const { from, to, rows } = await small.service.compare('measures=pending,pending@quick')
  expect([from.value, to.value]).toEqual([2, 3])
  expect(rows.filter((r) => r.code === undefined).map((r) => [r.reason, r.only_from, r.only_to])).toEqual([
    ['between_courts', 1, 0],
    ['decided_elsewhere', 0, 1],
    ['put_aside_elsewhere', 0, 1],
  ])
})

test('the other way round it is the same bridge', async () => {
  const there = await small.service.compare('measures=closures,closures@eoir&by=court')
  const back = await small.service.compare('measures=closures@eoir,closures&by=court')
  expect(back.rows.map((r) => [r.reason, r.code, r.only_to, r.only_from])).toEqual(
    there.rows.map((r) => [r.reason, r.code, r.only_from, r.only_to]),
  )
})

test('a comparison is verified by its receipt, in the whole and cell by cell', async () => {
  const { receipt } = await small.service.compare('measures=closures,closures@eoir')
  expect(await small.service.verify(receipt)).toMatchObject({ verdict: 'match' })
  expect(await small.service.verify(`${receipt}#1,only_from`)).toMatchObject({ verdict: 'match', value: 2 })
  expect(await small.service.verify(`${receipt}#totals,difference`)).toMatchObject({ verdict: 'match', value: -5 })
  await expect(small.service.verify(`${receipt}#99,only_from`)).rejects.toThrow('no such cell')
})

const rivals = [...catalog.measures.values()].flatMap((m) => (m.variantOf === undefined ? [] : [[m.variantOf, m.id]]))

test('every rival definition has a bridge to what it varies', () => {
  for (const [from = '', to = ''] of rivals) expect(partnersOf(from, catalog), `${from} to ${to}`).toContain(to)
})

const pairs = [...new Set([...rivals, ...catalog.bridges.map((b) => [b.from, b.to])].map((p) => p.join(',')))]

test.each(pairs)('rows sum to the difference whatever is filtered: %s', async (pair) => {
  const [from = '', to = ''] = pair.split(',')
  const measures = [from, to]
  const next = queryGenerator(seed + pairs.indexOf(pair), source, { measures: [from], mostMeasures: 1, shapes: false })
  let bridged = 0
  for (let i = 0; i < trials(1500); i++) {
    const query = next()
    const by = query.by.filter((id) => catalog.dimensions.get(id)?.kind === 'code').slice(0, 1)
    const text = printQuery({ ...query, measures, by })
    try {
      const found = await release.service.compare(text)
      const told = found.rows.filter((r) => r.code === undefined)
      const sum = (key: 'only_from' | 'only_to' | 'difference'): number => told.reduce((n, r) => n + r[key], 0)
      expect([sum('difference'), sum('only_from') + found.both, sum('only_to') + found.both], text).toEqual([
        found.difference,
        found.from.count,
        found.to.count,
      ])
      for (const whole of told) {
        const parts = found.rows.filter((r) => r.reason === whole.reason && r.code !== undefined)
        if (parts.length > 0)
          expect(
            parts.reduce((n, r) => n + r.difference, 0),
            text,
          ).toBe(whole.difference)
      }
      const ids = catalog.measures.get(from)?.kind === 'rate' ? measures.map((id) => `${id}_numerator`) : measures
      const [row] = (await release.service.run(printQuery({ ...query, measures, by: [] }))).rows
      expect([found.from.count, found.to.count], text).toEqual(ids.map((id) => row?.[id]))
      bridged++
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      expect(error.facts.code, text).toMatch(/^(not-applicable|nothing-to-compare)$/)
    }
  }
  expect(bridged).toBeGreaterThan(0)
})

test.each([
  ['measures=closures,closures', 'a comparison is of two measures'],
  ['measures=closures', 'a comparison is of two measures, not 1'],
  ['measures=closures,pending', 'no bridge leads from closures to pending: one counts over a period'],
  ['measures=closures,closed_cases', 'closed_cases counts different values, not rows'],
  ['measures=closures,filings', 'they count different things'],
  ['measures=pending,pending_at_base', 'they are taken on different days'],
  ['measures=days_to_closure,closures', 'a mean of days is no sum'],
  ['measures=pd_share_of_closures,pd_share_of_backlog', 'their bases differ'],
  ['measures=closures,closures@eoir&by=month', 'a comparison is told by no dimension of time'],
  ['measures=closures,closures@eoir&limit=3', 'a comparison takes no limit'],
  ['measures=pending,pending@quick&pd=yes', 'pending has no pd'],
])('%s is refused with the reason and what would do', async (query, message) => {
  const error = await small.service.compare(query).catch((e: unknown) => e)
  expect(error).toBeInstanceOf(UsageError)
  if (!(error instanceof UsageError)) return
  expect(error.message).toContain(message)
  expect(error.facts.allowed).toBeDefined()
  expect(error.facts.hint).toBeDefined()
})
