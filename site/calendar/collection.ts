import type { Language } from '#catalog'
import { nearest } from '#catalog'
import { NotFoundError, UsageError } from '#errors'
import { formatDate } from '#render'
import { pathIn } from '../../src/web/address.ts'
import { readDate } from '../../src/web/reader-date.ts'
import { type CalendarEvent, type EventKind, kinds, readEvents } from './event.ts'
import content from './events.json' with { type: 'json' }
import { type Entry, icalendar } from './ics.ts'
import { calendarWords } from './words.ts'

/** All events by their first day. A file that breaks a rule stops the build. */
export const events: readonly CalendarEvent[] = readEvents(content)

/** The day of the last change to the events. */
const changed = '2026-11-22'

/** The courts that an event names, as the tools know them. */
export const courts: Readonly<Record<string, string>> = {
  BAL: 'Baltimore',
  DEN: 'Denver',
  DET: 'Detroit',
  LOS: 'Los Angeles',
  NOL: 'New Orleans',
  NYB: 'New York Broadway',
  NYC: 'New York (Federal Plaza)',
  NYV: 'New York Varick',
  ORL: 'Orlando',
  SEA: 'Seattle',
  SFR: 'San Francisco',
}

export interface Asked {
  readonly court: string | undefined
  readonly kind: EventKind | undefined
  readonly record: string | undefined
  readonly month: string | undefined
  /** The reader's date, where the address names one. It says how an event stands on it and leaves none out. */
  readonly on: string | undefined
}

function choice<T extends string>(word: string, value: string | null, allowed: readonly T[]): T | undefined {
  if (value === null || value === '') return undefined
  const found = allowed.find((v) => v === value)
  if (found !== undefined) return found
  throw new UsageError(`The calendar has no ${word} ${value}.`, {
    code: 'unknown-value',
    value,
    allowed: allowed.join(', '),
    nearest: nearest(value, allowed),
  })
}

const known = ['court', 'kind', 'record', 'month', 'on', 'release']

export function readAsked(params: URLSearchParams): Asked {
  for (const word of params.keys())
    if (!known.includes(word))
      throw new UsageError(`The calendar knows no filter ${word}.`, {
        code: 'unknown-word',
        value: word,
        allowed: known.join(', '),
        nearest: nearest(word, known),
      })
  const month = params.get('month') ?? ''
  if (month !== '' && !/^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(month))
    throw new UsageError(`${month} is not a month.`, { code: 'bad-month', value: month, allowed: 'a month as 2012-05' })
  const record = params.get('record') ?? ''
  return {
    court: choice('court', params.get('court'), Object.keys(courts)),
    kind: choice('kind', params.get('kind'), kinds),
    record: record === '' ? undefined : record,
    month: month === '' ? undefined : month,
    on: readDate(params.get('on')),
  }
}

/** The events that an address asks for. A court's calendar holds what names it; what concerns every court is in all. */
export function eventsFor({ court, kind, record }: Pick<Asked, 'court' | 'kind' | 'record'>): readonly CalendarEvent[] {
  return events.filter(
    (e) =>
      (court === undefined || e.courts.includes(court) || e.nationwide) &&
      (kind === undefined || e.kind === kind) &&
      (record === undefined || e.records.includes(record)),
  )
}

function entryOf(event: CalendarEvent, origin: string, language: Language): Entry {
  const words = calendarWords(language)
  const lines = [
    event.scope === undefined ? '' : words.scopes[event.scope],
    event.courts.length > 0 ? `${words.courts}: ${event.courts.map((c) => courts[c] ?? c).join(', ')}` : '',
    event.as_of === undefined ? '' : words.asOf(formatDate(event.as_of, language)),
    event.end === null ? words.endUnknown : '',
    event.note ?? '',
    `${words.source}: ${event.source}`,
  ]
  return {
    uid: `${event.id}@calendar.opendocket`,
    start: event.start,
    end: event.end ?? event.start,
    summary: event.name[language],
    description: lines.filter((l) => l !== '').join('\n'),
    categories: [words.kinds[event.kind]],
    url: `${origin}${pathIn('/calendar', language)}#${event.id}`,
  }
}

/** The feed of the events that were asked for. */
export function feed(asked: Pick<Asked, 'court' | 'kind' | 'record'>, origin: string, language: Language): Response {
  const words = calendarWords(language)
  const of = [
    asked.court === undefined ? undefined : courts[asked.court],
    asked.kind === undefined ? undefined : words.kinds[asked.kind],
  ]
  const body = icalendar({
    name: ['opendocket', words.title, ...of.filter((o) => o !== undefined)].join(' · '),
    language,
    stamp: changed,
    entries: eventsFor(asked).map((event) => entryOf(event, origin, language)),
  })
  return new Response(body, {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'access-control-allow-origin': '*' },
  })
}

/** The code of a court as an address writes it; `LOS` and `los` are one. */
export function courtOf(text: string): string {
  const code = text.toUpperCase()
  if (Object.hasOwn(courts, code)) return code
  throw new NotFoundError(`The calendar has no court ${text}.`, {
    code: 'unknown-court',
    value: text,
    allowed: Object.keys(courts).join(', '),
    nearest: nearest(code, Object.keys(courts)),
  })
}
