import type { Language, Profile, Tool } from '#catalog'
import { UsageError } from '#errors'
import { explorerWordsIn, formatDate, formatNumber, formatPeriod, formatShortMonth, wordsIn } from '#render'
import { numberIn, type ReleaseInfo, type Result } from '../../query/result.ts'
import type { QueryService, Value } from '../../query/service.ts'
import { pathIn } from '../address.ts'
import { layoutPlot } from '../chart/plot.ts'
import { cellIn, codeIn, formatCell, formatValue, labelIn } from '../explorer/cells.ts'
import { unitOf } from '../explorer/columns.ts'
import { eventsView, type TimelineEvent } from '../explorer/events.ts'
import type { PlotView } from '../explorer/figure.ts'
import { search } from '../explorer/view.ts'
import { profileRows } from './table.ts'

export interface ProfileInput {
  readonly service: QueryService
  readonly profile: Profile
  readonly tools: readonly Tool[]
  readonly events: readonly TimelineEvent[]
  readonly url: URL
  readonly language: Language
}

const known = ['q', 'release'] as const
/** So many years are drawn, so many members of a list shown. */
const drawnYears = 10
const listed = 8

function checkWords({ profile, url }: ProfileInput): void {
  const allowed = [profile.dimension, ...known]
  for (const word of url.searchParams.keys()) {
    if (allowed.includes(word)) continue
    throw new UsageError(`This page knows no word “${word}”.`, {
      code: 'unknown-word',
      value: word,
      allowed: allowed.join(', '),
      hint: `take ${word} out of the address`,
    })
  }
}

