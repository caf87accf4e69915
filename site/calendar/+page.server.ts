import { formatDate, formatMonth } from '#render'
import { answered } from '../../src/web/answered.ts'
import { today } from '../../src/web/reader-date.ts'
import type { PageServerLoad } from './$types.js'
import { courts, events, eventsFor, readAsked } from './collection.ts'
import { type CalendarEvent, daysAfter, isOn, isWeekday, kinds, phaseOn, weekdays } from './event.ts'

function monthAfter(month: string, by: number): string {
  const [year = 0, m = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, m - 1 + by, 1)).toISOString().slice(0, 7)
}

/** The weeks of a month, from Sunday; days of its neighbours are left out. */
function weeksOf(month: string, list: readonly CalendarEvent[]) {
  const first = `${month}-01`
  const weeks: ({ date: string; day: number; events: readonly string[] } | undefined)[][] = []
  for (let at = daysAfter(first, -new Date(first).getUTCDay()); at.slice(0, 7) <= month; at = daysAfter(at, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, i) => {
        const date = daysAfter(at, i)
        if (!date.startsWith(month)) return undefined
        return {
          date,
          day: Number(date.slice(8)),
          events: list
            .filter((e) => isOn(e, date) && (e.kind !== 'docket_suspension' || isWeekday(date)))
            .map((e) => e.id),
        }
      }),
    )
  }
  return weeks
}

export const load: PageServerLoad = ({ locals, url }) =>
  answered(() => {
    const { language } = locals
    const asked = readAsked(url.searchParams)
    const list = eventsFor(asked)
    const said = (date: string) => formatDate(date, language)
    const on = asked.on ?? today()
    const told = (event: CalendarEvent) => ({
      id: event.id,
      name: event.name[language],
      kind: event.kind,
      nationwide: event.nationwide,
      courts: event.courts.map((code) => ({ code, name: courts[code] ?? code })),
      start: said(event.start),
      end: event.end === null ? undefined : said(event.end),
      isOneDay: event.end === event.start,
      phase: phaseOn(event, on),
      period: event.period,
      weekdays: weekdays(event),
      scope: event.scope,
      asOf: event.as_of === undefined ? undefined : said(event.as_of),
      note: event.note,
      source: event.source,
      records: event.records,
      series:
        event.start >= '2011-10' && event.end !== null && event.end < '2013'
          ? `from=${monthAfter(event.start.slice(0, 7), -3) < '2011-10' ? '2011-10' : monthAfter(event.start.slice(0, 7), -3)}&to=${monthAfter(event.end.slice(0, 7), 3)}${event.courts.length > 0 ? `&court=${event.courts.join(',')}` : ''}`
          : undefined,
    })
    const query = new URLSearchParams()
    for (const word of ['court', 'kind', 'record'] as const) {
      const value = asked[word]
      if (value !== undefined) query.set(word, value)
    }
    const inMonth =
      asked.month === undefined
        ? list
        : list.filter(
            (e) => e.start.slice(0, 7) <= (asked.month ?? '') && (e.end ?? e.start).slice(0, 7) >= (asked.month ?? ''),
          )
    const years = [...new Set(inMonth.map((e) => e.start.slice(0, 4)))].toSorted().reverse()
    return {
      asked,
      on,
      date: said(on),
      underWay: list.filter((e) => phaseOn(e, on) === 'under_way').map((e) => ({ id: e.id, name: e.name[language] })),
      query: query.toString(),
      count: inMonth.length,
      courts: Object.entries(courts).map(([code, name]) => ({ code, name })),
      kinds: kinds.filter((kind) => events.some((e) => e.kind === kind)),
      years: years.map((year) => ({ year, events: inMonth.filter((e) => e.start.startsWith(year)).map(told) })),
      month:
        asked.month === undefined
          ? undefined
          : {
              id: asked.month,
              name: formatMonth(asked.month, language),
              before: monthAfter(asked.month, -1),
              after: monthAfter(asked.month, 1),
              weeks: weeksOf(asked.month, inMonth),
              names: Object.fromEntries(inMonth.map((e) => [e.id, e.name[language]])),
            },
      firstMonth: (list[0]?.start ?? '2012-04').slice(0, 7),
      schedule: events
        .filter((e) => e.kind === 'docket_suspension')
        .map(told)
        .toSorted((a, b) => (a.period ?? 0) - (b.period ?? 0)),
      isWhole: query.size === 0 && asked.month === undefined,
    }
  })
