import type { Language } from '#catalog'
import { explorerWordsIn, formatPeriod, formatShare } from '#render'
import type { Result } from '../../query/result.ts'
import { codeIn } from './cells.ts'
import type { ToldSeries } from './series.ts'

/** A number that two cells of one answer make: one less the other, or that over the other. */
export interface Piece {
  readonly text: string
  /** `<receipt>#<row>,<column>` of the number and of what is taken from it; absent = words alone. */
  readonly receipt?: string
  readonly less?: string
  readonly over?: string
}

export interface ChangeInput {
  /** By period: the answer that holds the numbers. */
  readonly result: Result
  readonly series: readonly ToldSeries[]
  readonly periods: readonly string[]
  readonly measure: string
  readonly grain: string
  readonly language: Language
  readonly format: (value: number) => string
}

/** The last two periods that are not provisional, each with its number, and by how much the last one differs. */
export function changeTold(input: ChangeInput): readonly Piece[] {
  const { result, series, periods, measure, grain, language, format } = input
  const [one, another] = series
  if (one === undefined || another !== undefined) return []
  const settled = one.points.flatMap((p, i) => (p.value === undefined || p.provisional ? [] : [{ i, value: p.value }]))
  const [before, last] = settled.slice(-2)
  if (before === undefined || last === undefined) return []
  const cellOf = (i: number) => {
    const row = result.rows.findIndex((each) => codeIn(each, grain) === periods[i])
    return row === -1 ? undefined : `${result.receipt}#${row},${measure}`
  }
  const name = (i: number) => formatPeriod(periods[i] ?? '', language)
  const says = explorerWordsIn(language).draw
  const told = { text: says.lastTwo(name(before.i), format(before.value), name(last.i), format(last.value)) }
  const [receipt, less] = [cellOf(last.i), cellOf(before.i)]
  if (receipt === undefined || less === undefined) return [told]
  const by = last.value - before.value
  const sign = by > 0 ? '+' : ''
  return [
    told,
    { text: ` ${says.difference} ` },
    { text: `${sign}${format(by)}`, receipt, less },
    ...(before.value === 0
      ? []
      : [
          { text: ' (' },
          { text: `${sign}${formatShare(by / before.value, language)}`, receipt, less, over: less },
          { text: ')' },
        ]),
    { text: '.' },
  ]
}
