import { ticks } from 'd3-array'
import type { Cell } from '../../query/result.ts'
import { isMissing } from '../../query/result.ts'

export interface Month {
  /** `2012-06` */
  readonly month: string
  readonly cell: Cell
  readonly provisional: boolean
}

/** How wide a figure must be for a label to show: 1 always, 2 from a tablet on, 3 on a desk. */
export type Density = 1 | 2 | 3

export interface Bar {
  readonly month: string
  /** Percent of the plot's width. */
  readonly x: number
  readonly width: number
  readonly middle: number
  /** Pixels from the top of the plot. */
  readonly y: number
  readonly height: number
  readonly provisional: boolean
  readonly value: number | undefined
  /** Width from which the number stands on the bar; undefined = never. */
  readonly labelled: Density | undefined
}

export interface Tick {
  readonly at: number
  readonly label: string
  readonly density: Density
  /** Which edge the text keeps clear of. */
  readonly edge: 'start' | 'end' | undefined
}

export interface Gap {
  readonly x: number
  readonly width: number
}

export interface BarsLayout {
  readonly height: number
  readonly bars: readonly Bar[]
  readonly grid: readonly { readonly y: number; readonly value: number }[]
  readonly months: readonly Tick[]
  /** Stretches of months in which nothing could be recorded. */
  readonly gaps: readonly Gap[]
}

export const plotTop = 40
export const plotHeight = 190

/** Every month from the first to the last, both included. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const index = (m: string) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7)) - 1
  const months: string[] = []
  for (let i = index(first); i <= index(last); i++) {
    months.push(`${String(Math.floor(i / 12)).padStart(4, '0')}-${String((i % 12) + 1).padStart(2, '0')}`)
  }
  return months
}

/** Where a date lies on the time axis, in percent. */
export function placeOf(date: string, first: string, count: number): number {
  const months =
    (Number(date.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(date.slice(5, 7)) -
    Number(first.slice(5, 7)) +
    (Number(date.slice(8, 10) || '1') - 1) / 31
  return Math.min(100, Math.max(0, (months / count) * 100))
}

function numberOf(cell: Cell): number | undefined {
  return isMissing(cell) ? undefined : cell
}

/** The scale: from zero to a round number above the highest bar. */
function scale(highest: number): { readonly top: number; readonly lines: readonly number[] } {
  if (highest <= 0) return { top: 1, lines: [0] }
  const lines = ticks(0, highest, 4).filter(Number.isInteger)
  const step = (lines[1] ?? 1) - (lines[0] ?? 0)
  const last = lines.at(-1) ?? 0
  if (last < highest) lines.push(last + step)
  return { top: lines.at(-1) ?? highest, lines }
}

/** Which bars carry their number: all of a short span, else the highest and the last. */
function labelDensity(i: number, months: readonly Month[], highest: number): Density | undefined {
  const value = numberOf(months[i]?.cell ?? 0)
  if (value === undefined || value === 0) return undefined
  const count = months.length
  if (count <= 9) return 1
  const special = value === highest && months.findIndex((m) => m.cell === highest) === i
  if (count <= 16) return special ? 1 : 2
  if (count <= 24) return special ? 1 : 3
  return special ? 1 : undefined
}

function monthTicks(months: readonly Month[], name: (month: string) => string): readonly Tick[] {
  const count = months.length
  const middle = (i: number) => ((i + 0.5) / count) * 100
  if (count > 30) return yearTicks(months)
  const wide = count <= 14 ? 1 : 2
  const mid = count <= 9 ? 1 : count <= 14 ? 2 : 3
  const small = count <= 5 ? 1 : count <= 9 ? 2 : count <= 18 ? 4 : 6
  return months.flatMap(({ month }, i): Tick[] => {
    const density = i % small === 0 ? 1 : i % mid === 0 ? 2 : i % wide === 0 ? 3 : undefined
    if (density === undefined) return []
    const january = month.endsWith('-01')
    const label = i === 0 || january ? `${name(month)} ${month.slice(0, 4)}` : name(month)
    return [{ at: middle(i), label, density, edge: undefined }]
  })
}

function yearTicks(months: readonly Month[]): readonly Tick[] {
  const count = months.length
  const years = Math.ceil(count / 12)
  const small = years <= 4 ? 1 : years <= 9 ? 2 : years <= 16 ? 4 : 6
  const mid = years <= 9 ? 1 : 2
  return months.flatMap(({ month }, i): Tick[] => {
    if (!month.endsWith('-01')) return []
    const year = Number(month.slice(0, 4))
    const density = year % small === 0 ? 1 : year % mid === 0 ? 2 : 3
    return [{ at: (i / count) * 100, label: String(year), density, edge: undefined }]
  })
}

function gapsIn(months: readonly Month[]): readonly Gap[] {
  const gaps: { x: number; width: number }[] = []
  const step = 100 / months.length
  months.forEach((m, i) => {
    if (!isMissing(m.cell)) return
    const last = gaps.at(-1)
    if (last !== undefined && Math.abs(last.x + last.width - i * step) < 1e-6) last.width += step
    else gaps.push({ x: i * step, width: step })
  })
  return gaps
}

/** Lays out monthly bars: horizontal places in percent, so that one drawing fits every width without shrinking its text. */
export function layoutBars(months: readonly Month[], name: (month: string) => string): BarsLayout {
  const highest = Math.max(0, ...months.map((m) => numberOf(m.cell) ?? 0))
  const { top, lines } = scale(highest)
  const y = (value: number) => plotTop + plotHeight * (1 - value / top)
  const step = 100 / Math.max(1, months.length)
  const fill = months.length <= 14 ? 0.62 : months.length <= 40 ? 0.74 : 0.8
  return {
    height: plotTop + plotHeight,
    bars: months.map(({ month, cell, provisional }, i) => {
      const value = numberOf(cell)
      return {
        month,
        x: (i + (1 - fill) / 2) * step,
        width: fill * step,
        middle: (i + 0.5) * step,
        y: y(value ?? 0),
        height: plotTop + plotHeight - y(value ?? 0),
        provisional,
        value,
        labelled: labelDensity(i, months, highest),
      }
    }),
    grid: lines.map((value) => ({ y: y(value), value })),
    months: monthTicks(months, name),
    gaps: gapsIn(months),
  }
}
