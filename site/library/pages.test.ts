import { describe, expect, it } from 'vitest'
import { today } from '../../src/web/reader-date.ts'
import { bibtex, csl, ris } from './cite.ts'
import { findRecord, recordOf, records } from './collection.ts'
import { factorLists } from './factors/factors.ts'
import { readFactorLists } from './factors/list.ts'
import { listAtom, listJsonFeed, listRss } from './feeds.ts'
import { addressOf, filtered, readAsked } from './filter.ts'
import { type Source, sources } from './help/facts.ts'
import { fleschKincaid, inflesz, syllablesEn, syllablesEs } from './help/readability.ts'
import { helpWords, runningText } from './help/words.ts'
import { listCsv, listFor } from './list.ts'
import { audienceIn, bodyIn, wordIn } from './names.ts'
import { readCards } from './outcomes/card.ts'
import { cards } from './outcomes/cards.ts'
import { episodes, podcastRss } from './podcast/episodes.ts'
import { oneAxis } from './review_2012/figure.ts'
import { figures } from './review_2012/figures.ts'
import { inForce } from './standing.ts'

const asked = (search: string) => readAsked(new URLSearchParams(search), records, '2026-11-25')

describe('a list', () => {
  it('is told by its address, and tells it', () => {
    for (const search of ['', '?q=a+b&section=pilot', '?issuer=ice&tag=opla&status=yes&on=2012-06-01'])
      expect(addressOf(asked(search))).toBe(search)
    expect(addressOf(asked('?section=pilot&on=2012-06-01'), { section: undefined })).toBe('?on=2012-06-01')
  })

  it('of what was in force on a day', () => {
    const { asked: a, records: list } = listFor(new URLSearchParams('status=yes&on=2012-06-01'))
    expect(list.map((r) => r.id)).toContain('bia-avetisyan-2012')
    expect(list.every((r) => inForce(r, a.on))).toBe(true)
    expect(listFor(new URLSearchParams('status=yes&on=2019-01-01')).records.map((r) => r.id)).not.toContain(
      'bia-avetisyan-2012',
    )
  })

  it('counts for each value what choosing it gives', () => {
    const base = asked('?kind=memo')
    for (const facet of filtered(records, base, undefined).facets)
      for (const { value, count } of facet.values) {
        const chosen = { ...base, chosen: { ...base.chosen, [facet.id]: value } }
        expect(filtered(records, chosen, undefined).records.length).toBe(count)
      }
  })

  it.each([
    ['tag=pilots', 'No record has the tag pilots.'],
    ['sort=date', 'The library knows no filter sort.'],
    ['on=2012-02-30', '2012-02-30 is not a date.'],
  ])('refuses %s', (search, message) => expect(() => asked(search)).toThrow(message))

  it('has today where the courts are', () => {
    expect(today(new Date('2026-11-25T03:00:00Z'))).toBe('2026-11-24')
  })

  it('has words in both languages for all that it filters by', () => {
    const bare = records.flatMap((r) => [
      ...r.bodies.filter((b) => bodyIn(b, 'en') === b),
      ...r.audience.filter((a) => audienceIn(a, 'en') === a),
      ...[r.kind, ...r.tags].filter((w) => wordIn(w, 'es') === w && wordIn(w, 'en').includes('_')),
    ])
    expect(bare).toEqual([])
  })

  it('comes as CSV and as feeds', () => {
    const lines = listCsv(records.slice(0, 5), '2026-11-25').trimEnd().split('\r\n')
    expect(lines.length).toBe(6)
    const options = {
      origin: 'https://a.example',
      search: '?q=a&tag=pilot',
      language: 'en',
      title: 'A & B',
      status: () => '',
    } as const
    const feed = listAtom(records, options)
    expect(feed).toContain('<title>A &amp; B</title>')
    expect(feed).toContain('?q=a&amp;tag=pilot')
    const dates = [...feed.matchAll(/<updated>([^<]+)/g)].slice(1).map(([, d = '']) => d)
    expect(dates).toEqual(dates.toSorted().reverse())
    expect(dates.every((d) => !Number.isNaN(Date.parse(d)))).toBe(true)
    // The three feeds tell the same entries in the same order.
    const ids = [...feed.matchAll(/<id>(tag:[^<]+)/g)].map(([, id]) => id)
    const rss = listRss(records, options)
    expect([...rss.matchAll(/<guid[^>]*>([^<]+)/g)].map(([, id]) => id)).toEqual(ids)
    const json: { feed_url: string; items: { id: string }[] } = JSON.parse(listJsonFeed(records, options))
    expect(json.items.map(({ id }) => id)).toEqual(ids)
    expect(json.feed_url).toBe('https://a.example/library.feed.json?q=a&tag=pilot')
  })
})

describe('citations', () => {
  it('of every record are whole', () => {
    for (const record of records) {
      const [bib, tags, item] = [bibtex(record), ris(record), csl(record)]
      expect(bib.split('{').length).toBe(bib.split('}').length)
      expect(tags.startsWith('TY  - ') && tags.endsWith('ER  - \r\n')).toBe(true)
      expect(item['title']).toBe(record.title)
    }
  })

  it('escape what BibTeX would read', () => {
    expect(bibtex(recordOf('bia-avetisyan-2012'))).toContain('25 I\\&N Dec. 688')
  })
})

