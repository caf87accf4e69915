import type { Language, Tool } from '#catalog'
import { formatDate, formatMonths, formatPeriod, plain, wordsIn } from '#render'
import type { ReleaseInfo, Result } from '../../query/result.ts'
import { numberIn } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import { answerSentence, namesOf } from './answer.ts'
import type { TimelineEvent } from './events.ts'
import { type FigureView, figureView } from './figure.ts'
import { type FilterView, filterViews, namesFor, sentenceDimensions } from './filters.ts'
import { hiddenFields, hrefs } from './links.ts'
import { type PaneView, paneView } from './pane.ts'
import { askAll, columnsOf, type Ground } from './question.ts'
import { type Figure, figures, parseView, printView, search, type View, withFilter } from './view.ts'

export interface ExplorerPage {
  readonly path: string
  readonly title: string
  /** The name of what is counted. */
  readonly short: string
  readonly question: string
  readonly filters: readonly FilterView[]
  readonly addable: readonly { readonly name: string; readonly href: string }[]
  readonly period: PeriodView
  readonly compare: CompareView
  readonly release: ReleaseView
  readonly provisional: string | undefined
  readonly answer: string
  readonly notes: readonly string[]
  readonly empty: readonly { readonly text: string; readonly clear: string }[] | undefined
  readonly clearAll: string | undefined
  readonly figure: FigureView
  readonly tabs: readonly { readonly kind: Figure; readonly href: string }[]
  readonly panes: readonly PaneView[]
  readonly wide: boolean
  readonly hidden: Readonly<Record<string, readonly (readonly [string, string])[]>>
  readonly downloads: { readonly csv: string; readonly json: string }
  readonly receipt: string
  /** Receipts of the numbers in the answer: those asked about, and the country beside them. */
  readonly answerReceipts: string
  /** Receipt of the figure’s months. */
  readonly monthsReceipt: string
  readonly measures: readonly string[]
  readonly self: string
}

export interface PeriodView {
  readonly from: string
  readonly to: string
  readonly fromValue: string
  readonly toValue: string
  readonly presets: readonly { readonly text: string; readonly href: string }[]
  readonly hidden: readonly (readonly [string, string])[]
}

export interface CompareView {
  readonly phrase: string
  readonly rate: string
  readonly rates: readonly { readonly id: string; readonly name: string }[]
  readonly base: string
  readonly since: string
  /** What the dates would be if nothing were said. */
  readonly usualBase: string | undefined
  readonly usualSince: string | undefined
  readonly asOf: string
  readonly hidden: readonly (readonly [string, string])[]
}

export interface ReleaseView {
  readonly id: string
  readonly asOf: string
  readonly synthetic: boolean
  readonly others: readonly { readonly text: string; readonly href: string }[]
}

export interface ExplorerInput {
  readonly service: QueryService
  readonly tool: Tool
  readonly events: readonly TimelineEvent[]
  readonly url: URL
  readonly language: Language
}

function groundOf({ service, tool, url, language }: ExplorerInput): Ground {
  return { tool, language, catalog: service.catalog, view: parseView(url.searchParams, tool, service.catalog) }
}

/** The clean form of an address, when it has one that differs: forms leave empty and repeated words behind. */
export function cleanAddress(input: ExplorerInput): string | undefined {
  const params = [...input.url.searchParams]
  const words = params.map(([word]) => word)
  const isLoose = words.includes('q') && !words.includes('pick')
  const isClean = !isLoose && params.every(([, value]) => value !== '') && new Set(words).size === words.length
  if (isClean) return undefined
  return input.url.pathname + search(printView(groundOf(input).view, input.tool))
}

const hrefWith = (input: ExplorerInput) => hrefs(input.url.pathname, input.tool)

