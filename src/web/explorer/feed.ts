import { explorerWordsIn, formatDate, plain, wordsIn } from '#render'
import type { ReleaseInfo } from '../../query/result.ts'
import { type ExplorerInput, groundOf } from './ground.ts'
import type { Ground } from './question.ts'
import { toldAnswer } from './told.ts'
import { printView, search } from './view.ts'

const mostEntries = 24

function xml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
}

async function entryOf(input: ExplorerInput, ground: Ground, release: ReleaseInfo, page: string): Promise<string> {
  const { tool, language, url } = input
  const inIt: Ground = { ...ground, view: { ...ground.view, release: release.id } }
  // An older release may not know a code or end before the period begins: then there is no entry for it.
  const answer = await toldAnswer(input, inIt).catch(() => undefined)
  if (answer === undefined) return ''
  const address = `${url.origin}${page}${search(printView(inIt.view, tool, ground.catalog))}`
  const line = wordsIn(language).tool.releaseLine(release.id, formatDate(release.as_of, language))
  const mark = release.synthetic ? ` (${wordsIn(language).site.synthetic})` : ''
  return `  <entry>
    <id>${xml(address)}</id>
    <title>${xml(`${tool.title[language]}: ${line}${mark}`)}</title>
    <link href="${xml(address)}"/>
    <updated>${new Date(release.published_at).toISOString()}</updated>
    <summary>${xml(plain(answer.text))}</summary>
  </entry>
`
}

/** The view as an Atom feed: one entry for each release, with its answer to the same question. */
export async function feedOf(input: ExplorerInput): Promise<Response> {
  const { service, tool, language, url } = input
  const asked = groundOf(input)
  const ground: Ground = { ...asked, view: { ...asked.view, release: undefined } }
  const releases = (await service.releases()).slice(0, mostEntries)
  const page = url.pathname.replace(/\.atom$/, '')
  const printed = search(printView(ground.view, tool, ground.catalog))
  const entries = await Promise.all(releases.map((release) => entryOf(input, ground, release, page)))
  const newest =
    releases
      .map((r) => r.published_at)
      .toSorted()
      .at(-1) ?? '1970-01-01'
  const self = `${url.origin}${url.pathname}${printed}`
  const body = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${xml(self)}</id>
  <title>${xml(`opendocket · ${tool.title[language]}`)}</title>
  <subtitle>${xml(explorerWordsIn(language).take.followHint)}</subtitle>
  <link rel="self" href="${xml(self)}"/>
  <link href="${xml(url.origin + page + printed)}"/>
  <updated>${new Date(newest).toISOString()}</updated>
  <author><name>opendocket</name></author>
${entries.join('')}</feed>
`
  return new Response(body, {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8', 'access-control-allow-origin': '*' },
  })
}
