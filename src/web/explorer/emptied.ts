import { explorerWordsIn, formatNumber, type SiteWords, sentenceList } from '#render'
import { numberIn, type Result } from '../../query/result.ts'
import type { QueryService } from '../../query/service.ts'
import { type FilterNames, namesOf } from './answer.ts'
import { codeIn, labelIn } from './cells.ts'
import { toldOf } from './choices.ts'
import type { Href } from './links.ts'
import { type Ground, queryText, sizeColumn } from './question.ts'
import { type View, withFilter } from './view.ts'

/** What is said of a view in which nothing is: which filter emptied it, the ways out, the nearest that is not empty. */
export interface EmptyView {
  readonly lines: readonly string[]
  /** Receipts of the numbers in the lines. */
  readonly receipts: string
  readonly ways: readonly { readonly text: string; readonly href: string }[]
}

interface EmptyInput {
  readonly service: QueryService
  readonly ground: Ground
  readonly whole: Result
  readonly names: FilterNames
  readonly words: SiteWords
  readonly href: Href
}

function filterText({ ground, names, words }: EmptyInput, dimension: string): string {
  const { view, catalog, language } = ground
  const name = catalog.dimensions.get(dimension)?.name[language] ?? dimension
  return `${name}: ${namesOf({ view, names, language, words }, dimension) ?? ''}`
}

/** `3 bond decisions`; of what a rate or a span of days is made, the number alone. */
function countedText({ tool, view, catalog, language }: Ground, count: number): string {
  const number = formatNumber(count, language)
  const kind = catalog.measures.get(view.measure)?.kind
  if (kind === 'rate' || kind === 'duration') return number
  const noun = toldOf(tool, view.measure)
  return `${number} ${(count === 1 ? noun.one : noun.many)[language]}`
}

/** How many there are without one filter. */
async function countWithout(
  input: EmptyInput,
  view: View,
): Promise<{ readonly count: number; readonly receipt: string }> {
  const ground = { ...input.ground, view }
  const result = await input.service.run(
    queryText(ground, { columns: [ground.view.measure], filters: view.filters }),
    ground.language,
  )
  return { count: numberIn(result.totals, sizeColumn(ground)) ?? 0, receipt: result.receipt }
}

/** The members with the most under the other filters. */
async function nearest(input: EmptyInput, dimension: string): Promise<readonly string[]> {
  const { ground, service } = input
  const { view, language } = ground
  const column = sizeColumn(ground)
  const filters = view.filters.filter((f) => f.dimension !== dimension)
  const asked = { columns: [view.measure], by: [dimension], filters, largest: { column, count: 3 } }
  const result = await service.run(queryText(ground, asked), language)
  const rows = result.rows.filter((row) => (numberIn(row, column) ?? 0) > 0)
  if (rows.length === 0) return []
  const list = rows.map((row) => labelIn(result, dimension, codeIn(row, dimension), language))
  const what = ground.catalog.dimensions.get(dimension)?.name[language].toLowerCase() ?? dimension
  return [explorerWordsIn(language).empty.near(what, sentenceList(list, language))]
}

/** Undefined while there is something. */
export async function emptyView(input: EmptyInput): Promise<EmptyView | undefined> {
  const { ground, whole, href } = input
  const { view, catalog, language } = ground
  if ((numberIn(whole.totals, sizeColumn(ground)) ?? 0) > 0) return undefined
  // A measure that is missing altogether is no matter of filters; the sentence has said why.
  if (numberIn(whole.totals, sizeColumn(ground)) === undefined) return undefined
  const says = explorerWordsIn(language).empty
  const tried = await Promise.all(
    view.filters.map(async (f) => {
      const without = withFilter(view, catalog, f.dimension, [])
      return {
        dimension: f.dimension,
        text: filterText(input, f.dimension),
        href: href(without),
        ...(await countWithout(input, without)),
      }
    }),
  )
  const guilty = tried.filter((t) => t.count > 0).toSorted((a, b) => b.count - a.count)
  const [first] = guilty
  return {
    lines: [
      view.filters.length === 0 ? says.period : says.all,
      ...guilty.map((t) => says.because(t.text, countedText(ground, t.count), t.count === 1)),
      ...(first === undefined ? [] : await nearest(input, first.dimension)),
    ],
    receipts: guilty.map((t) => t.receipt).join(' '),
    ways: [
      ...(guilty.length > 0 ? guilty : tried).map((t) => ({ text: says.drop(t.text), href: t.href })),
      { text: says.wholePeriod, href: href({ ...view, from: ground.tool.from ?? '', to: undefined }) },
    ],
  }
}