describe('factor worksheets', () => {
  it('keep 14 lists and 125 factors apart', () => {
    expect(factorLists.length).toBe(14)
    expect(factorLists.flatMap((l) => l.factors).length).toBe(125)
    const count = (id: string) => factorLists.find((l) => l.id === id)?.factors.length
    expect([count('morton_2011_19'), count('nov17_2011_priority'), count('nov17_2011_consider')]).toEqual([19, 14, 8])
  })

  it('refuse a list of no instrument and a factor in two lists', () => {
    expect(() => readFactorLists(factorLists, () => false)).toThrow('lists.json: 0.record: there is no record')
    expect(() => readFactorLists([...factorLists, ...factorLists], (id) => findRecord(id) !== undefined)).toThrow(
      'stands twice: lists are never merged',
    )
  })
})

describe('the review of 2011 and 2012', () => {
  it('refuses to draw stages, places or counters on one axis', () => {
    expect(() => oneAxis(figures)).toThrow('do not share an axis')
    const closed = figures.filter((f) => f.stage === 'closed')
    expect(() => oneAxis(closed)).toThrow('do not share an axis')
    expect(oneAxis(closed.filter((f) => f.counted_by === 'court')).length).toBe(3)
  })

  it('has shares that are what they say', () => {
    for (const f of figures.filter((x) => x.percent !== undefined)) {
      const reviewed = figures.find((x) => x.stage === 'reviewed' && x.as_of === f.as_of && x.where === f.where)
      const base = f.of === 'pending_base' ? 298_173 : (reviewed?.count ?? 0)
      expect(Math.abs((f.count / base) * 100 - (f.percent ?? 0))).toBeLessThan(0.06)
    }
  })
})

describe('both languages', () => {
  it('have the same help, piece by piece', () => {
    const shape = (language: 'en' | 'es') => helpWords(language).parts.map((p) => p.items.length)
    expect(shape('es')).toEqual(shape('en'))
  })

  it('have nine outcome cards', () => expect(cards.length).toBe(9))

  it('have every factor, in words that differ', () => {
    const labels = factorLists.flatMap((l) => [l.title, ...l.factors.map((f) => f.label)])
    expect(labels.filter(({ en, es }) => en === es)).toEqual([])
  })

  it('refuse a card that names no record', () => {
    expect(() => readCards(cards, () => false)).toThrow('cards.json: 0.record: there is no record ecfr-1003-18')
  })
})

describe('the help page', () => {
  it('reads as easily as it says: 12 years at most', () => {
    // Grade 7 is the year in which pupils are 12; `bastante fácil` is the level of primary school, which ends at 12.
    expect(fleschKincaid(runningText(helpWords('en')))).toBeLessThanOrEqual(7)
    expect(inflesz(runningText(helpWords('es')))).toBeGreaterThanOrEqual(65)
    for (const language of ['en', 'es'] as const)
      expect(helpWords(language).age('1')).toMatch(/of 12 years at most|de 12 años como máximo/)
  })

  it.each([
    ['cat', 1],
    ['table', 2],
    ['closed', 1],
    ['needed', 2],
    ['closes', 2],
    ['rules', 1],
    ['immigration', 4],
    ['the', 1],
    ['agree', 2],
  ])('counts the syllables of %s', (word, count) => expect(syllablesEn(word)).toBe(count))

  it.each([
    ['gato', 2],
    ['audiencia', 3],
    ['país', 2],
    ['ciudad', 2],
    ['guerra', 2],
    ['quien', 1],
    ['ley', 1],
    ['aéreo', 4],
    ['oír', 2],
    ['inmigración', 4],
  ])('counts the syllables of %s in Spanish', (word, count) => expect(syllablesEs(word)).toBe(count))

  it('measures by the published formulas', () => {
    expect(fleschKincaid(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 6)
    expect(inflesz(['El gato duerme en la casa.'])).toBeCloseTo(206.835 - 62.3 * (9 / 6) - 6, 6)
  })

  it('names for each fact a source, a day, and whether who is responsible says so', () => {
    const used = helpWords('en').parts.flatMap((p) => p.items.flatMap(([, , fact]) => fact ?? []))
    expect(new Set(used)).toEqual(new Set(Object.keys(sources)))
    expect(helpWords('es').parts.flatMap((p) => p.items.flatMap(([, , fact]) => fact ?? []))).toEqual(used)
    for (const source of Object.values<Source>(sources)) {
      expect(source.read).toMatch(/^20\d\d-\d\d-\d\d$/)
      if (!source.confirmed) expect(source.note?.en).toContain('Not confirmed')
    }
  })
})

describe('the podcast', () => {
  it('has an item an episode, and an enclosure only where there is a recording', () => {
    const feed = podcastRss({
      origin: 'https://a.example',
      path: '/p',
      feedPath: '/p.xml',
      title: 'T',
      lead: 'L',
      language: 'en',
    })
    expect(feed.split('<item>').length - 1).toBe(episodes.length)
    expect(feed.split('<enclosure').length - 1).toBe(episodes.filter((e) => e.audio !== null).length)
    expect(feed).toContain('<pubDate>Tue, 13 Dec 2011 12:00:00 GMT</pubDate>')
  })
})
