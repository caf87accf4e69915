import { formatNumber, formatShare, type SiteWords } from '#render'
import { isMissing, numberIn, type Result, type Row } from '../../query/result.ts'
import { scaleOf } from '../chart/axis.ts'
import { wilson } from '../chart/interval.ts'
import { classBreaks, classOf, tiles } from '../chart/tiles.ts'
import { type CellView, cellIn, codeIn, formatCell, labelIn } from './cells.ts'
import { columnsOf, unitOf } from './columns.ts'
import { type Ground, sizeColumn } from './question.ts'

export interface Dot {
  readonly code: string
  readonly name: string
  readonly text: string
  readonly base: string | undefined
  /** Percent of the width; undefined = too few to rate, or nothing. */
  readonly at: number | undefined
  readonly low: number | undefined
  readonly high: number | undefined
  readonly hollow: boolean
}

export interface Dots {
  readonly rows: readonly Dot[]
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly isRate: boolean
}

export interface Tile {
  readonly code: string
  readonly name: string
  readonly column: number
  readonly row: number
  readonly class: number
  readonly text: string
}

export interface TileMap {
  readonly tiles: readonly Tile[]
  /** What the five classes hold, from the least. */
  readonly classes: readonly { readonly class: number; readonly text: string }[]
}

const mostDots = 24

/** Members with the largest base first; a rate is not what they are ordered by, so this is no league table. */
export function largestFirst(ground: Ground, result: Result, dimension: string): readonly Row[] {
  const size = sizeColumn(ground)
  return result.rows
    .filter((row) => codeIn(row, dimension) !== 'none')
    .toSorted((a, b) => (numberIn(b, size) ?? 0) - (numberIn(a, size) ?? 0))
}

/** Dots with their intervals: rates with Wilson's, counts without one. */
export function dotsOf(ground: Ground, result: Result, dimension: string, words: SiteWords): Dots {
  const { view, catalog, language, tool } = ground
  const isRate = catalog.measures.get(view.measure)?.kind === 'rate'
  const least = Number(view.min ?? tool.min ?? 0)
  const rows = largestFirst(ground, result, dimension).slice(0, mostDots)
  const told = rows.map((row) => {
    const count = numberIn(row, `${view.measure}_numerator`)
    const base = numberIn(row, sizeColumn(ground))
    const value = isRate
      ? count === undefined || base === undefined || base === 0
        ? undefined
        : count / base
      : numberIn(row, view.measure)
    const interval = isRate && count !== undefined && base !== undefined ? wilson(count, base) : undefined
    return { row, value, base, interval }
  })
  const unit = unitOf(catalog, view.measure)
  const highest = Math.max(0, ...told.map((t) => t.interval?.[1] ?? t.value ?? 0))
  const { top, lines } = scaleOf(highest, unit !== 'share')
  const place = (v: number) => (v / top) * 100
  return {
    isRate,
    ticks: lines.map((v) => ({
      at: place(v),
      text: unit === 'share' ? formatShare(v, language, 0) : formatNumber(Math.round(v), language),
    })),
    rows: told.map(({ row, value, base, interval }) => {
      const cell = cellIn(row, view.measure)
      const shown = formatCell(cell, unit, language, words)
      const code = codeIn(row, dimension)
      return {
        code,
        name: labelIn(result, dimension, code, language),
        text: shown.missing ?? shown.text,
        base: isRate && base !== undefined ? formatNumber(base, language) : undefined,
        at: value === undefined ? undefined : place(value),
        low: interval === undefined ? undefined : place(interval[0]),
        high: interval === undefined ? undefined : place(interval[1]),
        hollow: isMissing(cell) || (base ?? 0) < least,
      }
    }),
  }
}

/** The static map: a tile for each state and territory, in five classes. */
export function mapOf(ground: Ground, result: Result, words: SiteWords): TileMap {
  const { view, catalog, language } = ground
  const unit = unitOf(catalog, view.measure)
  const rows = new Map(result.rows.map((row) => [codeIn(row, 'court_state'), row]))
  const sizeAt = (code: string) => numberIn(rows.get(code), view.measure) ?? 0
  const breaks = classBreaks(Object.keys(tiles).map(sizeAt))
  const print = (value: number) => formatCell(value, unit, language, words).text
  return {
    tiles: Object.entries(tiles).map(([code, [column, row]]) => {
      const own = rows.get(code)
      const shown: CellView | undefined =
        own === undefined ? undefined : formatCell(cellIn(own, view.measure), unit, language, words)
      return {
        code,
        name: labelIn(result, 'court_state', code, language),
        column,
        row,
        class: classOf(sizeAt(code), breaks),
        text: shown === undefined ? '' : (shown.missing ?? shown.text),
      }
    }),
    classes: breaks.map((end, i) => {
      const begin = i === 0 ? Math.min(...[...rows.keys()].map(sizeAt).filter((v) => v > 0)) : (breaks[i - 1] ?? 0)
      return { class: i + 1 + (5 - breaks.length), text: `${i === 0 ? '' : '> '}${print(begin)} – ${print(end)}` }
    }),
  }
}

/** The rows of the table behind dots and map. */
export function rankedRows(ground: Ground, result: Result, dimension: string, words: SiteWords) {
  const { catalog, language } = ground
  return largestFirst(ground, result, dimension).map((row) => {
    const code = codeIn(row, dimension)
    return {
      key: code,
      label: labelIn(result, dimension, code, language),
      provisional: false,
      cells: columnsOf(ground).map((id) => formatCell(cellIn(row, id), unitOf(catalog, id), language, words)),
    }
  })
}
