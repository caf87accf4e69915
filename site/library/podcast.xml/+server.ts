import { pathIn } from '../../../src/web/address.ts'
import { podcastRss } from '../podcast/episodes.ts'
import { podcastWords } from '../podcast/words.ts'
import type { RequestHandler } from './$types.js'

export const GET: RequestHandler = ({ locals, url }) => {
  const words = podcastWords(locals.language)
  const body = podcastRss({
    origin: url.origin,
    path: pathIn('/library/podcast', locals.language),
    feedPath: pathIn('/library/podcast.xml', locals.language),
    title: `opendocket · ${words.title}`,
    lead: words.lead,
    language: locals.language,
  })
  return new Response(body, { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } })
}
