import { type Density, plotHeight, plotTop, scaleOf, type Tick, timeTicks } from './axis.ts'

/** One value of a series; undefined where there is none. */
export interface Point {
  readonly value: number | undefined
  /** Late entries are expected to raise it. */
  readonly provisional: boolean
}

export interface Series {
  readonly code: string
  readonly name: string
  readonly points: readonly Point[]
}

export interface Mark {
  /** Percent of the plot's width. */
  readonly x: number
  readonly width: number
  readonly middle: number
  /** Pixels from the top of the plot. */
  readonly y: number
  readonly height: number
  readonly provisional: boolean
  /** The number on the mark, and the width from which it stands there; undefined = never. */
  readonly label: { readonly text: string; readonly density: Density } | undefined
  readonly isThere: boolean
}

export interface Gap {
  readonly x: number
  readonly width: number
}

export interface PlotSeries {
  readonly code: string
  readonly name: string
  readonly marks: readonly Mark[]
  /** The line in a box of 1000 by the plot's height, and its provisional end. */
  readonly path: string
  readonly late: string
  /** Where its name stands beside the line's end, kept clear of the others. */
  readonly nameY: number
}

export interface Plot {
  readonly grid: readonly { readonly y: number; readonly text: string }[]
  readonly ticks: readonly Tick[]
  /** Stretches in which nothing could be recorded. */
  readonly gaps: readonly Gap[]
  readonly series: readonly PlotSeries[]
}

export interface PlotOptions {
  readonly periods: readonly string[]
  readonly name: (period: string) => string
  readonly format: (value: number) => string
  /** Counts have whole ticks. */
  readonly whole: boolean
  /** The top of the scale where several plots share one. */
  readonly highest?: number
}

/** Which marks carry their number: all of a short span, else the highest. */
function labelDensity(i: number, values: readonly (number | undefined)[], highest: number): Density | undefined {
  const value = values[i]
  if (value === undefined || value === 0) return undefined
  const count = values.length
  if (count <= 9) return 1
  const special = value === highest && values.indexOf(highest) === i
  if (count <= 16) return special ? 1 : 2
  if (count <= 24) return special ? 1 : 3
  return special ? 1 : undefined
}

function gapsIn(series: readonly Series[], count: number): readonly Gap[] {
  const gaps: { x: number; width: number }[] = []
  const step = 100 / Math.max(1, count)
  for (let i = 0; i < count; i++) {
    if (series.some((s) => s.points[i]?.value !== undefined)) continue
    const last = gaps.at(-1)
    if (last !== undefined && Math.abs(last.x + last.width - i * step) < 1e-6) last.width += step
    else gaps.push({ x: i * step, width: step })
  }
  return gaps
}

/** The line through the marks that are there: broken where one is missing, split where provisional marks begin. */
function paths(marks: readonly Mark[]): { readonly path: string; readonly late: string } {
  const parts = { path: '', late: '' }
  marks.forEach((mark, i) => {
    const before = marks[i - 1]
    if (!mark.isThere) return
    const at = (m: Mark) => `${(m.middle * 10).toFixed(1)} ${(m.y - plotTop).toFixed(1)}`
    if (before?.isThere !== true) {
      parts.path += `M${at(mark)}h.1`
    } else if (mark.provisional) parts.late += `${parts.late === '' ? `M${at(before)}` : ''}L${at(mark)}`
    else parts.path += `L${at(mark)}`
  })
  return parts
}

/** Names at the ends of lines, pushed apart so that none lies on another. */
function spread(wanted: readonly number[]): readonly number[] {
  const order = wanted.map((y, i) => ({ y, i })).toSorted((a, b) => a.y - b.y)
  const least = 16
  order.forEach((each, at) => {
    const above = order[at - 1]
    if (above !== undefined && each.y < above.y + least) each.y = above.y + least
  })
  const over = Math.max(0, (order.at(-1)?.y ?? 0) - (plotTop + plotHeight))
  return order.toSorted((a, b) => a.i - b.i).map((e) => e.y - over)
}

/** To a thousandth, which no eye sees and a page need not carry. */
function rounded(place: number): number {
  return Math.round(place * 1000) / 1000
}

/** Lays out series over time: horizontal places in percent, so that one drawing fits every width without shrinking its text. */
export function layoutPlot(series: readonly Series[], options: PlotOptions): Plot {
  const { periods, format, whole } = options
  const values = series.flatMap((s) => s.points.map((p) => p.value ?? 0))
  const { top, lines } = scaleOf(options.highest ?? Math.max(0, ...values), whole)
  const y = (value: number) => plotTop + plotHeight * (1 - value / top)
  const count = Math.max(1, periods.length)
  const step = 100 / count
  const fill = count <= 14 ? 0.62 : count <= 40 ? 0.74 : 0.8
  const drawn = series.map(({ code, name, points }) => {
    const own = points.map((p) => p.value)
    const peak = Math.max(0, ...own.map((v) => v ?? 0))
    const marks = points.map(({ value, provisional }, i): Mark => {
      const density = labelDensity(i, own, peak)
      const from = rounded(y(value ?? 0))
      return {
        x: rounded((i + (1 - fill) / 2) * step),
        width: rounded(fill * step),
        middle: rounded((i + 0.5) * step),
        y: from,
        height: rounded(plotTop + plotHeight - from),
        provisional,
        label: density === undefined || value === undefined ? undefined : { text: format(value), density },
        isThere: value !== undefined,
      }
    })
    return { code, name, marks, ...paths(marks) }
  })
  const ends = spread(drawn.map((s) => s.marks.findLast((m) => m.isThere)?.y ?? plotTop + plotHeight))
  return {
    grid: lines.map((value) => ({ y: y(value), text: format(value) })),
    ticks: timeTicks(periods, options.name),
    gaps: gapsIn(series, periods.length),
    series: drawn.map((s, i) => ({ ...s, nameY: ends[i] ?? 0 })),
  }
}
