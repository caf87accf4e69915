import type { Language, ToolMeasure } from '#catalog'
import { formatDate, formatMonth, formatMonths, formatPeriod, plain, sentenceList, wordsIn } from '#render'
import type { ReleaseInfo, Result } from '../../query/result.ts'
import { namesOf } from './answer.ts'
import { choicesOf, knows, panesFor, plainId, toldOf, variantsOf } from './choices.ts'
import { columnsOf, measuresOf, ratesOf } from './columns.ts'
import { type EmptyView, emptyView } from './emptied.ts'
import { type FigureView, figureView } from './figure.ts'
import { type FilterView, filterViews, namesFor, sentenceDimensions } from './filters.ts'
import { type ExplorerInput, groundOf } from './ground.ts'
import { hiddenFields, hrefs } from './links.ts'
import { type PaneView, paneView } from './pane.ts'
import { askAll, type Ground, receiptsOf } from './question.ts'
import { type TakeView, takeView } from './take.ts'
import { answerSentence } from './tell.ts'
import { type Figure, figures, mostPanes, printView, search, type View } from './view.ts'

export interface ExplorerPage {
  readonly path: string
  readonly title: string
  /** The name of what is counted. */
  readonly short: string
  readonly question: string
  readonly filters: readonly FilterView[]
  /** What is asked in one line: the filters that were chosen and the period. */
  readonly asked: string
  readonly addable: readonly { readonly name: string; readonly href: string }[]
  readonly period: PeriodView
  /** Undefined where the tool compares with no rate. */
  readonly compare: CompareView | undefined
  /** What is counted, and what else could be. */
  readonly counted: CountedView
  readonly definition: DefinitionView
  readonly help: string
  readonly release: ReleaseView
  readonly provisional: string | undefined
  readonly answer: string
  readonly notes: readonly string[]
  readonly empty: EmptyView | undefined
  readonly clearAll: string | undefined
  readonly figure: FigureView
  readonly tabs: readonly { readonly kind: Figure; readonly href: string }[]
  readonly panes: readonly PaneView[]
  readonly wide: boolean
  readonly hidden: Readonly<Record<string, readonly (readonly [string, string])[]>>
  readonly addPane: readonly { readonly name: string; readonly href: string }[]
  readonly take: TakeView
  readonly receipt: string
  /** Receipts of the numbers in the answer: those asked about, and the country beside them. */
  readonly answerReceipts: string
  /** Receipts of the numbers in the figure. */
  readonly figureReceipts: string
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

export interface CountedView {
  readonly name: string
  readonly choices: readonly { readonly name: string; readonly href: string; readonly on: boolean }[]
}

/** The definition in use, its rivals, and where they are set side by side. */
export interface DefinitionView {
  readonly name: string
  readonly page: string
  /** Where the definitions are set side by side. */
  readonly compare: string | undefined
  readonly choices: readonly {
    readonly name: string
    readonly about: string
    readonly href: string
    readonly on: boolean
  }[]
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
  /** How many days old the newest release is, when it is too old to go unsaid. */
  readonly age: number | undefined
  readonly others: readonly { readonly text: string; readonly href: string }[]
}

/** The clean form of an address, when it has one that differs: forms leave empty and repeated words behind. */
export function cleanAddress(input: ExplorerInput): string | undefined {
  const params = [...input.url.searchParams]
  const words = params.map(([word]) => word)
  const isLoose = words.includes('q') && !words.includes('pick')
  const isClean = !isLoose && params.every(([, value]) => value !== '') && new Set(words).size === words.length
  if (isClean) return undefined
  return input.url.pathname + search(printView(groundOf(input).view, input.tool, input.service.catalog))
}

const hrefWith = (input: ExplorerInput) => hrefs(input.url.pathname, input.tool, input.service.catalog)

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
      ...(tool.rates.length > 0
        ? [{ text: says.sinceProgram, href: href({ ...view, from: tool.from ?? '', to: undefined }) }]
        : []),
      { text: says.lastYear, href: href({ ...view, from: twelveMonthsBefore(release.as_of), to: undefined }) },
      { text: says.wholeRelease, href: href({ ...view, from: release.first_month, to: undefined }) },
    ],
    hidden: hiddenFields(ground, ['from', 'to']),
  }
}

