import type { Language } from '#catalog'
import { pathIn } from '../../src/web/address.ts'
import { dateOf, firstDay, type LibraryRecord } from './record.ts'

export interface FeedOptions {
  readonly origin: string
  /** The filters of the list, as the address has them: `?tag=pilot`. */
  readonly search: string
  readonly language: Language
  readonly title: string
  readonly status: (record: LibraryRecord) => string
}

interface Entry {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly author: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly published: string
  readonly updated: string
}

interface Feed {
  readonly title: string
  readonly page: string
  /** The address of the feed in a format: `atom`. */
  readonly self: (format: string) => string
  readonly language: Language
  readonly updated: string
  readonly entries: readonly Entry[]
}

/** So many entries at most: the newest. */
const most = 100

/** A feed's date is a moment: of what is known only by its month or year, the first day. */
function moment(date: string): string {
  return `${firstDay(date)}T00:00:00Z`
}

/** A list as a feed: one entry a record, dated by the latest of its changes that has come. */
function feedOf(list: readonly LibraryRecord[], options: FeedOptions): Feed {
  const { origin, search, language, title, status } = options
  const now = new Date().toISOString().slice(0, 10)
  const changed = ({ status_history }: LibraryRecord) =>
    status_history.map(({ from }) => from).findLast((from) => firstDay(from) <= now)
  const entries = list.map((record) => ({
    id: `tag:opendocket,2026:library/${record.id}`,
    title: record.title,
    url: origin + pathIn(`/library/${record.id}`, language),
    author: record.issuer,
    summary: `${status(record)} ${record.summary}`.trim(),
    tags: record.tags,
    published: moment(dateOf(record)),
    updated: moment(changed(record) ?? dateOf(record)),
  }))
  const newest = entries.toSorted((a, b) => b.updated.localeCompare(a.updated)).slice(0, most)
  return {
    title,
    page: origin + pathIn('/library', language) + search,
    self: (format) => origin + pathIn(`/library.${format}`, language) + search,
    language,
    updated: newest[0]?.updated ?? moment(now),
    entries: newest,
  }
}

function xml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
}

/** A list as Atom (RFC 4287). */
export function listAtom(list: readonly LibraryRecord[], options: FeedOptions): string {
  const feed = feedOf(list, options)
  const self = xml(feed.self('atom'))
  const entries = feed.entries.map(
    (entry) => `  <entry>
    <id>${entry.id}</id>
    <title>${xml(entry.title)}</title>
    <link href="${xml(entry.url)}"/>
    <published>${entry.published}</published>
    <updated>${entry.updated}</updated>
    <author><name>${xml(entry.author)}</name></author>
    <summary>${xml(entry.summary)}</summary>
  </entry>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
  <id>${self}</id>
  <title>${xml(feed.title)}</title>
  <link rel="self" href="${self}"/>
  <link href="${xml(feed.page)}"/>
  <updated>${feed.updated}</updated>
  <author><name>opendocket</name></author>
${entries.join('')}</feed>
`
}

/** A list as RSS 2.0. */
export function listRss(list: readonly LibraryRecord[], options: FeedOptions): string {
  const feed = feedOf(list, options)
  const day = (at: string) => new Date(at).toUTCString()
  const items = feed.entries.map(
    (entry) => `    <item>
      <title>${xml(entry.title)}</title>
      <link>${xml(entry.url)}</link>
      <guid isPermaLink="false">${entry.id}</guid>
      <pubDate>${day(entry.updated)}</pubDate>
      <description>${xml(entry.summary)}</description>
    </item>
`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${xml(feed.title)}</title>
    <link>${xml(feed.page)}</link>
    <atom:link rel="self" type="application/rss+xml" href="${xml(feed.self('rss'))}"/>
    <description>${xml(feed.title)}</description>
    <language>${feed.language}</language>
    <lastBuildDate>${day(feed.updated)}</lastBuildDate>
${items.join('')}  </channel>
</rss>
`
}

/** A list as JSON Feed 1.1. */
export function listJsonFeed(list: readonly LibraryRecord[], options: FeedOptions): string {
  const feed = feedOf(list, options)
  const items = feed.entries.map((entry) => ({
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_text: entry.summary,
    date_published: entry.published,
    date_modified: entry.updated,
    authors: [{ name: entry.author }],
    tags: entry.tags,
  }))
  const told = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: feed.self('feed.json'),
    language: feed.language,
    items,
  }
  return `${JSON.stringify(told, null, 2)}\n`
}
