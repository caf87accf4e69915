import { formatDate, formatNumber } from '#render'
import { answered } from '../../../src/web/answered.ts'
import { readDate, today } from '../../../src/web/reader-date.ts'
import { findRecord, recordOf, relatedTo } from '../collection.ts'
import { factorLists } from '../factors/factors.ts'
import { audienceIn, sectionIn, wordIn } from '../names.ts'
import { dateOf, firstDay } from '../record.ts'
import { inForce, standingOn, statusOn } from '../standing.ts'
import { viewsOf } from '../views.ts'
import { libraryWords } from '../words.ts'
import type { PageServerLoad } from './$types.js'

/** The months around a document, as the tool takes them: half a year before, a year after. The series begins in October 2011. */
function around(date: string): string | undefined {
  const [year = 0, month = 1] = firstDay(date).split('-').map(Number)
  const shifted = (by: number) => new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 7)
  const [from, to] = [shifted(-6), shifted(12)]
  if (to <= '2011-10') return undefined
  return `from=${from < '2011-10' ? '2011-10' : from}&to=${to}`
}

export const load: PageServerLoad = ({ locals, params, url }) =>
  answered(async () => {
    const { language } = locals
    const words = libraryWords(language)
    const record = recordOf(params.id)
    const asked = readDate(url.searchParams.get('on'))
    const on = asked ?? today()
    const span = statusOn(record, on)
    const by = span?.by === undefined ? undefined : findRecord(span.by)
    const said = (date: string) => formatDate(date, language)
    return {
      record,
      on,
      isDated: asked !== undefined,
      date: said(on),
      standing: standingOn(record, on),
      isInForce: inForce(record, on),
      since:
        span === undefined
          ? { how: '', date: said(record.status_history[0]?.from ?? ''), by: undefined, note: undefined }
          : {
              how: words.statuses[span.status],
              date: said(span.from),
              by: by === undefined ? undefined : { id: by.id, title: by.title },
              note: span.note,
            },
      section: sectionIn(record.section, language),
      kind: wordIn(record.kind, language),
      tags: record.tags.map((tag) => ({ tag, name: wordIn(tag, language) })),
      audience: record.audience.map((a) => audienceIn(a, language)),
      dates: (['signed', 'released', 'effective', 'posted'] as const).flatMap((kind) => {
        const date = record.dates[kind]
        return date === null ? [] : [{ kind, date: said(date) }]
      }),
      history: record.status_history.map((s) => ({
        ...s,
        fromSaid: said(s.from),
        toSaid: s.to === null ? undefined : said(s.to),
        title: s.by === undefined ? undefined : findRecord(s.by)?.title,
        isNow: s === span,
      })),
      related: relatedTo(record),
      series: around(dateOf(record)),
      views: viewsOf(record).map(({ href, name }) => ({ href, name: name[language] })),
      factors: factorLists.some((list) => list.record === record.id),
      statusAsOf: record.status_as_of === undefined ? undefined : said(record.status_as_of),
      checked: said(record.verification.checked),
      archive:
        record.archived === null
          ? undefined
          : { fetched: said(record.archived.fetched), bytes: formatNumber(record.archived.bytes, language) },
    }
  })
