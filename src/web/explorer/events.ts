import type { Language, Words } from '#catalog'
import { formatDate, formatShortMonth } from '#render'
import { pathIn } from '../address.ts'
import { placeOf } from '../chart/bars.ts'

/** Something that happened, which explains a rise or a fall. */
export interface TimelineEvent {
  readonly start: string
  /** The last day; absent = one day. */
  readonly end?: string
  /** Codes of the courts that it touched; absent = all. */
  readonly courts?: readonly string[]
  readonly text: Words
  /** Told only when few months are shown. */
  readonly local?: true
  /** The page that tells more: `/library/ice-doyle-2022`. */
  readonly page?: string
}

export interface EventMark {
  readonly number: number
  readonly at: number
  readonly from: number
  readonly width: number
  readonly text: string
  readonly when: string
  readonly href?: string
}

function shortDate(date: string, language: Language): string {
  const day = String(Number(date.slice(8, 10)))
  return `${day}\u00a0${formatShortMonth(date, language)}\u00a0${date.slice(0, 4)}`
}

function when(event: TimelineEvent, language: Language): string {
  if (event.end === undefined) return formatDate(event.start, language)
  return `${shortDate(event.start, language)} – ${shortDate(event.end, language)}`
}

function touches(event: TimelineEvent, courts: readonly string[]): boolean {
  return event.courts === undefined || courts.length === 0 || event.courts.some((c) => courts.includes(c))
}

/** The events within a span of months, numbered in order, those of other courts left out. */
export function eventMarks(
  events: readonly TimelineEvent[],
  months: readonly string[],
  courts: readonly string[],
  language: Language,
): readonly EventMark[] {
  const first = months[0]
  const last = months.at(-1)
  if (first === undefined || last === undefined) return []
  const long = months.length > 40
  return events
    .filter((e) => (e.end ?? e.start).slice(0, 7) >= first && e.start.slice(0, 7) <= last)
    .filter((e) => touches(e, courts) && !(long && e.local === true))
    .map((e, i) => {
      const from = placeOf(e.start, first, months.length)
      const until = placeOf(e.end ?? e.start, first, months.length)
      const width = long ? 0 : until - from
      const href = e.page === undefined ? undefined : pathIn(e.page, language)
      return {
        number: i + 1,
        at: from + width / 2,
        from,
        width,
        text: e.text[language],
        when: when(e, language),
        ...(href !== undefined && { href }),
      }
    })
}