function compareView(ground: Ground, base: string, since: string, release: ReleaseInfo): CompareView | undefined {
  const { view, language, tool } = ground
  if (ratesOf(ground).length === 0) return undefined
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
    hidden: hiddenFields(ground, ['rate', 'base', 'since']),
  }
}

/** `Los Angeles · October 2011 – 30 September 2026` */
function askedText(filters: readonly FilterView[], { from, to }: PeriodView): string {
  const chosen = filters.filter((filter) => filter.chosen)
  const said = chosen.length === 0 ? filters.slice(0, 1) : chosen
  return [...said.map((filter) => filter.text), `${from} – ${to}`].join(' · ')
}

/** The view of another measure: what it cannot be sliced by goes. */
function withMeasure({ view, tool, catalog }: Ground, measure: string): View {
  const choices = choicesOf(tool, catalog, measure)
  const isSame = plainId(measure) === plainId(view.measure)
  const panes = view.panes.filter((p) => choices.includes(p))
  return {
    ...view,
    measure,
    filters: view.filters.filter((f) => knows(catalog, measure, f.dimension)),
    panes: isSame && panes.length === view.panes.length ? panes : panesFor(tool, catalog, measure),
    split: view.split !== undefined && choices.includes(view.split) ? view.split : undefined,
    sort: undefined,
    finds: [],
  }
}

function countedView(input: ExplorerInput, ground: Ground): CountedView {
  const { tool, language, view, catalog } = ground
  const href = hrefWith(input)
  const own = toldOf(tool, view.measure)
  // There are many filings, but one rate.
  const nounOf = (m: ToolMeasure) => (catalog.measures.get(m.id)?.kind === 'rate' ? m.one : m.many)[language]
  return {
    name: nounOf(own),
    choices: tool.measures.map((m) => ({
      name: nounOf(m),
      href: href(withMeasure(ground, m.id)),
      on: m.id === own.id,
    })),
  }
}

