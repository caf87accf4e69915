import { NotFoundError } from '#errors'
import { formatDate } from '#render'
import { explained } from '../../src/web/explained.ts'
import { bibtex, csl, ris } from '../library/cite.ts'
import { type FeedOptions, listAtom, listJsonFeed, listRss } from '../library/feeds.ts'
import { listCsv, listFor, told } from '../library/list.ts'
import { statusOn } from '../library/standing.ts'
import { libraryWords } from '../library/words.ts'
import type { RequestHandler } from './$types.js'

const types = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  'csl.json': 'application/vnd.citationstyles.csl+json',
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  'feed.json': 'application/feed+json',
} as const

/** What a program reads in place; the rest is saved as a file. */
const inPlace: readonly Format[] = ['json', 'atom', 'rss', 'feed.json']

type Format = keyof typeof types

function isFormat(text: string): text is Format {
  return Object.hasOwn(types, text)
}

export const GET: RequestHandler = ({ locals, params, url }) =>
  explained(async () => {
    const { format } = params
    if (!isFormat(format))
      throw new NotFoundError(`The library is not given as ${format}.`, {
        code: 'unknown-format',
        value: format,
        allowed: Object.keys(types).join(', '),
      })
    const { asked, records } = listFor(url.searchParams)
    const words = libraryWords(locals.language)
    const feed: FeedOptions = {
      origin: url.origin,
      search: url.search,
      language: locals.language,
      title: ['opendocket', words.title, asked.q].filter((part) => part !== '').join(' · '),
      status: (record) => {
        const span = statusOn(record, asked.on)
        return span === undefined ? '' : `${words.statuses[span.status]} (${formatDate(span.from, locals.language)}).`
      },
    }
    const print: Readonly<Record<Format, () => string>> = {
      json: () =>
        `${JSON.stringify({ status_date: asked.on, count: records.length, records: records.map((r) => told(r, asked.on)) }, null, 2)}\n`,
      csv: () => listCsv(records, asked.on),
      bib: () => records.map(bibtex).join('\n'),
      ris: () => records.map(ris).join('\r\n'),
      'csl.json': () => `${JSON.stringify(records.map(csl), null, 2)}\n`,
      atom: () => listAtom(records, feed),
      rss: () => listRss(records, feed),
      'feed.json': () => listJsonFeed(records, feed),
    }
    const headers: Record<string, string> = { 'content-type': types[format] }
    if (!inPlace.includes(format))
      headers['content-disposition'] = `attachment; filename="opendocket-library.${format}"`
    return new Response(print[format](), { headers })
  })
