import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningSite, startSite } from '../support/site.ts'

let site: RunningSite
beforeAll(async () => {
  site = await startSite()
})
afterAll(() => site.close())

async function read(path: string): Promise<string> {
  const response = await fetch(site.url + path)
  expect(response.status).toBe(200)
  return response.text()
}

function events(text: string): ICAL.Event[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((c) => new ICAL.Event(c))
}

describe('an independent parser reads what we publish', () => {
  test('the calendar: all-day events, each with its own id, the same as in the JSON', async () => {
    const all = events(await read('/calendar.ics'))
    expect(all.length).toBeGreaterThan(40)
    expect(new Set(all.map((e) => e.uid)).size).toBe(all.length)
    expect(all.every((e) => e.startDate.isDate && e.endDate.compare(e.startDate) > 0)).toBe(true)
  })

  test('the calendar of a court holds its own events alone, under the same ids', async () => {
    const all = new Set(events(await read('/calendar.ics')).map((e) => e.uid))
    const detroit = events(await read('/calendar/DET.ics'))
    expect(detroit.length).toBeGreaterThan(0)
    expect(detroit.length).toBeLessThan(all.size)
    expect(detroit.every((e) => all.has(e.uid))).toBe(true)
  })

  test('the library as an Atom feed: ids that are unique, dates, links', async () => {
    const feed = parseAtomFeed(await read('/library.atom'))
    const entries = feed.entries ?? []
    expect(entries.length).toBeGreaterThan(20)
    expect(new Set(entries.map((e) => e.id)).size).toBe(entries.length)
    expect(entries.every((e) => e.title !== undefined && e.updated !== undefined)).toBe(true)
  })

  test.each(['', '?tag=pilot', '?q=cierre+administrativo&status=yes&on=2012-06-01'])(
    'the list %s of the library: Atom, RSS and JSON Feed tell the same entries',
    async (search) => {
      for (const base of ['', '/es']) {
        const atom = parseAtomFeed(await read(`${base}/library.atom${search}`)).entries ?? []
        const rss = parseRssFeed(await read(`${base}/library.rss${search}`)).items ?? []
        const json = parseJsonFeed(await read(`${base}/library.feed.json${search}`))
        expect(atom.length).toBeGreaterThan(0)
        expect(rss.map((item) => item.guid?.value)).toEqual(atom.map((entry) => entry.id))
        expect(json.items?.map((item) => item.id)).toEqual(atom.map((entry) => entry.id))
        expect(json.feed_url).toBe(`${site.url}${base}/library.feed.json${search}`)
      }
    },
  )

  test('the podcast: the episode of 13 December 2011, described, with no audio invented', async () => {
    const feed = parseRssFeed(await read('/library/podcast.xml'))
    const [episode] = feed.items ?? []
    expect(new Date(episode?.pubDate ?? '').toISOString().slice(0, 10)).toBe('2011-12-13')
    expect(episode?.enclosures ?? []).toEqual([])
  })
})
