import type { Language } from '#catalog'
import { formatMonth, formatNumber, formatPeriod, formatShortMonth, type SiteWords, sentenceList } from '#render'
import { isMissing, type ReleaseInfo, type Result } from '../../query/result.ts'
import { type BarsLayout, layoutBars, type Month, monthsBetween } from '../chart/bars.ts'
import { type CellView, cellIn, codeIn, formatCell } from './cells.ts'
import { type EventMark, eventMarks, type TimelineEvent } from './events.ts'
import type { PaneView } from './pane.ts'
import { type Ground, monthlyColumnsOf } from './question.ts'
import { type Figure, filterOn, firstDay, lastMonth } from './view.ts'

export interface MonthRow {
  readonly month: string
  readonly label: string
  readonly cells: readonly CellView[]
  readonly provisional: boolean
}

export interface FigureView {
  readonly kind: Figure
  readonly title: string
  readonly subtitle: string
  readonly about: string
  readonly layout: BarsLayout
  readonly events: readonly EventMark[]
  readonly columns: readonly string[]
  /** What each bar says to a reader who walks the chart. */
  readonly steps: readonly string[]
  readonly rows: readonly MonthRow[]
  readonly text: readonly string[]
}

/** The months that the figure shows: those asked for, as far as the release goes. */
function monthsOf(ground: Ground, release: ReleaseInfo): readonly string[] {
  const asked = firstDay(ground.view.from)?.slice(0, 7) ?? release.first_month
  const end = ground.view.to === undefined ? release.as_of.slice(0, 7) : lastMonth(ground.view.to)
  const last = end < release.as_of.slice(0, 7) ? end : release.as_of.slice(0, 7)
  return monthsBetween(asked, last)
}

function monthCells(
  result: Result,
  months: readonly string[],
  measure: string,
  release: ReleaseInfo,
): readonly Month[] {
  const rows = new Map(result.rows.map((row) => [codeIn(row, 'month'), row]))
  return months.map((month) => {
    const row = rows.get(month)
    const none = month < release.first_month ? ({ missing: 'not_recorded' } as const) : 0
    return {
      month,
      cell: row === undefined ? none : cellIn(row, measure),
      provisional: release.provisional.includes(month),
    }
  })
}

function stepText(months: readonly Month[], i: number, language: Language, words: SiteWords): string {
  const here = months[i]
  if (here === undefined) return ''
  const before = months[i - 1]?.cell
  const name = formatMonth(here.month, language)
  const says = words.tool
  if (isMissing(here.cell)) return says.step(name, words.missing[here.cell.missing])
  const by = typeof before === 'number' ? here.cell - before : undefined
  const change = by === undefined ? '' : says.change(`${by > 0 ? '+' : ''}${formatNumber(by, language)}`)
  const mark = here.provisional ? `, ${says.provisionalMark}` : ''
  return says.step(name, formatNumber(here.cell, language)) + change + mark
}

interface FigureInput {
  readonly ground: Ground
  readonly result: Result
  readonly release: ReleaseInfo
  readonly events: readonly TimelineEvent[]
  readonly place: string | undefined
  readonly answer: string
  readonly panes: readonly PaneView[]
  readonly words: SiteWords
}

function peakOf(months: readonly Month[]): Month | undefined {
  const highest = Math.max(0, ...months.map((m) => (isMissing(m.cell) ? 0 : m.cell)))
  return highest === 0 ? undefined : months.find((m) => m.cell === highest)
}

function leadersText(pane: PaneView, language: Language, words: SiteWords): readonly string[] {
  const items = pane.rows.filter((r) => r.bar > 0).slice(0, 3)
  if (items.length === 0) return []
  const says = words.tool.answer
  const list = sentenceList(
    items.map((r) => says.item(r.label, r.cells[0]?.text ?? '')),
    language,
  )
  return [says.leaders(pane.name.toLowerCase(), list)]
}

/** The figure by month: drawing, table and text of the same rows. */
export function figureView(input: FigureInput): FigureView {
  const { ground, result, release, words, place } = input
  const { language, view, catalog, tool } = ground
  const measures = monthlyColumnsOf(ground)
  const lead = tool.measures[0] ?? ''
  const names = monthsOf(ground, release)
  const months = monthCells(result, names, lead, release)
  const rows = new Map(result.rows.map((row) => [codeIn(row, 'month'), row]))
  const title = words.tool.byMonth(catalog.measures.get(lead)?.name[language] ?? lead)
  const end = view.to ?? names.at(-1) ?? release.as_of
  const span = `${formatPeriod(view.from || (names[0] ?? ''), language)} – ${formatPeriod(end, language)}`
  const subtitle = place === undefined ? span : `${place}, ${span}`
  const peak = peakOf(months)
  const peakName = peak === undefined ? '' : formatMonth(peak.month, language)
  const peakValue = peak === undefined || isMissing(peak.cell) ? '' : formatNumber(peak.cell, language)
  const about = `${title}, ${subtitle}`
  const court = filterOn(view, 'court')
  return {
    kind: view.figure,
    title,
    subtitle,
    about: peak === undefined ? words.tool.chartEmpty(about) : words.tool.chartAbout(about, peakName, peakValue),
    layout: layoutBars(months, (month) => formatShortMonth(month, language)),
    events: eventMarks(input.events, names, court === undefined || court.exclude ? [] : court.values, language),
    columns: measures.map((m) => columnName(m, words) ?? catalog.measures.get(m)?.name[language] ?? m),
    steps: months.map((_, i) => stepText(months, i, language, words)),
    rows: months.map((m) => ({
      month: m.month,
      label: formatMonth(m.month, language),
      provisional: m.provisional,
      cells: measures.map((id) =>
        formatCell(
          id === lead ? m.cell : cellIn(rows.get(m.month), id),
          catalog.measures.get(id)?.unit ?? '',
          language,
          words,
        ),
      ),
    })),
    text: [
      input.answer,
      ...(peak === undefined ? [] : [words.tool.answer.peak(peakName, peakValue)]),
      ...input.panes.flatMap((pane) => leadersText(pane, language, words)),
    ],
  }
}

function columnName(id: string, words: SiteWords): string | undefined {
  const names: Readonly<Record<string, string>> = words.tool.columns
  return Object.hasOwn(names, id) ? names[id] : undefined
}
