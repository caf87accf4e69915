import { findRecord } from '../collection.ts'
import { readEpisodes } from './episode.ts'
import content from './episodes.json' with { type: 'json' }

/** The episodes, newest first; one that breaks a rule stops the build. */
export const episodes = readEpisodes(content, (id) => findRecord(id) !== undefined)

function xml(value: string): string {
  return value.replaceAll(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
}

/** The podcast as RSS 2.0 with the podcast namespace. An episode without a recording has no enclosure. */
export function podcastRss(options: {
  origin: string
  path: string
  feedPath: string
  title: string
  lead: string
  language: string
}): string {
  const { origin, path, feedPath, title, lead, language } = options
  const page = origin + path
  const items = episodes.map((e) => {
    const lines = [
      `<title>${xml(e.title)}</title>`,
      `<link>${xml(`${page}#${e.id}`)}</link>`,
      `<guid isPermaLink="false">tag:opendocket,2026:podcast/${e.id}</guid>`,
      `<pubDate>${new Date(`${e.published}T12:00:00Z`).toUTCString()}</pubDate>`,
      `<description>${xml(e.description)}</description>`,
      ...(e.audio === null
        ? []
        : [`<enclosure url="${xml(e.audio.url)}" length="${e.audio.bytes}" type="${e.audio.type}"/>`]),
      ...(e.audio?.seconds === undefined ? [] : [`<itunes:duration>${e.audio.seconds}</itunes:duration>`]),
      ...(e.transcript === null
        ? []
        : [`<podcast:transcript url="${xml(e.transcript)}" type="text/html" language="${e.language}"/>`]),
      '<itunes:explicit>false</itunes:explicit>',
    ]
    return `    <item>\n${lines.map((l) => `      ${l}`).join('\n')}\n    </item>\n`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
  <channel>
    <title>${xml(title)}</title>
    <link>${xml(page)}</link>
    <atom:link rel="self" type="application/rss+xml" href="${xml(origin + feedPath)}"/>
    <description>${xml(lead)}</description>
    <language>${language}</language>
    <itunes:author>opendocket</itunes:author>
    <itunes:explicit>false</itunes:explicit>
    <itunes:category text="Government"/>
    <podcast:locked>no</podcast:locked>
${items.join('')}  </channel>
</rss>
`
}
