import {
  explorerWordsIn,
  formatDate,
  formatNumber,
  formatPeriod,
  formatShortMonth,
  sentenceList,
  wordsIn,
} from '#render'
import { numberIn } from '../../query/result.ts'
import type { Value } from '../../query/service.ts'
import { pathIn } from '../address.ts'
import { layoutPlot } from '../chart/plot.ts'
import { cellIn, codeIn, formatCell, formatValue, labelIn } from '../explorer/cells.ts'
import { unitOf } from '../explorer/columns.ts'
import { eventsView } from '../explorer/events.ts'
import type { PlotView } from '../explorer/figure.ts'
import { citationOf } from '../explorer/take.ts'
import { search } from '../explorer/view.ts'
import {
  askList,
  askSeries,
  askTables,
  type Context,
  checkWords,
  contextOf,
  drawnFrom,
  lastYear,
  listFrom,
  type ProfileInput,
  type QueryWords,
  run,
} from './questions.ts'
import { type ProfileRow, profileRows } from './table.ts'
import { profileOffers } from './take.ts'

export type { ProfileInput } from './questions.ts'

/** The address of a tool that looks closer at a measure of this member. */
function toolHref(context: Context, id: string, measure: string, more: QueryWords = {}): string {
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
  const { profile, release, service, language } = context
  const words = wordsIn(language)
  const [first, last] = lastYear(context)
  const { now, nowAll, year, yearAll } = await askTables(context)
  const input = (more: QueryWords) => ({
    catalog: service.catalog,
    language,
    words,
    href: (tool: string, measure: string) => toolHref(context, tool, measure, more),
  })
  const says = explorerWordsIn(language).profile
  return [
    {
      part: 'now',
      title: formatDate(release.as_of, language),
      receipt: now.receipt,
      rows: profileRows(profile.now, { ...input({}), here: now, country: nowAll }),
    },
    {
      part: 'year',
      title: says.lastYear(formatPeriod(first, language), formatPeriod(last, language)),
      receipt: year.receipt,
      rows: profileRows(profile.year, { ...input({ from: first }), here: year, country: yearAll }),
    },
  ]
}

/** The first lines of the tables as a sentence, and the receipts of its numbers. */
function answerOf(name: string, tables: Awaited<ReturnType<typeof tablesOf>>, context: Context) {
  const says = explorerWordsIn(context.language).profile
  const [now, year] = tables
  const [stock] = now?.rows ?? []
  if (now === undefined || year === undefined || stock === undefined) return undefined
  const item = ({ measure, name: what, here }: ProfileRow) => {
    const noun = context.tools.flatMap((tool) => tool.measures).find(({ id }) => id === measure)
    const called = here.text === '1' ? noun?.one : noun?.many
    return says.item(here.text, called?.[context.language] ?? what.toLowerCase())
  }
  return {
    text: says.answer(
      name,
      now.title,
      item(stock),
      stock.country.text,
      year.title,
      sentenceList(year.rows.slice(0, 3).map(item), context.language),
    ),
    receipts: [stock.here.receipt, stock.country.receipt, year.receipt].join(' '),
  }
}

async function plotsOf(context: Context) {
  const { profile, code, service, language, events } = context
  const from = drawnFrom(context)
  const says = explorerWordsIn(language).draw
  return Promise.all(
    profile.series.map(async ({ measure, tool }) => {
      const result = await askSeries(context, measure)
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
  const { profile, service, language } = context
  const { catalog } = service
  const words = wordsIn(language)
  return Promise.all(
    profile.lists.map(async (list) => {
      const { dimension, measure, tool } = list
      const from = listFrom(context, measure)
      const result = await askList(context, list)
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

/** Citation and files of a profile. */
function takeOf(context: Context, name: string, tables: Awaited<ReturnType<typeof tablesOf>>) {
  const { profile, service, url, release, language } = context
  const says = explorerWordsIn(language)
  const by = (measure: string, unit: string) =>
    says.draw.by(service.catalog.measures.get(measure)?.name[language] ?? measure, unit)
  const dimension = (id: string) => service.catalog.dimensions.get(id)?.name[language] ?? id
  return {
    self: url.pathname + search([...url.searchParams]),
    ...citationOf({
      url,
      printed: search([...url.searchParams]),
      tool: profile.id,
      title: name,
      subtitle: profile.title[language],
      release,
      receipt: tables[0]?.receipt ?? '',
      language,
    }),
    offers: profileOffers(context, {
      everything: says.take.everything,
      tables: [
        ...tables.map(({ part, title }) => ({ part, name: title })),
        ...tables.map(({ part, title }) => ({
          part: `${part}_country`,
          name: `${title}: ${says.profile.country.toLowerCase()}`,
        })),
        ...profile.series.map(({ measure }) => ({
          part: `${measure}_by_month`,
          name: by(measure, says.draw.grains.month),
        })),
        ...profile.lists.map((l) => ({ part: l.dimension, name: by(l.measure, dimension(l.dimension).toLowerCase()) })),
      ],
    }),
  }
}

/** The page of a profile: a list to choose from, or one member. */
export async function profilePage(input: ProfileInput) {
  checkWords(input)
  const { profile, service, language, url } = input
  const release = await service.release(url.searchParams.get('release') ?? undefined)
  const find = url.searchParams.get('q')?.trim() ?? ''
  const common = {
    id: profile.id,
    dimension: profile.dimension,
    kind: profile.title[language],
    question: profile.question[language],
    path: url.pathname,
    find,
    release: {
      id: release.id,
      asOf: formatDate(release.as_of, language),
      synthetic: release.synthetic,
      coming: release.whole === false,
    },
  }
  const found = await contextOf(input)
  if (found === undefined) return { ...common, members: await membersOf(input, find), one: undefined }
  const { context, name } = found
  const [tables, plots, lists] = await Promise.all([tablesOf(context), plotsOf(context), listsOf(context)])
  const answer = answerOf(name, tables, context)
  const take = takeOf(context, name, tables)
  return { ...common, members: undefined, one: { code: context.code, name, answer, tables, plots, lists, take } }
}

export type ProfilePage = Awaited<ReturnType<typeof profilePage>>
