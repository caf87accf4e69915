import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { courts, events, eventsFor, feed, readAsked } from './collection.ts'
import { daysAfter, isWeekday, phaseOn, readEvents, weekdays } from './event.ts'
import { folded } from './ics.ts'

const suspensions = events.filter((e) => e.kind === 'docket_suspension')

describe('the suspensions of 2012', () => {
  it.each([
    ['DET', 1, '2012-04-23', '2012-05-04'],
    ['NOL', 1, '2012-04-23', '2012-05-04'],
    ['ORL', 1, '2012-04-23', '2012-05-04'],
    ['SEA', 1, '2012-04-23', '2012-05-04'],
    ['NYC', 2, '2012-05-07', '2012-05-18'],
    ['SFR', 3, '2012-06-04', '2012-06-15'],
    ['LOS', 4, '2012-07-09', '2012-07-20'],
  ])('at %s: period %i, %s to %s, ten weekdays from Monday to Friday', (court, period, first, last) => {
    const own = suspensions.filter((e) => e.courts.includes(court))
    expect(own.map((e) => [e.courts, e.period, e.start, e.end])).toEqual([[[court], period, first, last]])
    expect(own.map(weekdays)).toEqual([10])
    const days = Array.from({ length: 31 }, (_, i) => daysAfter(first, i)).filter((day) => day <= last)
    expect(days.filter(isWeekday).map((day) => new Date(day).getUTCDay())).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5])
  })

  it('are seven courts in four periods, and no other', () => {
    expect(suspensions.length).toBe(7)
    expect(new Set(suspensions.map((e) => e.period))).toEqual(new Set([1, 2, 3, 4]))
  })
})

describe('the reader’s date', () => {
  it('says how each event stands on it, and agrees with the first and the last day', () => {
    const [detroit] = suspensions.filter((e) => e.courts.includes('DET'))
    if (detroit === undefined) throw new Error('no suspension in Detroit')
    expect(['2012-04-22', '2012-04-23', '2012-05-04', '2012-05-05'].map((day) => phaseOn(detroit, day))).toEqual([
      'ahead',
      'under_way',
      'under_way',
      'over',
    ])
    const endless = events.find((e) => e.end === null)
    if (endless === undefined) throw new Error('no event without an end')
    expect(phaseOn(endless, '2030-01-01')).toBe('open')
  })

  it('is refused when it is none', () => {
    expect(() => readAsked(new URLSearchParams('on=2012-02-30'))).toThrow('2012-02-30 is not a date.')
    expect(readAsked(new URLSearchParams('on=2012-05-01')).on).toBe('2012-05-01')
  })
})

/** Reads a feed by the rules of RFC 5545 alone: unfold, split, unescape. */
async function read(response: Response) {
  const body = await response.text()
  expect(body.endsWith('\r\n')).toBe(true)
  expect(body.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of body.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = body.replaceAll('\r\n ', '').split('\r\n')
  const entries: Map<string, string>[] = []
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? []
    if (line === 'BEGIN:VEVENT') entries.push(new Map())
    else entries.at(-1)?.set(name, value.replaceAll('\\n', '\n').replaceAll(/\\([\\;,])/g, '$1'))
  }
  return { lines, entries }
}

const all = { court: undefined, kind: undefined, record: undefined }

describe('the feeds', () => {
  it.each(['en', 'es'] as const)('give every event as it is: %s', async (language) => {
    const { lines, entries } = await read(feed(all, 'https://docket.example', language))
    expect(lines.slice(0, 3)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//opendocket//calendar//EN'])
    expect(entries.map((e) => e.get('SUMMARY'))).toEqual(events.map((e) => e.name[language]))
    expect(entries.map((e) => e.get('DTSTART'))).toEqual(events.map((e) => e.start.replaceAll('-', '')))
    // The end is excluded: the day after the last.
    expect(entries.map((e) => e.get('DTEND'))).toEqual(
      events.map((e) => daysAfter(e.end ?? e.start, 1).replaceAll('-', '')),
    )
    expect(new Set(entries.map((e) => e.get('UID'))).size).toBe(events.length)
    for (const e of entries) expect(e.get('DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/)
  })

  it('are the same each time, and keep their ids in both languages', async () => {
    const uids = async (language: 'en' | 'es') =>
      (await read(feed(all, 'https://a.example', language))).entries.map((e) => e.get('UID'))
    expect(await uids('en')).toEqual(await uids('es'))
    expect(await feed(all, 'https://a.example', 'en').text()).toBe(await feed(all, 'https://a.example', 'en').text())
  })

  it('of one court hold its own and what concerns all', async () => {
    for (const court of Object.keys(courts)) {
      const list = eventsFor({ ...all, court })
      expect(list.every((e) => e.courts.includes(court) || e.nationwide)).toBe(true)
      expect((await read(feed({ ...all, court }, 'https://a.example', 'en'))).entries.length).toBe(list.length)
    }
    const own = eventsFor({ ...all, court: 'SFR', kind: 'docket_suspension' })
    expect(own.map((e) => e.id)).toEqual(['ev-susp-san-francisco'])
  })

  it('fold between characters, never within one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }).filter((s) => !/[\r\n]/.test(s)),
        (text) => {
          const out = folded(text)
          for (const line of out.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(out.slice(0, -2).replaceAll('\r\n ', '')).toBe(text)
        },
      ),
    )
  })
})

describe('the figures', () => {
  it('add up where the source says so', () => {
    const sums = events.flatMap((e) => e.checks ?? [])
    expect(sums.length).toBeGreaterThan(0)
    for (const sum of sums) {
      const [terms = '', total = ''] = sum.split(' = ')
      expect(terms.split(' + ').reduce((a, t) => a + Number(t), 0)).toBe(Number(total))
    }
  })
})

describe('an event that breaks a rule', () => {
  const [first] = events
  if (first === undefined) throw new Error('no events')
  it.each<[unknown, string]>([
    [[first, first], '1.id: ev-morton stands twice'],
    [[{ ...first, start: '2012-02-30' }], '0.start: is no day'],
    [[{ ...first, end: '2001-01-01' }], '0.end: must not be before start'],
    [[{ ...first, courts: ['Detroit'] }], '0.courts.0: must be the code of a court'],
    [[{ ...first, kind: 'party' }], '0.kind: Invalid option'],
  ])('%#', (content, message) => {
    expect(() => readEvents(content)).toThrow(`site/calendar/events.json: ${message}`)
  })

  it('and a filter that is not there is refused', () => {
    expect(() => readAsked(new URLSearchParams('court=Detroit'))).toThrow('no court Detroit')
    expect(() => readAsked(new URLSearchParams('when=2012'))).toThrow('no filter when')
  })
})
