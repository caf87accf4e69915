import type { Language } from '#catalog'
import {
  capital,
  type ExplorerWords,
  explorerWordsIn,
  formatPeriod,
  formatShare,
  formatShortMonth,
  type SiteWords,
  sentenceList,
} from '#render'
import { isMissing, type ReleaseInfo } from '../../query/result.ts'
import { outline } from '../chart/outline.ts'
import { layoutPlot, type Plot, type PlotOptions } from '../chart/plot.ts'
import { type CellView, cellIn, formatCell, formatValue } from './cells.ts'
import { changeTold, type Piece } from './change.ts'
import { toldOf } from './choices.ts'
import { columnName, columnsOf, monthlyColumnsOf, unitOf } from './columns.ts'
import { type DrawView, drawnAs, drawView, periodHref, unitShown } from './draw.ts'
import { type EventsView, eventsView, noEvents, type TimelineEvent } from './events.ts'
import type { Href } from './links.ts'
import type { PaneView } from './pane.ts'
import { type SpotMap, spotMapOf } from './placed.ts'
import type { FigureAnswers, Ground } from './question.ts'
import { placedBy, rankedBy } from './question.ts'
import { type Dots, dotsOf, mapOf, rankedRows, type TileMap } from './ranked.ts'
import { rowsByPeriod, seriesOf, type ToldSeries } from './series.ts'
import { type ChartKind, type Figure, filterOn, type Unit } from './view.ts'

export interface FigureRow {
  readonly key: string
  readonly label: string
  readonly cells: readonly CellView[]
  readonly provisional: boolean
}

/** What the figure shows when it shows time. */
export interface PlotView {
  readonly plot: Plot
  readonly about: string
  /** What each mark says to a reader who walks the chart, by series. */
  readonly steps: readonly (readonly string[])[]
}

export interface FigureView {
  readonly kind: Figure
  readonly drawn: ChartKind
  readonly title: string
  readonly subtitle: string
  /** The sentence that stands for the figure. */
  readonly about: string
  /** One plot, or one for each member of the split. */
  readonly plots: readonly PlotView[]
  readonly dots: Dots | undefined
  readonly map: TileMap | undefined
  /** Members at their places, and the outline of the land under them. */
  readonly spots: { readonly map: SpotMap; readonly outline: string } | undefined
  readonly events: EventsView
  /** Where Enter on a period of a chart leads. */
  readonly periodHrefs: readonly string[]
  readonly firstColumn: string
  readonly columns: readonly string[]
  /** The rows of a table; of another figure, none. */
  readonly rows: readonly FigureRow[]
  readonly text: readonly string[]
  /** What changed between the last two complete periods; empty where nothing can be told. */
  readonly change: readonly Piece[]
  readonly draw: DrawView
}

export interface FigureInput {
  readonly ground: Ground
  readonly answers: FigureAnswers
  readonly release: ReleaseInfo
  readonly events: readonly TimelineEvent[]
  readonly place: string | undefined
  readonly answer: string
  readonly panes: readonly PaneView[]
  readonly words: SiteWords
  readonly href: Href
}

interface Setting extends FigureInput {
  readonly language: Language
  readonly says: ExplorerWords['draw']
  readonly unit: Unit
  readonly drawn: ChartKind
  readonly what: string
  readonly format: (value: number) => string
}

function settingOf(input: FigureInput): Setting {
  const { ground } = input
  const { language, view, catalog, tool } = ground
  const unit = unitShown(ground)
  const own = unit === 'percent' ? 'share' : unitOf(catalog, view.measure)
  return {
    ...input,
    language,
    says: explorerWordsIn(language).draw,
    unit,
    drawn: drawnAs(ground),
    what: catalog.measures.get(view.measure)?.name[language] ?? toldOf(tool, view.measure).many[language],
    format: (value) => formatValue(value, own, language),
  }
}

function periodName(period: string, language: Language): string {
  return formatPeriod(period, language)
}