function twelveMonthsBefore(asOf: string): string {
  const index = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 12
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

function periodView(input: ExplorerInput, ground: Ground, release: ReleaseInfo, to: string): PeriodView {
  const { view, language, tool } = ground
  const says = wordsIn(language).tool
  const href = hrefWith(input)
  return {
    from: formatPeriod(view.from || release.first_month, language),
    to: view.to === undefined ? formatDate(to, language) : formatPeriod(view.to, language),
    fromValue: view.from || release.first_month,
    toValue: view.to ?? '',
    presets: [
      { text: says.sinceProgram, href: href({ ...view, from: tool.from ?? '', to: undefined }) },
      { text: says.lastYear, href: href({ ...view, from: twelveMonthsBefore(release.as_of), to: undefined }) },
      { text: says.wholeRelease, href: href({ ...view, from: release.first_month, to: undefined }) },
    ],
    hidden: hiddenFields(view, tool, ['from', 'to']),
  }
}

function compareView(ground: Ground, base: string, since: string, release: ReleaseInfo): CompareView {
  const { view, language, tool } = ground
  const says = wordsIn(language).tool
  const date = formatDate(base, language)
  const phrases: Readonly<Record<string, string>> = {
    pd_share_of_backlog: says.basePhrase(date),
    pd_share_of_closures: says.closuresPhrase,
    both: says.bothPhrase(date),
  }
  const names: Readonly<Record<string, string>> = says.rates
  return {
    phrase: phrases[view.rate] ?? view.rate,
    rate: view.rate,
    rates: [...tool.rates, 'both'].map((id) => ({ id, name: names[id] ?? id })),
    base,
    since,
    usualBase: view.base === undefined ? base : undefined,
    usualSince: view.since === undefined ? since : undefined,
    asOf: release.as_of,
    hidden: hiddenFields(view, tool, ['rate', 'base', 'since']),
  }
}

function emptyView(
  ground: Ground,
  input: ExplorerInput,
  panes: readonly PaneView[],
  names: Parameters<typeof namesOf>[0]['names'],
) {
  if (panes.some((p) => p.total.cells.some((c) => c.missing === undefined && c.text !== '0'))) return undefined
  const { view, catalog, language } = ground
  return view.filters.map((f) => ({
    text: `${catalog.dimensions.get(f.dimension)?.name[language] ?? f.dimension}: ${
      namesOf({ view, names, language, words: wordsIn(language) }, f.dimension) ?? ''
    }`,
    clear: hrefWith(input)(withFilter(view, catalog, f.dimension, [])),
  }))
}

/** What must be known beside the numbers. That they are synthetic is said elsewhere on the page. */
function notesOf(result: Result): readonly string[] {
  const since = result.notes.find((n) => n.code === 'recorded_since')
  const told = result.notes.filter((n) => n.code !== 'synthetic' && (n.code !== 'recorded_since' || n === since))
  return [...new Set(told.map((n) => n.text))]
}

function placeText(ground: Ground, names: Parameters<typeof namesOf>[0]['names']): string | undefined {
  const told = { view: ground.view, names, language: ground.language, words: wordsIn(ground.language) }
  const parts = ground.view.filters.map((f) => namesOf(told, f.dimension) ?? '')
  return parts.length === 0 ? undefined : parts.join(', ')
}

function releaseView(input: ExplorerInput, view: View, release: ReleaseInfo, all: readonly ReleaseInfo[]): ReleaseView {
  const { language } = input
  const href = hrefWith(input)
  const label = (r: ReleaseInfo) => wordsIn(language).tool.releaseLine(r.id, formatDate(r.as_of, language))
  return {
    id: release.id,
    asOf: formatDate(release.as_of, language),
    synthetic: release.synthetic,
    others: all
      .filter((r) => r.id !== release.id)
      .slice(0, 12)
      .map((r) => ({ text: label(r), href: href({ ...view, release: r.id }) })),
  }
}

/** Everything that a tool's page shows, from its address. */
export async function explorerPage(input: ExplorerInput): Promise<ExplorerPage> {
  const { service, tool, url, language, events } = input
  const words = wordsIn(language)
  const ground = groundOf(input)
  const { view, catalog } = ground
  const href = hrefWith(input)
  const [release, releases, answers] = await Promise.all([
    service.release(view.release),
    service.releases(),
    askAll(service, ground),
  ])
  const names = await namesFor(service, ground)
  const filters = await filterViews({ service, ground, names, panes: answers.panes, words, href })
  const panes = answers.panes.map((result, i) =>
    paneView({ ground, result, number: i + 1, names, known: notesOf(answers.whole), words, href }),
  )
  const dimensionNames = Object.fromEntries([...catalog.dimensions].map(([id, d]) => [id, d.name[language]]))
  const answer = answerSentence({ view, answers, names, dimensionNames, language, words })
  const { origin } = answers.whole
  const provisional = release.provisional.filter(
    (m) => m >= view.from.slice(0, 7) && (view.to === undefined || m <= view.to),
  )
  const printed = search(printView({ ...view, pick: undefined, pickFind: '' }, tool))
  const join = printed === '' ? '?' : `${printed}&`
  return {
    path: url.pathname,
    title: tool.title[language],
    short: catalog.measures.get(tool.measures[0] ?? '')?.name[language] ?? tool.id,
    question: printed,
    filters,
    addable: sentenceDimensions(ground).addable.map((id) => ({
      name: catalog.dimensions.get(id)?.name[language] ?? id,
      href: url.pathname + search(printView({ ...view, pick: id, pickFind: '' }, tool)),
    })),
    period: periodView(input, ground, release, origin.to),
    compare: compareView(ground, origin.base, origin.since, release),
    release: releaseView(input, view, release, releases),
    provisional: provisional.length === 0 ? undefined : words.tool.provisional(formatMonths(provisional, language)),
    answer,
    notes: notesOf(answers.whole),
    empty:
      numberIn(answers.whole.totals, tool.measures[0] ?? '') === 0 ? emptyView(ground, input, panes, names) : undefined,
    clearAll: view.filters.length < 2 ? undefined : href({ ...view, filters: [] }),
    figure: figureView({
      ground,
      result: answers.months,
      release,
      events,
      place: placeText(ground, names),
      answer: plain(answer),
      panes,
      words,
    }),
    tabs: figures.map((kind) => ({ kind, href: href({ ...view, figure: kind }) })),
    panes,
    wide: view.rate === 'both',
    hidden: Object.fromEntries(
      view.panes.flatMap((_, i) => [
        [`find${i + 1}`, hiddenFields(view, tool, [`find${i + 1}`])],
        [`pane${i + 1}`, hiddenFields(view, tool, ['panes', `find${i + 1}`])],
      ]),
    ),
    downloads: {
      csv: `${url.pathname}.csv${join}`,
      json: `${url.pathname}.json${printed}`,
    },
    receipt: answers.whole.receipt,
    answerReceipts: [answers.whole.receipt, ...(answers.country === undefined ? [] : [answers.country.receipt])].join(
      ' ',
    ),
    monthsReceipt: answers.months.receipt,
    measures: columnsOf(ground),
    self: url.pathname + printed,
  }
}
