import { formatDate } from '#render'
import { answered } from '../../../src/web/answered.ts'
import { readDate, today } from '../../../src/web/reader-date.ts'
import { findRecord, records } from '../collection.ts'
import { dateOf, firstDay, type LibraryRecord } from '../record.ts'
import { changes, inForce } from '../standing.ts'
import { libraryWords } from '../words.ts'
import type { PageServerLoad } from './$types.js'

const years = { from: 2000, to: 2027 }
const width = 1000

function place(date: string): number {
  const at =
    (Date.parse(firstDay(date)) - Date.UTC(years.from, 0, 1)) / (Date.UTC(years.to, 0, 1) - Date.UTC(years.from, 0, 1))
  return Math.round(Math.min(Math.max(at, 0), 1) * width)
}

/** The spans in which an instrument was in force, as places on the axis. */
function bars(record: LibraryRecord, now: string): readonly { x: number; width: number }[] {
  return record.status_history
    .filter(({ status }) => status === 'current' || status === 'partly_blocked')
    .map(({ from, to }) => ({ x: place(from), width: Math.max(place(to ?? now) - place(from), 3) }))
}

export const load: PageServerLoad = ({ locals, url }) =>
  answered(() => {
    const { language } = locals
    const words = libraryWords(language)
    const now = today()
    const since = readDate(url.searchParams.get('since')) ?? '2025-01-01'
    const on = readDate(url.searchParams.get('on')) ?? now
    const instruments = records.filter((r) => r.standing === 'instrument')
    return {
      since,
      on,
      width,
      date: formatDate(on, language),
      sinceSaid: formatDate(since, language),
      changes: changes(records, since, now).map(({ record, span, isFirst }) => ({
        key: `${record.id} ${span.from}`,
        date: formatDate(span.from, language),
        id: record.id,
        title: record.title,
        issuer: record.issuer,
        isFirst,
        status: words.statuses[span.status],
        by: span.by === undefined ? undefined : { id: span.by, title: findRecord(span.by)?.title ?? span.by },
        note: span.note,
        mark: record.verification.mark,
      })),
      inForce: instruments.filter((r) => inForce(r, on)).map(({ id, title, citation }) => ({ id, title, citation })),
      mark: place(on),
      ticks: [2000, 2005, 2010, 2015, 2020, 2025].map((year) => ({ year, x: place(String(year)) })),
      timeline: instruments
        .map((r) => ({
          id: r.id,
          title: r.alternate_titles[0] ?? r.title,
          date: dateOf(r),
          bars: bars(r, now),
          spans: r.status_history,
        }))
        .filter((r) => r.bars.length > 0)
        .toSorted((a, b) => firstDay(a.date).localeCompare(firstDay(b.date)))
        .map(({ spans, ...r }) => ({
          ...r,
          said: spans
            .filter(({ status }) => status === 'current' || status === 'partly_blocked')
            .map(
              ({ from, to }) =>
                `${formatDate(from, language)} – ${to === null ? words.lasts : formatDate(to, language)}`,
            )
            .join('; '),
        })),
    }
  })