function stepText(s: Setting, series: ToldSeries, period: string, i: number, several: boolean): string {
  const { says, words, language, format } = s
  const cell = series.cells[i]
  const here = series.points[i]
  if (cell === undefined || here === undefined) return ''
  const name = capital(periodName(period, language))
  const value = isMissing(cell) ? words.missing[cell.missing] : here.value === undefined ? '–' : format(here.value)
  const told = several ? says.walked(series.name, name, value) : words.tool.step(name, value)
  const before = series.points[i - 1]?.value
  if (here.value === undefined || before === undefined) return told
  const by = here.value - before
  const sign = by > 0 ? '+' : ''
  const percent = before === 0 ? undefined : `${sign}${formatShare(by / before, language)}`
  return `${told}${says.change(`${sign}${format(by)}`, percent)}${here.provisional ? `, ${says.provisional}${estimateText(s, period)}` : ''}`
}

/** How much of a provisional month is there already, where releases that follow each other can tell. */
function estimateText({ release, words }: Setting, period: string): string {
  const share = release.estimated?.find((m) => m.month === period)?.share
  return share === undefined ? '' : words.tool.estimated(Math.min(99, Math.round(share * 100)))
}

function optionsOf(s: Setting, periods: readonly string[]): PlotOptions {
  return {
    periods,
    format: s.format,
    name: (p) => (/^\d{4}-/.test(p) ? formatShortMonth(p, s.language) : p),
    whole: s.unit !== 'percent' && unitOf(s.ground.catalog, s.ground.view.measure) !== 'share',
  }
}

function highestOf(series: readonly ToldSeries[]): number {
  return Math.max(0, ...series.flatMap((one) => one.points.map((p) => p.value ?? 0)))
}

/** The peak and the latest value of each series: the sentence that stands for the drawing. */
function tellSeries(s: Setting, series: readonly ToldSeries[], periods: readonly string[]): readonly string[] {
  const { says, language, format } = s
  const list = series.flatMap((one) => {
    const at = one.points.findLastIndex((p) => p.value !== undefined)
    const value = one.points[at]?.value
    return value === undefined ? [] : [says.latest(one.name, format(value), periodName(periods[at] ?? '', language))]
  })
  if (series.length !== 1) return list.length === 0 ? [says.empty] : [`${sentenceList(list, language)}.`]
  const values = series[0]?.points.map((p) => p.value) ?? []
  const highest = Math.max(0, ...values.map((v) => v ?? 0))
  const when = periods[values.indexOf(highest)]
  return highest === 0 || when === undefined ? [says.empty] : [says.peak(periodName(when, language), format(highest))]
}

function plotsOf(
  s: Setting,
  series: readonly ToldSeries[],
  periods: readonly string[],
  title: string,
): readonly PlotView[] {
  const options = optionsOf(s, periods)
  const several = series.length > 1
  const steps = (list: readonly ToldSeries[], isSplit: boolean) =>
    list.map((one) => periods.map((p, i) => stepText(s, one, p, i, isSplit)))
  if (s.drawn !== 'multiples') {
    const about = `${title}. ${tellSeries(s, series, periods).join(' ')}`
    return [{ plot: layoutPlot(series, options), about, steps: steps(series, several) }]
  }
  const highest = highestOf(series)
  return series.map((one) => ({
    plot: layoutPlot([one], { ...options, highest }),
    about: `${one.name}. ${tellSeries(s, [one], periods).join(' ')}`,
    steps: steps([one], false),
  }))
}

function leadersText(pane: PaneView, s: Setting): readonly string[] {
  const items = pane.rows.filter((r) => r.bar > 0).slice(0, 3)
  const kind = s.ground.catalog.measures.get(s.ground.view.measure)?.kind
  if (items.length === 0 || kind === 'rate' || kind === 'duration') return []
  if (s.ground.tool.byName?.includes(pane.dimension) === true) return []
  const says = s.words.tool.answer
  const list = sentenceList(
    items.map((r) => says.item(r.label, r.cells[0]?.text ?? '')),
    s.language,
  )
  return [says.leaders(pane.name.toLowerCase(), list)]
}

/** The rows of a figure of one series: every column by period. */
function periodRows(s: Setting, series: ToldSeries, periods: readonly string[]): readonly FigureRow[] {
  const { ground, words, language } = s
  const { catalog, view } = ground
  const rows = rowsByPeriod(s.answers.whole, view.grain)
  return periods.map((period, i) => ({
    key: period,
    label: capital(periodName(period, language)),
    provisional: series.points[i]?.provisional === true,
    cells: monthlyColumnsOf(ground).map((id) => {
      const cell = id === view.measure ? (series.cells[i] ?? cellIn(undefined, id)) : cellIn(rows.get(period), id)
      return formatCell(cell, unitOf(catalog, id), language, words)
    }),
  }))
}

