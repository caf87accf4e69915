import { type Day, dateText, day } from '../base/days.ts'
import type { World } from '../base/model.ts'
import { isPd, outcomeGroup } from '../base/outcomes.ts'
import { type Closure, type Counted, closures, type DimensionId, filings, standing, tallies } from './count.ts'
import type { Cell, Row } from './tally.ts'

/** What a release is asked for beyond what every release is asked. */
export interface Questions {
  /** Dates of the stocks, besides the as-of date. */
  readonly stocks: readonly Day[]
  /** Dates of the sums since the program began. */
  readonly cumulative: readonly Day[]
  /** A month whose days to closure are asked for. */
  readonly durations: string | undefined
  /** Whether the release has DEC_CODE I. */
  readonly terminations: boolean
}

const start = day('2011-10-01')

/** The day from which closures could be flagged. */
const first = day('2011-12-16')

/** The right answers to a list of queries, counted from the generator's own cases. */
export function cellsOf(world: World, questions: Questions): Cell[] {
  const closed = [...closures(world)]
  const pd = closed.filter(({ part }) => isPd(part.dec, part.other))
  return [
    ...flows(world, closed, pd, questions),
    ...questions.cumulative.flatMap((to) => sums(pd, to)),
    ...[...questions.stocks, world.asOf].flatMap((on) => stocks(world, on, on === world.asOf)),
    ...shares(world, closed, pd),
    ...(questions.durations === undefined ? [] : durations(closed, questions.durations)),
  ]
}

function query(measure: string, by: readonly string[], rest: string[] = []): string {
  return [`measures=${measure}`, ...(by.length === 0 ? [] : [`by=${by.join(',')}`]), ...rest].join('&')
}

function flow(
  measure: string,
  stream: readonly Closure[],
  lists: readonly (readonly DimensionId[])[],
  rest: string[] = [],
): Cell[] {
  return tallies(stream, lists).map((tally) => ({ query: query(measure, tally.by, rest), rows: tally.rows(measure) }))
}

function flows(world: World, closed: readonly Closure[], pd: readonly Closure[], { terminations }: Questions): Cell[] {
  const starts = tallies(filings(world), [
    [],
    ['fiscal_year'],
    ['month'],
    ['court'],
    ['hearing_location'],
    ['nationality'],
    ['case_type'],
  ])
  const adminPd = pd.filter(({ part }) => part.other !== '')
  return [
    ...starts.map((tally) => ({ query: query('filings', tally.by), rows: tally.rows('filings') })),
    ...flow('closures', closed, [
      [],
      ['month'],
      ['fiscal_year'],
      ['court'],
      ['nationality'],
      ['case_type'],
      ['outcome_group'],
      ['closure_type'],
      ['court', 'fiscal_year'],
    ]),
    { query: query('closed_cases', []), rows: [{ closed_cases: new Set(closed.map(({ of }) => of.id)).size }] },
    ...flow(
      'completions',
      closed.filter(({ part }) => part.dec !== ''),
      [[], ['fiscal_year']],
    ),
    ...flow('pd_closures', pd, [[], ['court'], ['nationality'], ['hearing_location'], ['closure_type'], ['month']]),
    ...flow('pd_admin_closures', adminPd, [[]]),
    ...(terminations
      ? flow(
          'pd_terminations',
          pd.filter(({ part }) => part.dec !== ''),
          [[], ['court']],
        )
      : []),
  ]
}

function sums(pd: readonly Closure[], to: Day): Cell[] {
  const upTo = pd.filter(({ on }) => on >= start && on <= to)
  return flow(
    'pd_closures_cumulative',
    upTo,
    [[], ['court'], ['nationality'], ['hearing_location'], ['closure_type']],
    [`to=${dateText(to)}`],
  )
}

function stocks(world: World, on: Day, last: boolean): Cell[] {
  const lists: DimensionId[][] = [
    [],
    ['court'],
    ['nationality'],
    ['hearing_location'],
    ['case_type'],
    ['court', 'nationality'],
  ]
  const cases = [...standing(world, on)]
  const cells = (measure: 'pending' | 'inactive', asked: DimensionId[][]) =>
    tallies(
      cases.filter(({ status }) => status === measure),
      asked,
    ).map((tally) => ({
      query: query(measure, tally.by, [`to=${dateText(on)}`]),
      rows: tally.rows(measure),
    }))
  return [...cells('pending', last ? lists : lists.slice(0, 5)), ...cells('inactive', [[], ['court']])]
}

/** Flagged closures since the program began over the cases pending the day before, and over all closures of the same period. */
function shares(world: World, closed: readonly Closure[], pd: readonly Closure[]): Cell[] {
  const base = [...standing(world, start - 1)].filter(({ status }) => status === 'pending')
  const since = pd.filter(({ on }) => on >= start)
  return [
    ...ratios(
      'pd_share_of_backlog',
      since,
      base,
      [[], ['court'], ['nationality'], ['hearing_location']],
      ['base=2011-09-30'],
    ),
    ...ratios('pd_share_of_closures', pd, closed, [['fiscal_year']]),
    ...ratios(
      'pd_share_of_closures',
      pd,
      closed.filter(({ on }) => on >= first),
      [[], ['court']],
      [`from=${dateText(first)}`],
    ),
  ]
}

/** One row a member that has both, without rounding. */
function ratios(
  measure: string,
  above: readonly Counted[],
  below: readonly Counted[],
  lists: readonly (readonly DimensionId[])[],
  rest: string[] = [],
): Cell[] {
  const bases = tallies(below, lists)
  return tallies(above, lists).map((tally, i): Cell => {
    const rows = tally.members().flatMap((members): Row[] => {
      const base = bases[i]?.count(...members) ?? 0
      return base === 0 ? [] : [{ ...tally.labelled(members), [measure]: tally.count(...members) / base }]
    })
    return { query: query(measure, tally.by, rest), rows }
  })
}

/** Mean days from filing to closure of the closures of one month: all, relief, and prosecutorial discretion. */
function durations(closed: readonly Closure[], month: string): Cell[] {
  const within = closed.filter(({ on, days }) => days !== undefined && dateText(on).startsWith(month))
  const mean = (list: readonly Closure[]) => list.reduce((sum, { days }) => sum + (days ?? 0), 0) / list.length
  const cell = (list: readonly Closure[], filter: string[]): Cell => ({
    query: query('days_to_closure', [], [...filter, `from=${month}`, `to=${month}`]),
    rows: list.length === 0 ? [] : [{ days_to_closure: mean(list) }],
  })
  return [
    cell(within, []),
    cell(
      within.filter(({ part, of }) => outcomeGroup(of.type, part.dec, part.other) === 'relief'),
      ['outcome_group=relief'],
    ),
    cell(
      within.filter(({ part }) => isPd(part.dec, part.other)),
      ['pd=yes'],
    ),
  ]
}
