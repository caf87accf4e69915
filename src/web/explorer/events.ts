import type { Language, Words } from '#catalog'
import { formatDate, formatShortMonth } from '#render'
import { pathIn } from '../address.ts'
import { monthsBetween, placeOf } from '../chart/axis.ts'
import { firstMonth } from './period.ts'
import { lastMonth } from './view.ts'

/** Something that happened, which explains a rise or a fall. */
export interface TimelineEvent {
  readonly start: string
  /** The last day; absent = one day. */
  readonly end?: string
  /** Codes of the courts that it touched; absent = all. */
  readonly courts?: readonly string[]
  readonly text: Words
  /** Told only when few months are shown, or when its court is chosen. */
  readonly local?: true
  /** The page that tells more: `/library/ice-doyle-2022`. */
  readonly page?: string
}

export interface EventMark {
  /** `3`, or `3–5` where several lie too close to be told apart. */
  readonly label: string
  readonly at: number
  readonly from: number
  readonly width: number
}

export interface EventLine {
  readonly number: number
  readonly text: string
  readonly when: string
  readonly href?: string
}

export interface EventsView {
  readonly marks: readonly EventMark[]
  /** The same for a narrow figure: more of them share a mark. */
  readonly coarse: readonly EventMark[]
  readonly list: readonly EventLine[]
}

/** A figure without events. */
export const noEvents: EventsView = { marks: [], coarse: [], list: [] }

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

/** Marks closer than this share one circle: percent of the plot's width, on a desk and in a narrow figure. */
const near = { desk: 3.6, narrow: 13 } as const

interface Placed {
  readonly number: number
  readonly at: number
  readonly from: number
  readonly width: number
}

/** One circle for events that lie too close together. */
function gathered(placed: readonly Placed[], apart: number): readonly EventMark[] {
  const groups: Placed[][] = []
  for (const mark of placed) {
    const last = groups.at(-1)
    const first = last?.[0]
    if (last !== undefined && first !== undefined && mark.at - first.at < apart) last.push(mark)
    else groups.push([mark])
  }
  return groups.flatMap((group) => {
    const [first] = group
    const last = group.at(-1)
    if (first === undefined || last === undefined) return []
    const label = first === last ? String(first.number) : `${first.number}–${last.number}`
    const widest = group.toSorted((a, b) => b.width - a.width)[0] ?? first
    return [{ label, at: (first.at + last.at) / 2, from: widest.from, width: widest.width }]
  })
}

/** The events within the periods shown, numbered in order; those of other courts, and in a long span of single courts, left out. */
export function eventsView(
  events: readonly TimelineEvent[],
  periods: readonly string[],
  courts: readonly string[],
  language: Language,
): EventsView {
  const [first] = periods
  const last = periods.at(-1)
  if (first === undefined || last === undefined) return noEvents
  const [begin, end] = [firstMonth(first), lastMonth(last)]
  const count = monthsBetween(begin, end).length
  const long = count > 40
  const shown = events
    .filter((e) => (e.end ?? e.start).slice(0, 7) >= begin && e.start.slice(0, 7) <= end)
    .filter((e) => touches(e, courts) && !(long && courts.length === 0 && e.local === true))
  const placed = shown.map((e, i): Placed => {
    const from = placeOf(e.start, begin, count)
    const width = long ? 0 : placeOf(e.end ?? e.start, begin, count) - from
    return { number: i + 1, at: from + width / 2, from, width }
  })
  return {
    marks: gathered(placed, near.desk),
    coarse: gathered(placed, near.narrow),
    list: shown.map((e, i) => ({
      number: i + 1,
      text: e.text[language],
      when: when(e, language),
      ...(e.page !== undefined && { href: pathIn(e.page, language) }),
    })),
  }
}