/** The rows of a figure of several series: one column each. */
function splitRows(s: Setting, series: readonly ToldSeries[], periods: readonly string[]): readonly FigureRow[] {
  const unit = unitOf(s.ground.catalog, s.ground.view.measure)
  return periods.map((period, i) => ({
    key: period,
    label: capital(periodName(period, s.language)),
    provisional: series[0]?.points[i]?.provisional === true,
    cells: series.map((one) => formatCell(one.cells[i] ?? cellIn(undefined, ''), unit, s.language, s.words)),
  }))
}

/** The rows of the figure as a table. */
function tableRows(s: Setting, series: readonly ToldSeries[], periods: readonly string[]): readonly FigureRow[] {
  const { ground, answers, words } = s
  const ranked = rankedBy(ground)
  if (ranked !== undefined && answers.ranked !== undefined) return rankedRows(ground, answers.ranked, ranked, words)
  if (answers.split !== undefined) return splitRows(s, series, periods)
  const [only] = series
  return only === undefined ? [] : periodRows(s, only, periods)
}

function span(s: Setting, periods: readonly string[]): string {
  const { view } = s.ground
  const end = view.to ?? (periods.length === 0 ? s.release.as_of : s.release.as_of.slice(0, 7))
  return `${periodName(view.from || (periods[0] ?? ''), s.language)} – ${periodName(end, s.language)}`
}

function spotsOf(s: Setting): FigureView['spots'] {
  const placed = placedBy(s.ground)
  const result = s.answers.placed
  if (placed === undefined || result === undefined) return undefined
  const map = spotMapOf(s.ground, result, placed, s.words, s.href)
  return map === undefined ? undefined : { map, outline }
}

/** The figure: drawing, table and text of the same rows. */
export function figureView(input: FigureInput): FigureView {
  const s = settingOf(input)
  const { ground, answers, says, language } = s
  const { view, catalog } = ground
  const { periods, series } = seriesOf(ground, answers, s.release, s.what)
  const ranked = rankedBy(ground)
  const dimension = ranked === undefined ? undefined : catalog.dimensions.get(ranked)
  const title =
    dimension === undefined
      ? says.by(s.what, says.grains[view.grain])
      : says.across(s.what, dimension.name[language].toLowerCase())
  const unitText = says.unitShort[s.unit]
  const subtitle = [s.place, span(s, periods), unitText].filter((t) => t !== undefined && t !== '').join(', ')
  const told = tellSeries(s, series, periods)
  const court = filterOn(view, 'court')
  const result = answers.ranked
  const isRanked = ranked !== undefined && result !== undefined
  const isSplit = !isRanked && answers.split !== undefined
  const columns = isSplit
    ? series.map((one) => one.name)
    : (isRanked ? columnsOf(ground) : monthlyColumnsOf(ground)).map((id) =>
        columnName({ catalog, language, words: s.words, lead: view.measure }, id),
      )
  return {
    kind: view.figure,
    drawn: s.drawn,
    title,
    subtitle,
    about: says.about(`${title}, ${subtitle}`, told.join(' ')),
    plots: isRanked ? [] : plotsOf(s, series, periods, `${title}, ${subtitle}`),
    dots: isRanked ? dotsOf(ground, result, ranked, s.words) : undefined,
    map: isRanked && s.drawn === 'map' ? mapOf(ground, result, s.words) : undefined,
    spots: spotsOf(s),
    events: isRanked
      ? noEvents
      : eventsView(s.events, periods, court === undefined || court.exclude ? [] : court.values, language),
    periodHrefs: view.figure === 'chart' ? periods.map((p) => periodHref(view, p, input.href)) : [],
    firstColumn: dimension?.name[language] ?? capital(says.grains[view.grain]),
    columns,
    rows: view.figure === 'table' ? tableRows(s, series, periods) : [],
    text: [s.answer, ...told, ...s.panes.flatMap((pane) => leadersText(pane, s))],
    change:
      s.unit === 'number' && !isRanked
        ? changeTold({ ...s, result: answers.whole, series, periods, measure: view.measure, grain: view.grain })
        : [],
    draw: drawView(ground),
  }
}
