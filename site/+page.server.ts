import type { Language } from '#catalog'
import { isCounted } from '../src/query/counted.ts'
import type { QueryService } from '../src/query/service.ts'
import { pathIn } from '../src/web/address.ts'
import { answered } from '../src/web/answered.ts'
import { explorerPage } from '../src/web/explorer/page.ts'
import { answerAt } from '../src/web/explorer/told.ts'
import { problemOf } from '../src/web/problem.ts'
import { monthsBefore } from '../src/web/profile/questions.ts'
import type { PageServerLoad } from './$types.js'
import { findEverywhere } from './find.ts'
import { profiles, timeline, tools } from './index.ts'
import { findTool } from './tools/find.ts'

/** What the newest release says, in five sentences: a tool each, most of them over the last twelve months. */
const sentences: readonly { readonly tool: string; readonly year: boolean }[] = [
  { tool: 'pd_closures', year: false },
  { tool: 'backlog', year: false },
  { tool: 'filings', year: true },
  { tool: 'outcomes', year: true },
  { tool: 'asylum', year: true },
]

/** The five sentences, those that can be told already, each with its receipts and its tool; and the first tool's figure. */
async function headline(service: QueryService, url: URL, language: Language) {
  try {
    const release = await service.release()
    const first = monthsBefore(release.as_of.slice(0, 7), 11)
    const input = (id: string, search: string) => ({
      service,
      tool: findTool(id),
      events: timeline,
      url: new URL(pathIn(`/tools/${id}`, language) + search, url),
      language,
    })
    const counted = sentences.filter(({ tool }) =>
      isCounted(findTool(tool).measures[0]?.id ?? '', service.catalog, release),
    )
    const [explorer, ...told] = await Promise.all([
      explorerPage(input('pd_closures', '')),
      ...counted.map(({ tool, year }) => answerAt(input(tool, year ? `?from=${first}` : ''))),
    ])
    return {
      sentences: told.map((one, i) => ({ ...one, title: findTool(counted[i]?.tool ?? '').title[language] })),
      figureReceipts: explorer.figureReceipts,
      figure: explorer.figure,
      asOf: release.as_of,
      coming: release.whole === false,
    }
  } catch (error) {
    if (problemOf(error)?.explanation.code !== 'no-release') throw error
    return undefined
  }
}

/** The newest release and the one before it, if there are two. */
async function changed(service: QueryService, language: Language): Promise<string | undefined> {
  const [newest, before] = await service.releases()
  return newest === undefined || before === undefined
    ? undefined
    : pathIn(`/releases/${before.id}..${newest.id}`, language)
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const { service, language } = locals
  const find = url.searchParams.get('q')?.trim() ?? ''
  return {
    tools: [...tools, ...profiles].map(({ id, title, question }) => ({
      id,
      title: title[language],
      about: question[language],
    })),
    find,
    headline: await answered(() => headline(service, url, language)),
    changed: await changed(service, language),
    found: find === '' ? [] : await findEverywhere(service, find, language),
  }
}
