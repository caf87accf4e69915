import { z } from 'zod'
import { DataError } from '#errors'
import { findRecord } from '../collection.ts'
import content from './episodes.json' with { type: 'json' }

const text = z.string().trim().min(1)

const episode = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: text,
  published: z.iso.date(),
  language: z.enum(['en', 'es']),
  description: text,
  /** Its record in the library. */
  record: text,
  /** The recording; null where none was found. A feed must tell its length and type. */
  audio: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }),
      type: z.enum(['audio/mpeg', 'audio/mp4', 'audio/ogg']),
      bytes: z.number().int().positive(),
      seconds: z.number().int().positive().optional(),
    })
    .nullable(),
  transcript: z.url().nullable(),
  chapters: z.array(z.strictObject({ at: z.number().int().nonnegative(), title: text })),
})
export type Episode = z.infer<typeof episode>

/** The episodes, newest first; one that breaks a rule stops the build. */
export const episodes: readonly Episode[] = z
  .array(episode)
  .parse(content)
  .toSorted((a, b) => b.published.localeCompare(a.published))

for (const { id, record } of episodes)
  if (findRecord(record) === undefined)
    throw new DataError(`site/library/podcast/episodes.json: ${id}: record: there is no record ${record}`, {
      code: 'bad-episode',
      value: record,
    })

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
