import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { OpendocketError } from '#errors'
import { type SmallRelease, smallRelease, table } from '../../test/support/tables.ts'

const proceedings = `
  proceeding  case  input       comp        dec  other  court  loc  nat  type
  1           1     2011-01-05  2012-03-05  .    Y      LOS    LAD  MX   RMV
  2           2     2011-01-05  2012-03-06  X    .      LOS    LAD  MX   RMV
  3           3     2011-02-05  2012-03-07  .    Y      DEN    DEN  GT   DEP
  4           4     2011-03-05  .           .    .      DEN    DEN  CH   RMV
  5           5     2012-05-05  .           .    .      NYC    NYC  CH   RMV`

let release: SmallRelease
beforeAll(async () => {
  release = await smallRelease(proceedings)
})
afterAll(() => release.close())

test('a filter keeps its members, `!` all others, `*` any case type', async () => {
  expect(await release.ask('measures=closures&by=court&court=LOS,NYC')).toEqual(table('court closures\nLOS 2'))
  expect(await release.ask('measures=closures&by=court&court=!LOS')).toEqual(table('court closures\nDEN 1'))
  expect(await release.ask('measures=closures&by=closure_type&closure_type=*.O.Y')).toEqual(
    table(`
      closure_type  closures
      DEP.O.Y       1
      RMV.O.Y       1`),
  )
})

test('sorting, limit and totals: totals are over all rows, before the limit', async () => {
  const result = await release.service.run('measures=filings&by=court&sort=-filings&limit=1&totals=1')
  expect(result.rows).toEqual([{ court: 'DEN', filings: 2 }])
  expect(result.row_count).toBe(3)
  expect(result.totals).toEqual({ filings: 5 })
})

test('`largest` keeps the members with the largest base', async () => {
  expect(await release.ask('measures=filings&by=court,nationality&largest=1')).toEqual(
    table(`
      court  nationality  filings
      LOS    MX           2`),
  )
})

test('a stock cut by what it has not is not applicable', async () => {
  expect((await release.ask('measures=pending&by=closure_type')).map((r) => r['pending'])).toEqual(['not_applicable'])
  const rows = await release.ask('measures=closures,pending&by=pd')
  expect(rows.map((r) => r['pending'])).toEqual(['not_applicable', 'not_applicable'])
})

test('a `to` after the as-of date is cut there, and the answer says so', async () => {
  const result = await release.service.run('measures=filings&to=2013')
  expect(result.origin.to).toBe('2012-06-28')
  expect(result.notes.map((n) => n.code)).toContain('cut_at_as_of')
})

test('a receipt finds the same numbers again, and names one cell', async () => {
  const { receipt } = await release.service.run('measures=filings&by=court')
  expect(await release.service.verify(receipt)).toMatchObject({ verdict: 'match' })
  expect(await release.service.verify(`${receipt}#0,filings`)).toMatchObject({ verdict: 'match', value: 2 })
})

const words = ['filings', 'closures', 'pending', 'days_waiting', 'pd_share_of_backlog', 'pd_closures_cumulative']
const periods = [
  '2012',
  'FY2012',
  '2012-02',
  '2012-02-29',
  '2011',
  '1999',
  '0000',
  '0001',
  '9999',
  'FY0000',
  'FY0001',
  'FY9999',
  '0000-01',
]
const days = ['2011-10-01', '2012-06-28', '0000-01-01', '0001-01-01', '1900-01-01', '9999-12-31', '1949-12-31']
const part = fc.oneof(
  fc.tuple(fc.constantFrom('from', 'to'), fc.constantFrom(...periods)),
  fc.tuple(fc.constantFrom('since', 'base'), fc.constantFrom(...days)),
  fc.tuple(
    fc.constant('by'),
    fc.constantFrom('court', 'court,fiscal_year', 'calendar_year', 'closure_type', 'pd,nationality'),
  ),
  fc.tuple(
    fc.constantFrom('court', 'closure_type', 'nationality'),
    fc.constantFrom('LOS', "L'OS", '*.O.Y', '*.', '%', 'none', '!MX', ''),
  ),
  fc.tuple(fc.constantFrom('largest', 'min', 'limit', 'totals'), fc.constantFrom('1', '2', '0')),
  fc.tuple(fc.constant('sort'), fc.constantFrom('court', '-filings', 'pending', '')),
)
const asked = fc.tuple(
  fc.subarray(words, { minLength: 1, maxLength: 2 }),
  fc.uniqueArray(part, { selector: ([k]) => k, maxLength: 5 }),
)

test('whatever is asked is answered, or refused with an error that is written for its reader', () =>
  fc.assert(
    fc.asyncProperty(asked, async ([measures, parts]) => {
      const text = `measures=${measures.join(',')}&${parts.map(([k, v]) => `${k}=${encodeURIComponent(v)}`).join('&')}`
      try {
        const { rows } = await release.service.run(text)
        expect(Array.isArray(rows)).toBe(true)
      } catch (error) {
        expect(error, text).toBeInstanceOf(OpendocketError)
      }
    }),
    { numRuns: 500 },
  ))
