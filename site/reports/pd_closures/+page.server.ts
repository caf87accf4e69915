import { formatDate } from '#render'
import { articleHtml, sentenceHtml } from '../../../src/report/html/article.ts'
import { buildReport } from '../../../src/report/reports.ts'
import { reportWordsIn } from '../../../src/report/words/index.ts'
import { answered } from '../../../src/web/answered.ts'
import { askedOf } from '../asked.ts'
import type { PageServerLoad } from './$types.js'

/** The address that gives this very report, whatever is published later. */
function permanent(document: { as_of: string; release: { id: string } }): string {
  return `?${new URLSearchParams({ as_of: document.as_of, release: document.release.id })}`
}

export const load: PageServerLoad = async ({ locals: { service, language }, url }) => {
  const document = await answered(() => buildReport(service, 'pd_closures', askedOf(url, language)))
  const releases = await service.releases()
  const { list, asOf, release, show, download, permanentLink, choose } = reportWordsIn(language)
  return {
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
