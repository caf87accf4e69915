import { UsageError } from '#errors'
import { formatDate } from '#render'
import { answered } from '../../../src/web/answered.ts'
import { recordOf } from '../collection.ts'
import { readDate, today } from '../filter.ts'
import { listFor } from '../list.ts'
import { dateOf, type LibraryRecord } from '../record.ts'
import { standingOn, statusOn } from '../standing.ts'
import { libraryWords } from '../words.ts'
import type { PageServerLoad } from './$types.js'

const most = 60

export const load: PageServerLoad = ({ locals, url }) =>
  answered(() => {
    const { language } = locals
    const words = libraryWords(language)
    const params = new URLSearchParams(url.searchParams)
    const ids = [...new Set(params.getAll('id').flatMap((id) => id.split(',')))].filter((id) => id !== '')
    if (ids.length > most)
      throw new UsageError(`A packet holds at most ${most} documents.`, {
        code: 'too-many',
        value: String(ids.length),
        allowed: `1 to ${most}`,
      })
    const title = (params.get('title') ?? '').trim().slice(0, 120)
    const on = readDate(params.get('on')) ?? today()
    const said = (date: string) => formatDate(date, language)
    const isFit = (record: LibraryRecord) => record.verification.mark !== 'unverified'
    const told = (record: LibraryRecord) => {
      const span = statusOn(record, on)
      return {
        id: record.id,
        title: record.title,
        citation: record.citation,
        issuer: record.issuer,
        date: said(dateOf(record)),
        summary: record.summary,
        link: record.links[0]?.url,
        standing: words.standing[standingOn(record, on)],
        status: span === undefined ? undefined : words.statuses[span.status],
        since: span === undefined ? undefined : said(span.from),
        by: span?.by === undefined ? undefined : recordOf(span.by).title,
        statusAsOf: record.status_as_of === undefined ? undefined : said(record.status_as_of),
        isInstrument: record.standing === 'instrument',
        mark: record.verification.mark,
        isOpposing: record.view === 'opposing',
      }
    }
    if (ids.length > 0) {
      const chosen = ids.map(recordOf)
      return {
        title,
        on,
        date: said(on),
        made: said(today()),
        packet: chosen.filter(isFit).map(told),
        left: chosen.filter((r) => !isFit(r)).map((r) => r.title),
        choices: [],
        origin: url.origin,
      }
    }
    for (const word of ['id', 'title']) params.delete(word)
    const { records } = listFor(params)
    return {
      title,
      on,
      date: said(on),
      made: said(today()),
      packet: [],
      left: [],
      choices: records.filter(isFit).map(({ id, title: name, issuer }) => ({ id, name, issuer })),
      origin: url.origin,
    }
  })
