import type { Language } from '#catalog'
import { formatDate } from '#render'
import type { QueryService } from '../../src/query/service.ts'
import { articleHtml, sentenceHtml } from '../../src/report/html/article.ts'
import { buildReport } from '../../src/report/reports.ts'
import { reportWordsIn } from '../../src/report/words/index.ts'
import { askedOf } from './asked.ts'

/** The address that gives this very report, whatever is published later. */
function permanent(document: { as_of: string; release: { id: string } }): string {
  return `?${new URLSearchParams({ as_of: document.as_of, release: document.release.id })}`
}

/** What the page of a report shows. */
export async function reportPage(id: string, service: QueryService, language: Language, url: URL) {
  const document = await buildReport(service, id, askedOf(url, language))
  const releases = await service.releases()
  const { list, asOf, release, show, download, permanentLink, choose } = reportWordsIn(language)
  return {
    id,
    says: { list, asOf, release, show, download, permanentLink, choose },
    kicker: document.kicker,
    title: document.title.text,
    titleHtml: sentenceHtml(document.title, document),
    lead: document.sections[0]?.sentences.map((sentence) => sentence.text).join(' ') ?? '',
    asOf: document.as_of,
    since: document.since,
    edition: { ...document.release, date: formatDate(document.release.as_of, language) },
    others: releases.map(({ id, as_of }) => ({ id, text: `${id} (${formatDate(as_of, language)})` })),
    html: articleHtml(document),
    permanent: permanent(document),
  }
}