/** `2026-09` less a number of months. */
export function monthsBefore(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - count
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

interface Context extends ProfileInput {
  readonly code: string
  readonly release: ReleaseInfo
}

type Words = Readonly<Record<string, string | undefined>>

function run({ service, language, url }: ProfileInput, words: Words): Promise<Result> {
  const query = new URLSearchParams()
  const release = url.searchParams.get('release')
  for (const [word, value] of Object.entries(words)) if (value !== undefined) query.set(word, value)
  if (release !== null && release !== '') query.set('release', release)
  return service.run(query.toString(), language)
}

/** The address of a tool that looks closer at a measure of this member. */
function toolHref(context: Context, id: string, measure: string, more: Words = {}): string {
  const { tools, profile, code, language } = context
  const tool = tools.find((t) => t.id === id)
  const isUsual = tool?.measures[0]?.id === measure
  const isOffered = tool?.measures.some((m) => m.id === measure) === true
  const words: [string, string][] = []
  if (isOffered && !isUsual) words.push(['measure', measure])
  words.push([profile.dimension, code])
  for (const [word, value] of Object.entries(more)) if (value !== undefined) words.push([word, value])
  return pathIn(`/tools/${id}`, language) + search(words)
}

async function tablesOf(context: Context) {
  const { profile, code, release, service, language } = context
  const words = wordsIn(language)
  const [first, last] = [monthsBefore(release.as_of.slice(0, 7), 11), release.as_of.slice(0, 7)]
  const own = { [profile.dimension]: code }
  const ask = (lines: Profile['now'], more: Words) =>
    run(context, { measures: lines.map((l) => l.measure).join(','), min: String(profile.min), ...more })
  const [now, nowAll, year, yearAll] = await Promise.all([
    ask(profile.now, own),
    ask(profile.now, {}),
    ask(profile.year, { ...own, from: first }),
    ask(profile.year, { from: first }),
  ])
  const rows = (lines: Profile['now'], here: Result, country: Result, more: Words) =>
    profileRows(lines, {
      catalog: service.catalog,
      language,
      words,
      here,
      country,
      href: (tool, measure) => toolHref(context, tool, measure, more),
    })
  const says = explorerWordsIn(language).profile
  return [
    { title: formatDate(release.as_of, language), rows: rows(profile.now, now, nowAll, {}) },
    {
      title: says.lastYear(formatPeriod(first, language), formatPeriod(last, language)),
      rows: rows(profile.year, year, yearAll, { from: first }),
    },
  ]
}

async function plotsOf(context: Context) {
  const { profile, code, release, service, language, events } = context
  const first = monthsBefore(release.as_of.slice(0, 7), drawnYears * 12)
  const from = first < release.first_month ? release.first_month : first
  const says = explorerWordsIn(language).draw
  return Promise.all(
    profile.series.map(async ({ measure, tool }) => {
      const result = await run(context, { measures: measure, by: 'month', from, [profile.dimension]: code })
      const periods = result.rows.map((row) => codeIn(row, 'month'))
      const unit = unitOf(service.catalog, measure)
      const name = service.catalog.measures.get(measure)?.name[language] ?? measure
      const title = says.by(name, says.grains.month)
      const values = result.rows.map((row) => numberIn(row, measure))
      const series = {
        code: measure,
        name,
        points: values.map((value, i) => ({
          value,
          provisional: result.origin.release.provisional.includes(periods[i] ?? ''),
        })),
      }
      const format = (value: number) => formatValue(value, unit, language)
      const last = values.at(-1)
      const about =
        last === undefined
          ? title
          : `${title}. ${says.latest(name, format(last), formatPeriod(periods.at(-1) ?? '', language))}`
      const step = (period: string, i: number) => {
        const value = values[i]
        return wordsIn(language).tool.step(formatPeriod(period, language), value === undefined ? '–' : format(value))
      }
      const plot = layoutPlot([series], {
        periods,
        format,
        whole: unit !== 'share',
        name: (p) => formatShortMonth(p, language),
      })
      const view: PlotView = { plot, about, steps: [periods.map(step)] }
      return {
        measure,
        title,
        view,
        receipt: result.receipt,
        drawn: service.catalog.measures.get(measure)?.kind === 'flow' ? ('bars' as const) : ('lines' as const),
        href: toolHref(context, tool, measure, { from }),
        hrefs: periods.map((p) => toolHref(context, tool, measure, { from: p, to: p })),
        events: eventsView(profile.dimension === 'court' ? events : [], periods, [code], language),
      }
    }),
  )
}

async function listsOf(context: Context) {
  const { profile, code, release, service, language } = context
  const { catalog } = service
  const words = wordsIn(language)
  return Promise.all(
    profile.lists.map(async ({ dimension, measure, tool }) => {
      const isFlow = catalog.measures.get(measure)?.kind === 'flow'
      const from = isFlow ? monthsBefore(release.as_of.slice(0, 7), 11) : undefined
      const result = await run(context, {
        measures: measure,
        by: dimension,
        [profile.dimension]: code,
        from,
        sort: `-${measure}`,
        limit: String(listed),
        totals: '1',
      })
      const unit = unitOf(catalog, measure)
      const longest = Math.max(1, ...result.rows.map((row) => numberIn(row, measure) ?? 0))
      return {
        dimension,
        name: catalog.dimensions.get(dimension)?.name[language] ?? dimension,
        measure: catalog.measures.get(measure)?.name[language] ?? measure,
        all: catalog.dimensions.get(dimension)?.all[language] ?? '',
        receipt: result.receipt,
        measureId: measure,
        total: formatCell(cellIn(result.totals, measure), unit, language, words).text,
        rows: result.rows.map((row) => {
          const member = codeIn(row, dimension)
          return {
            code: member,
            name: labelIn(result, dimension, member, language),
            text: formatCell(cellIn(row, measure), unit, language, words).text,
            bar: ((numberIn(row, measure) ?? 0) / longest) * 100,
            href: toolHref(context, tool, measure, { [dimension]: member, from }),
          }
        }),
        href: toolHref(context, tool, measure, { from }),
      }
    }),
  )
}

/** All members with their pending cases, or those that are looked for. */
async function membersOf(input: ProfileInput, find: string) {
  const { profile, service, language, url } = input
  const result = await run(input, { measures: 'pending', by: profile.dimension, sort: '-pending', totals: '1' })
  const release = url.searchParams.get('release')
  const found = await service.values(profile.dimension, {
    language,
    ...(find !== '' && { search: find }),
    ...(release !== null && release !== '' && { release }),
  })
  const names = new Map(found.map((v: Value) => [v.code, v.label]))
  const at = new Map(result.rows.map((row, i) => [codeIn(row, profile.dimension), i]))
  const order = (code: string) => at.get(code) ?? Number.MAX_SAFE_INTEGER
  return {
    receipt: result.receipt,
    rows: [...names.keys()]
      .filter((code) => code !== 'none')
      .toSorted((a, b) => order(a) - order(b))
      .map((code) => {
        const row = result.rows[order(code)]
        return {
          code,
          name: names.get(code) ?? code,
          at: row === undefined ? undefined : order(code),
          text: row === undefined ? '' : formatNumber(numberIn(row, 'pending') ?? 0, language),
          href: input.url.pathname + search([[profile.dimension, code]]),
        }
      }),
  }
}

/** The page of a profile: a list to choose from, or one member. */
export async function profilePage(input: ProfileInput) {
  checkWords(input)
  const { profile, service, language, url } = input
  const release = await service.release(url.searchParams.get('release') ?? undefined)
  const find = url.searchParams.get('q')?.trim() ?? ''
  const code = url.searchParams.get(profile.dimension)?.trim() ?? ''
  const common = {
    id: profile.id,
    dimension: profile.dimension,
    kind: profile.title[language],
    question: profile.question[language],
    path: url.pathname,
    find,
    release: { id: release.id, asOf: formatDate(release.as_of, language), synthetic: release.synthetic },
  }
  if (code === '') return { ...common, members: await membersOf(input, find), one: undefined }
  const context: Context = { ...input, code, release }
  const [tables, plots, lists, labels] = await Promise.all([
    tablesOf(context),
    plotsOf(context),
    listsOf(context),
    service.values(profile.dimension, { language, search: code, release: release.id }),
  ])
  const name = labels.find((v) => v.code === code)?.label ?? code
  return { ...common, members: undefined, one: { code, name, tables, plots, lists } }
}

export type ProfilePage = Awaited<ReturnType<typeof profilePage>>
