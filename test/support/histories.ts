import fc from 'fast-check'
import type { TextRow } from './tables.ts'

/** A stretch of a case as it may stand in a release; '' is an empty cell. */
export interface Stretch {
  readonly osc: string
  readonly input: string
  readonly comp: string
  readonly dec: string
  readonly other: string
  readonly court: string
  readonly loc: string
  readonly nat: string
  readonly type: string
  readonly custody: string
  /** Settles ties; unlike the others in its release. */
  readonly id: number
}

/** One case: its stretches in any order, and whether its own row is there. */
export interface History {
  readonly hasRow: boolean
  readonly stretches: readonly Stretch[]
}

/** The as-of date of every random release. */
export const asOf = '2012-06-28'
const firstDay = Date.UTC(2011, 10, 1)
const lastDay = Date.UTC(2012, 6, 10)
const day = 86_400_000

/** Days are few, so that many fall together; some lie after the as-of date, some are fillers, some are missing. */
const date = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: (lastDay - firstDay) / day / 4 }).map(dateAt) },
  { weight: 1, arbitrary: fc.constantFrom('1900-01-01', '2099-12-31', '2925-03-01') },
  { weight: 2, arbitrary: fc.constant('') },
)

function dateAt(step: number): string {
  return new Date(firstDay + step * 4 * day).toISOString().slice(0, 10)
}

const ends = fc.oneof(
  { weight: 5, arbitrary: fc.record({ dec: fc.constantFrom(...'XVTIURGDAEZO'), other: fc.constant('') }) },
  { weight: 6, arbitrary: fc.record({ dec: fc.constant(''), other: fc.constantFrom(...'CTXYMABKPHFO') }) },
  { weight: 1, arbitrary: fc.record({ dec: fc.constantFrom('X', 'I'), other: fc.constantFrom('C', 'F', 'X', 'A') }) },
  { weight: 1, arbitrary: fc.constant({ dec: '', other: '' }) },
)

const stretch = fc
  .record({
    osc: date,
    input: date,
    comp: fc.oneof({ weight: 3, arbitrary: date }, { weight: 1, arbitrary: fc.constant('') }),
    end: ends,
    court: fc.constantFrom('LOS', 'DEN', 'NYC', ''),
    loc: fc.constantFrom('AAA', 'BBB', ''),
    nat: fc.constantFrom('MX', 'CH', ''),
    type: fc.constantFrom('RMV', 'DEP', 'AOC', 'CFR', 'MAA'),
    custody: fc.constantFrom('D', 'N', 'R', ''),
  })
  .map(({ end, ...rest }) => ({ ...rest, ...end }))

/** Cases with starts, moves, closures, overlaps, ends before starts, same days and missing dates. */
export const histories = (cases: { readonly min: number; readonly max: number }): fc.Arbitrary<History[]> =>
  fc
    .array(
      fc.record({
        hasRow: fc.oneof({ weight: 9, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
        stretches: fc.array(stretch, { minLength: 1, maxLength: 4 }),
      }),
      { minLength: cases.min, maxLength: cases.max },
    )
    .chain((list) => {
      const count = list.reduce((n, h) => n + h.stretches.length, 0)
      const ids = fc.shuffledSubarray(
        Array.from({ length: count }, (_, i) => i + 5),
        { minLength: count },
      )
      return ids.map((order) => {
        let at = 0
        return list.map((h) => ({ ...h, stretches: h.stretches.map((s) => ({ ...s, id: order[at++] ?? 0 })) }))
      })
    })

/** The proceedings of these cases as a text table. Cases are numbered from 1. */
export function proceedingRows(list: readonly History[]): TextRow[] {
  return list.flatMap(({ stretches }, i) =>
    stretches.map(({ id, ...rest }) => ({ proceeding: String(id), case: String(i + 1), ...rest })),
  )
}

/** The case rows of these cases. */
export function caseRows(list: readonly History[]): TextRow[] {
  return list.flatMap(({ hasRow }, i) => (hasRow ? [{ case: String(i + 1), nat: 'GT', type: 'RMV' }] : []))
}