function definitionView(input: ExplorerInput, ground: Ground): DefinitionView {
  const { view, catalog, language } = ground
  const href = hrefWith(input)
  const ids = [plainId(view.measure), ...variantsOf(catalog, view.measure)]
  const name = (id: string) => catalog.measures.get(id)?.name[language] ?? id
  return {
    name: name(view.measure),
    page: `/methods/${view.measure}`,
    compare: ids.length < 2 ? undefined : `/methods/${plainId(view.measure)}/compare`,
    choices: ids.map((id) => ({
      name: name(id),
      about: catalog.measures.get(id)?.about[language] ?? '',
      href: href(withMeasure(ground, id)),
      on: id === view.measure,
    })),
  }
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

/** A release older than this may have a successor. */
const staleAfter = 45

function ageOf(all: readonly ReleaseInfo[]): number | undefined {
  const newest = all
    .map((r) => r.as_of)
    .toSorted()
    .at(-1)
  if (newest === undefined || all.every((r) => r.synthetic)) return undefined
  const days = Math.floor((Date.now() - Date.parse(newest)) / 86_400_000)
  return days > staleAfter ? days : undefined
}

function releaseView(input: ExplorerInput, view: View, release: ReleaseInfo, all: readonly ReleaseInfo[]): ReleaseView {
  const { language } = input
  const href = hrefWith(input)
  const label = (r: ReleaseInfo) => wordsIn(language).tool.releaseLine(r.id, formatDate(r.as_of, language))
  return {
    id: release.id,
    asOf: formatDate(release.as_of, language),
    synthetic: release.synthetic,
    age: ageOf(all),
    others: all
      .filter((r) => r.id !== release.id)
      .slice(0, 12)
      .map((r) => ({ text: label(r), href: href({ ...view, release: r.id }) })),
  }
}

/** Months in words, each with the estimate of how much of it is there. */
function provisionalText(release: ReleaseInfo, months: readonly string[], language: Language): string {
  const shares = new Map(release.estimated?.map(({ month, share }) => [month, share]))
  // Many are named as a span; how much of each is there stands in the notes.
  if (months.length > 3 || months.every((month) => shares.get(month) === undefined))
    return formatMonths(months, language)
  const { estimated } = wordsIn(language).tool
  return sentenceList(
    months.map((month) => {
      const share = shares.get(month)
      return (
        formatMonth(month, language) + (share === undefined ? '' : estimated(Math.min(99, Math.floor(share * 100))))
      )
    }),
    language,
  )
}

/** Everything that a tool's page shows, from its address. */
export async function explorerPage(input: ExplorerInput): Promise<ExplorerPage> {
  const { service, tool, url, language, events } = input
  const words = wordsIn(language)
  const ground = groundOf(input)
  const { view, catalog } = ground
  const href = hrefWith(input)
  const [releases, answers] = await Promise.all([service.releases(), askAll(service, ground)])
  // As its answer sees it: with the months that are provisional for what is counted here.
  const { release } = answers.whole.origin
  const names = await namesFor(service, ground)
  const filters = await filterViews({ service, ground, names, panes: answers.panes, words, href })
  const panes = answers.panes.map((result, i) =>
    paneView({ ground, result, number: i + 1, names, known: notesOf(answers.whole), words, href }),
  )
  const dimensionNames = Object.fromEntries([...catalog.dimensions].map(([id, d]) => [id, d.name[language]]))
  const answer = answerSentence({ view, ground, answers, names, dimensionNames, language, words })
  const { origin } = answers.whole
  const provisional = release.provisional.filter(
    (m) => m >= view.from.slice(0, 7) && (view.to === undefined || m <= view.to),
  )
  const printed = search(printView({ ...view, pick: undefined, pickFind: '' }, tool, catalog))
  const figure = figureView({
    ground,
    answers: answers.figure,
    release,
    events,
    place: placeText(ground, names),
    answer: plain(answer),
    panes,
    words,
    href,
  })
  const choices = choicesOf(tool, catalog, view.measure)
  const period = periodView(input, ground, release, origin.to)
  return {
    path: url.pathname,
    title: tool.title[language],
    short: tool.title[language],
    question: printed,
    filters,
    asked: askedText(filters, period),
    addable: sentenceDimensions(ground).addable.map((id) => ({
      name: catalog.dimensions.get(id)?.name[language] ?? id,
      href: url.pathname + search(printView({ ...view, pick: id, pickFind: '' }, tool, catalog)),
    })),
    period,
    compare: compareView(ground, origin.base, origin.since, release),
    counted: countedView(input, ground),
    definition: definitionView(input, ground),
    help: `/tools/${tool.id}/help`,
    release: releaseView(input, view, release, releases),
    provisional:
      provisional.length === 0 ? undefined : words.tool.provisional(provisionalText(release, provisional, language)),
    answer,
    notes: notesOf(answers.whole),
    empty: await emptyView({ service, ground, whole: answers.whole, names, words, href }),
    clearAll: view.filters.length < 2 ? undefined : href({ ...view, filters: [] }),
    figure,
    tabs: figures.map((kind) => ({ kind, href: href({ ...view, figure: kind }) })),
    panes,
    addPane:
      view.panes.length >= mostPanes
        ? []
        : choices
            .filter((id) => !view.panes.includes(id))
            .map((id) => ({
              name: catalog.dimensions.get(id)?.name[language] ?? id,
              href: href({ ...view, panes: [...view.panes, id] }),
            })),
    wide: columnsOf(ground).length > 3,
    hidden: Object.fromEntries(
      view.panes.flatMap((_, i) => [
        [`find${i + 1}`, hiddenFields(ground, [`find${i + 1}`])],
        [`pane${i + 1}`, hiddenFields(ground, ['panes', `find${i + 1}`])],
      ]),
    ),
    take: takeView({
      url,
      printed,
      tool: tool.id,
      title: figure.title,
      subtitle: figure.subtitle,
      panes: panes.map(({ number, name }) => ({ number, name })),
      release,
      receipt: answers.whole.receipt,
      language,
    }),
    receipt: answers.whole.receipt,
    answerReceipts: [answers.whole.receipt, ...(answers.country === undefined ? [] : [answers.country.receipt])].join(
      ' ',
    ),
    figureReceipts: receiptsOf(answers.figure),
    measures: measuresOf(catalog, columnsOf(ground)),
    self: url.pathname + printed,
  }
}
