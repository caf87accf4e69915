import { type Cell, isMissing, type ReleaseInfo, type Result, type Row } from '../../query/result.ts'
import type { Series } from '../chart/plot.ts'
import { cellIn, codeIn, labelIn } from './cells.ts'
import { firstMonth, isProvisional, periodsShown } from './period.ts'
import type { FigureAnswers, Ground } from './question.ts'

/** A series as it is drawn and told: a cell for every period, and what is shown of it. */
export interface ToldSeries extends Series {
  readonly cells: readonly Cell[]
}

/** The cell of a period: no row means none was counted, unless nothing could be recorded then. */
function cellAt(
  rows: ReadonlyMap<string, Row>,
  period: string,
  id: string,
  ground: Ground,
  release: ReleaseInfo,
): Cell {
  const row = rows.get(period)
  if (row !== undefined) return cellIn(row, id)
  if (firstMonth(period) < release.first_month) return { missing: 'not_recorded' }
  const kind = ground.catalog.measures.get(id)?.kind
  if (kind === 'rate') return { missing: 'nothing_to_divide_by' }
  return kind === 'duration' ? { missing: 'no_cases' } : 0
}

export function rowsByPeriod(result: Result, grain: string): ReadonlyMap<string, Row> {
  return new Map(result.rows.map((row) => [codeIn(row, grain), row]))
}

/** What is drawn of a cell: the number, its share of the base, or its level against the first one. */
function shownOf(
  cells: readonly Cell[],
  base: readonly Cell[] | undefined,
  unit: string,
): readonly (number | undefined)[] {
  const values = cells.map((c) => (isMissing(c) ? undefined : c))
  if (unit === 'percent' && base !== undefined) {
    return values.map((v, i) => {
      const whole = base[i]
      return v === undefined || typeof whole !== 'number' || whole === 0 ? undefined : v / whole
    })
  }
  if (unit !== 'index') return values
  const first = values.find((v) => v !== undefined && v > 0)
  return values.map((v) => (v === undefined || first === undefined ? undefined : (v / first) * 100))
}

/** The series of the figure: one for each member of the split, else the one of the page. */
export function seriesOf(
  ground: Ground,
  figure: FigureAnswers,
  release: ReleaseInfo,
  name: string,
): { readonly periods: readonly string[]; readonly series: readonly ToldSeries[] } {
  const { view, language } = ground
  const periods = periodsShown(view, release)
  const { split } = view
  const cellsFrom = (rows: ReadonlyMap<string, Row>) =>
    periods.map((p) => cellAt(rows, p, view.measure, ground, release))
  const base = figure.base === undefined ? undefined : cellsFrom(rowsByPeriod(figure.base, view.grain))
  const build = (code: string, label: string, rows: ReadonlyMap<string, Row>): ToldSeries => {
    const cells = cellsFrom(rows)
    const shown = shownOf(cells, base, view.unit)
    return {
      code,
      name: label,
      cells,
      points: periods.map((p, i) => ({ value: shown[i], provisional: isProvisional(p, release, view.grain) })),
    }
  }
  const { split: parts } = figure
  if (split === undefined || parts === undefined) {
    return { periods, series: [build('', name, rowsByPeriod(figure.whole, view.grain))] }
  }
  const series = figure.members.map((code) => {
    const own = parts.rows.filter((row) => codeIn(row, split) === code)
    const rows = new Map(own.map((row) => [codeIn(row, view.grain), row]))
    return build(code, labelIn(parts, split, code, language), rows)
  })
  return { periods, series }
}
