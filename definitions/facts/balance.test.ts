import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalog } from '#definitions'
import { balanceOf } from '#query'
import { caseRows, type History, histories, proceedingRows } from '../../test/support/histories.ts'
import { standing, transitions } from '../../test/support/replay.ts'
import { type SmallRelease, smallRelease, type TextRow } from '../../test/support/tables.ts'

/** Properties of whatever cases a release holds: overlaps, same days, ends before starts, missing dates, every code. */

const runs = { numRuns: 15, seed: 20_120_628 }
const cases = histories({ min: 1, max: 80 })
const days = fc.tuple(day(), day()).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)))

function day(): fc.Arbitrary<string> {
  return fc
    .integer({ min: 0, max: 245 })
    .map((n) => new Date(Date.UTC(2011, 9, 28) + n * 86_400_000).toISOString().slice(0, 10))
}

async function withCases<T>(list: readonly History[], use: (release: SmallRelease) => Promise<T>): Promise<T> {
  const release = await smallRelease(proceedingRows(list), { cases: caseRows(list) })
  try {
    return await use(release)
  } finally {
    await release.close()
  }
}

async function number(release: SmallRelease, measure: string, period: string): Promise<number> {
  const [row] = await release.ask(`measures=${measure}&${period}`)
  return Number(row?.[measure])
}

function dayAfter(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
}

test('pending now = pending before + filings + reopened + recalendared − exits to completed − exits to inactive', () =>
  fc.assert(
    fc.asyncProperty(cases, days, (list, [from, to]) =>
      withCases(list, async (release) => {
        const count = (before: Parameters<typeof transitions>[3], after: Parameters<typeof transitions>[4]) =>
          transitions(list, from, to, before, after)
        const before = await number(release, 'pending', `to=${from}`)
        const now = await number(release, 'pending', `to=${to}`)
        const filings = from === to ? 0 : await number(release, 'filings', `from=${dayAfter(from)}&to=${to}`)
        const reopened = count(['completed'], ['pending'])
        const recalendared = count(['inactive'], ['pending'])
        const exits = count(['pending'], ['completed', 'inactive'])
        expect(now).toBe(before + filings + reopened + recalendared - exits)
      }),
    ),
    runs,
  ))

test('every balance of the catalog leaves no residue, in the whole and at every court and location', () =>
  fc.assert(
    fc.asyncProperty(cases, days, (list, [from, to]) =>
      withCases(list, async ({ service }) => {
        for (const balance of catalog.balances) {
          for (const by of [undefined, ...balance.across]) {
            const lines = await balanceOf(service, balance, { from, to, ...(by !== undefined && { by }) })
            expect(lines.filter((line) => line.residue !== 0)).toEqual([])
          }
        }
      }),
    ),
    runs,
  ))

test('what stands on a day, and where, is what the events of each case leave it as', () =>
  fc.assert(
    fc.asyncProperty(cases, day(), (list, on) =>
      withCases(list, async (release) => {
        for (const status of ['pending', 'inactive']) {
          const expected: Record<string, number> = {}
          for (const history of list) {
            const step = standing(history, on)
            if (step?.after !== status) continue
            const { court, loc } = step.at
            const place = loc === '' ? 'none' : `${court === '' ? 'none' : court}.${loc}`
            expected[place] = (expected[place] ?? 0) + 1
          }
          const rows = await release.ask(`measures=${status}&by=hearing_location&to=${on}`)
          const ours = Object.fromEntries(
            rows.filter((r) => r[status] !== '0').map((r) => [r['hearing_location'], Number(r[status])]),
          )
          expect(ours).toEqual(expected)
        }
      }),
    ),
    runs,
  ))

test('a stock by month is the stock asked for at each month end alone', () =>
  fc.assert(
    fc.asyncProperty(cases, fc.constantFrom('', '&court=LOS', '&nationality=!MX'), (list, filter) =>
      withCases(list, async (release) => {
        const measures = 'measures=pending,inactive'
        const series = await release.ask(`${measures}&by=month,court&from=2011-11&to=2012-06${filter}`)
        const alone: TextRow[] = []
        for (const month of ['2011-11', '2011-12', '2012-01', '2012-02', '2012-03', '2012-04', '2012-05', '2012-06']) {
          const rows = await release.ask(`${measures}&by=court&to=${month}${filter}`)
          alone.push(...rows.map(({ court = '', ...rest }) => ({ month, court, ...rest })))
        }
        const something = (r: TextRow): boolean => r['pending'] !== '0' || r['inactive'] !== '0'
        expect(series.filter(something)).toEqual(alone.filter(something))
      }),
    ),
    runs,
  ))

test('the rows of a flow add up to its total, whatever it is cut by', () =>
  fc.assert(
    fc.asyncProperty(
      cases,
      fc.constantFrom(
        'month',
        'fiscal_year',
        'court',
        'hearing_location',
        'nationality',
        'case_type',
        'custody',
        'represented',
      ),
      fc.constantFrom('court', 'nationality', ''),
      (list, first, second) =>
        withCases(list, async (release) => {
          const by = [...new Set([first, second].filter((d) => d !== ''))].join(',')
          for (const measure of ['filings', 'closures', 'completions']) {
            const rows = await release.ask(`measures=${measure}&by=${by}`)
            const sum = rows.reduce((n, row) => n + Number(row[measure]), 0)
            expect(sum).toBe(await number(release, measure, ''))
          }
        }),
    ),
    runs,
  ))

test('outcomes, closure types and PD cut all closures without rest or overlap', () =>
  fc.assert(
    fc.asyncProperty(cases, (list) =>
      withCases(list, async (release) => {
        const total = await number(release, 'closures', '')
        for (const by of ['outcome_group', 'closure_type', 'pd']) {
          const rows = await release.ask(`measures=closures&by=${by}`)
          expect(rows.reduce((n, row) => n + Number(row['closures']), 0)).toBe(total)
        }
      }),
    ),
    runs,
  ))
