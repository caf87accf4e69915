import type { TimelineEvent } from '../src/web/explorer/events.ts'
import { events } from './calendar/collection.ts'
import type { CalendarEvent, EventKind } from './calendar/event.ts'

/** What can make a number rise or fall; publications, trainings and baselines cannot. */
const weighty: readonly EventKind[] = ['docket_suspension', 'pilot', 'policy', 'rule', 'decision', 'court', 'campaign']

function pageOf(event: CalendarEvent): string {
  const [record] = event.records
  return record === undefined ? `/calendar?kind=${event.kind}` : `/library/${record}`
}

/** `Partial suspension: Detroit` and `Partial suspension: Orlando` of the same days are told as one. */
function together(group: readonly CalendarEvent[]): TimelineEvent | undefined {
  const [first] = group
  if (first === undefined) return undefined
  const tell = (language: 'en' | 'es'): string => {
    const [head = ''] = first.name[language].split(':')
    const places = group.map((e) => e.name[language].split(':')[1]?.trim() ?? '')
    return group.length === 1 ? first.name[language] : `${head}: ${places.join(', ')}`
  }
  const courts = [...new Set(group.flatMap((e) => e.courts))]
  const isSpell = first.kind === 'docket_suspension' || first.kind === 'pilot'
  return {
    start: first.start,
    ...(isSpell && first.end !== null && first.end !== first.start && { end: first.end }),
    ...(courts.length > 0 && { courts, local: true }),
    text: { en: tell('en'), es: tell('es') },
    page: group.length === 1 ? pageOf(first) : `/calendar?kind=${first.kind}`,
  }
}

/** The events of the calendar that annotate a chart, by their first day, each with the page that tells more. */
export const timeline: readonly TimelineEvent[] = [
  ...Map.groupBy(
    events.filter((e) => weighty.includes(e.kind)),
    (e) => (e.kind === 'docket_suspension' ? `${e.kind} ${e.start} ${e.end}` : e.id),
  ).values(),
].flatMap((group) => together(group) ?? [])
