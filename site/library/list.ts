import type { Language } from '#catalog'
import { csv } from '#render'
import { records } from './collection.ts'
import { type Asked, filtered, readAsked } from './filter.ts'
import { audienceIn, bodyIn, sectionIn, wordIn } from './names.ts'
import { dateOf, type LibraryRecord } from './record.ts'
import { Search, searchable } from './search.ts'
import { standingOn, statusOn } from './standing.ts'

/** The names that a record goes by beside its own texts: in both languages, so that both find it. */
function namesOf(record: LibraryRecord): readonly string[] {
  const languages: readonly Language[] = ['en', 'es']
  return languages.flatMap((language) => [
    sectionIn(record.section, language),
    wordIn(record.kind, language),
    ...record.tags.map((tag) => wordIn(tag, language)),
    ...record.bodies.map((body) => bodyIn(body, language)),
    ...record.audience.map((audience) => audienceIn(audience, language)),
  ])
}

let search: Search | undefined

/** The index is made when it is first asked. */
function find(question: string): readonly string[] | undefined {
  search ??= new Search(records.map((record) => searchable(record, namesOf(record))))
  return search.find(question)
}

/** The list that an address asks for. */
export function listFor(params: URLSearchParams) {
  const asked = readAsked(params, records)
  return { asked, ...filtered(records, asked, find(asked.q)) }
}

/** How many records a list would have without one of its filters: for an empty list. */
export function countFor(asked: Asked): number {
  return filtered(records, asked, find(asked.q)).records.length
}

/** A record as it is downloaded, with its status on the date that was asked. */
export function told(record: LibraryRecord, on: string) {
  const span = statusOn(record, on)
  return { ...record, status_on: { date: on, in_force: standingOn(record, on), status: span?.status ?? null } }
}

const columns = [
  'id',
  'title',
  'issuer',
  'date',
  'date_certainty',
  'signed',
  'released',
  'effective',
  'posted',
  'section',
  'kind',
  'audience',
  'tags',
  'language',
  'view',
  'status_date',
  'in_force',
  'status',
  'status_from',
  'changed_by',
  'doc_number',
  'citation',
  'link',
  'verification',
  'checked',
  'summary',
] as const

export function listCsv(list: readonly LibraryRecord[], on: string): string {
  const rows = list.map((record) => {
    const span = statusOn(record, on)
    const { signed, released, effective, posted } = record.dates
    const cells: Record<(typeof columns)[number], string> = {
      id: record.id,
      title: record.title,
      issuer: record.issuer,
      date: dateOf(record),
      date_certainty: record.date_certainty,
      signed: signed ?? '',
      released: released ?? '',
      effective: effective ?? '',
      posted: posted ?? '',
      section: record.section,
      kind: record.kind,
      audience: record.audience.join('; '),
      tags: record.tags.join('; '),
      language: record.language.join('; '),
      view: record.view ?? '',
      status_date: on,
      in_force: standingOn(record, on),
      status: span?.status ?? '',
      status_from: span?.from ?? '',
      changed_by: span?.by ?? '',
      doc_number: record.doc_number ?? '',
      citation: record.citation,
      link: record.links[0]?.url ?? '',
      verification: record.verification.mark,
      checked: record.verification.checked,
      summary: record.summary,
    }
    return columns.map((column) => cells[column])
  })
  return csv([columns, ...rows])
}
