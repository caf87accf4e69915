import type { Language, Tool } from '#catalog'
import type { QueryService } from '../../query/service.ts'
import type { TimelineEvent } from './events.ts'
import type { Ground } from './question.ts'
import { parseView } from './view.ts'

/** What an explorer page is made from. */
export interface ExplorerInput {
  readonly service: QueryService
  readonly tool: Tool
  readonly events: readonly TimelineEvent[]
  readonly url: URL
  readonly language: Language
}

/** Words of a file's address that are no part of the view. */
const ofFiles = ['pane', 'rows', 'width']

/** What an address asks, read once. */
export function groundOf({ service, tool, url, language }: ExplorerInput): Ground {
  const words = new URLSearchParams(url.searchParams)
  if (/\.[a-z.]+$|\/embed$/.test(url.pathname)) for (const word of ofFiles) words.delete(word)
  return { tool, language, catalog: service.catalog, view: parseView(words, tool, service.catalog) }
}
