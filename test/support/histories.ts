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
  readonly absentia: string
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
    type: fc.constantFrom('RMV', 'DEP', 'AOC', 'CFR', 'MAA', ''),
    absentia: fc.constantFrom('Y', 'N', ''),
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
  return list.flatMap(({ hasRow }, i) =>
    hasRow ? [{ case: String(i + 1), nat: 'GT', type: 'RMV', counsel: i % 3 === 0 ? '2012-01-01' : '' }] : [],
  )
}

/** One of several, picked by a number. */
function pick(list: readonly string[], at: number): string {
  return list[at % list.length] ?? ''
}

/** The same rows ten years later. */
export function tenYearsOn(rows: readonly TextRow[]): TextRow[] {
  const later = (cell: string): string => cell.replace(/^201([12])-/, '202$1-').replace('-02-29', '-02-28')
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, later(cell)])))
}

/** Applications, hearings, bonds, motions and representatives of these cases: every code that matters, ties and repeats. */
export function otherRows(list: readonly History[]): Record<string, TextRow[]> {
  const parts = list.flatMap(({ stretches }, i) => stretches.map((s) => ({ ...s, case: String(i + 1) })))
  const day = (s: Stretch, at: number): string => [s.comp, s.input, '', dateAt(at % 60)][at % 4] ?? ''
  return {
    application: parts.flatMap((s, i) =>
      i % 5 === 0
        ? []
        : [0, 1].map((n) => ({
            application: String(1000 + i * 2 + (i % 7 === 0 ? 0 : n)),
            proceeding: String(s.id),
            case: i % 11 === 0 ? '1' : s.case,
            relief: pick(['ASYL', 'ASYL', '42B', 'ASYL'], i + n),
            received: i % 3 === 0 ? s.input : day(s, i + n),
            dec: pick(['D', 'G', 'F', '', 'W', 'L', 'D', 'C', 'T', 'N'], i * 3 + n * 5),
          })),
    ),
    hearing: parts.map((s, i) => ({
      hearing: String(i % 13 === 0 ? 1 : 100 + i),
      case: s.case,
      court: s.court,
      loc: s.loc,
      day: day(s, i),
      calendar: pick(['M', 'I', ''], i),
      reason: pick(['', '13', '9A', '8A', '8B', '99', 'PD', ''], i),
      medium: pick(['P', 'H', '', 'V', 'P'], i),
    })),
    bond: parts.map((s, i) => ({
      bond: String(i % 17 === 0 ? 1 : 100 + i),
      case: s.case,
      court: s.court,
      comp: day(s, i),
      dec: pick(['C', 'N', 'J', 'W', 'O', 'A', 'R', ''], i),
    })),
    motion: parts.map((s, i) => ({
      motion: String(i),
      case: s.case,
      type: pick(['U', 'TP', 'C'], i),
      party: pick(['I', 'B', 'A', 'I'], i),
      dec: pick(['G', 'D', 'G'], i),
      comp: day(s, i),
    })),
    representation: parts.map((s, i) => ({
      rep: String(i),
      case: s.case,
      type: pick(['ALIEN', 'INS', 'ALIEN'], i),
      level: pick(['COURT', 'BOARD'], i),
      date: i % 3 === 0 ? '' : s.input,
    })),
  }
}
