import { wordsIn } from '#render'
import { columnsOf } from './columns.ts'
import { namesFor } from './filters.ts'
import { type ExplorerInput, groundOf } from './ground.ts'
import { type Ground, queryText } from './question.ts'
import { answerSentence } from './tell.ts'

/** A view's answer with the receipts of its numbers; strong words stand between **. */
export interface ToldAnswer {
  readonly text: string
  readonly receipts: string
}

/** The answer to a view's question alone: no figure, no panes. */
export async function toldAnswer(
  { service, language }: Pick<ExplorerInput, 'service' | 'language'>,
  ground: Ground,
): Promise<ToldAnswer> {
  const { view, catalog } = ground
  const words = wordsIn(language)
  const columns = columnsOf(ground)
  const ask = (filters: typeof view.filters) => service.run(queryText(ground, { columns, filters }), language)
  const [whole, country, names] = await Promise.all([
    ask(view.filters),
    view.filters.length === 0 ? undefined : ask([]),
    namesFor(service, ground),
  ])
  const dimensionNames = Object.fromEntries([...catalog.dimensions].map(([id, d]) => [id, d.name[language]]))
  const answers = { whole, country }
  return {
    text: answerSentence({ view, ground, answers, names, dimensionNames, language, words }),
    receipts: [whole.receipt, ...(country === undefined ? [] : [country.receipt])].join(' '),
  }
}

/** The answer of a tool at an address. */
export async function answerAt(input: ExplorerInput): Promise<ToldAnswer & { readonly href: string }> {
  const told = await toldAnswer(input, groundOf(input))
  return { ...told, href: input.url.pathname + input.url.search }
}
