import type { Language } from '#catalog'
import { UsageError } from '#errors'
import { formatDate } from '#render'
import { readDate, today } from '../../../src/web/reader-date.ts'
import { recordOf } from '../collection.ts'
import { dateOf, type LibraryRecord } from '../record.ts'
import { standingOn, statusOn } from '../standing.ts'
import { libraryWords } from '../words.ts'

/** So many documents at most. */
export const most = 60

/** A document as a packet tells it, every word ready to print. */
export interface Entry {
  readonly id: string
  readonly title: string
  readonly citation: string
  readonly issuer: string
  readonly date: string
  readonly summary: string
  readonly link: string | undefined
  /** How it stands on the date of the packet; undefined for what is never in force. */
  readonly status: string | undefined
  readonly verification: string
  readonly isOpposing: boolean
}

export interface Packet {
  readonly title: string
  readonly on: string
  readonly date: string
  readonly made: string
  readonly entries: readonly Entry[]
  /** Titles that were asked for and stay out. */
  readonly left: readonly string[]
}

/** What no source confirmed stays out of what goes to a court. */
export function isFit(record: LibraryRecord): boolean {
  return record.verification.mark !== 'unverified'
}

function statusIn(record: LibraryRecord, on: string, language: Language): string | undefined {
  if (record.standing !== 'instrument') return undefined
  const words = libraryWords(language)
  const span = statusOn(record, on)
  const standing = words.standing[standingOn(record, on)]
  if (span === undefined) return `${standing}.`
  const by = span.by === undefined ? '' : `, ${words.by} ${recordOf(span.by).title}`
  const followed =
    record.status_as_of === undefined ? '' : ` ${words.followedUntil(formatDate(record.status_as_of, language))}`
  return `${standing}: ${words.statuses[span.status]} (${formatDate(span.from, language)})${by}.${followed}`
}

function entryOf(record: LibraryRecord, on: string, language: Language): Entry {
  return {
    id: record.id,
    title: record.title,
    citation: record.citation,
    issuer: record.issuer,
    date: formatDate(dateOf(record), language),
    summary: record.summary,
    link: record.links[0]?.url,
    status: statusIn(record, on, language),
    verification: libraryWords(language).marksLong[record.verification.mark] ?? '',
    isOpposing: record.view === 'opposing',
  }
}

/** The documents that an address names: `id=a,b` or `id=a&id=b`, each once. */
function idsIn(params: URLSearchParams): readonly string[] {
  const ids = [...new Set(params.getAll('id').flatMap((id) => id.split(',')))].filter((id) => id !== '')
  if (ids.length <= most) return ids
  throw new UsageError(`A packet holds at most ${most} documents.`, {
    code: 'too-many',
    value: String(ids.length),
    allowed: `1 to ${most}`,
  })
}

/** The packet that an address asks for; without documents it is empty. */
export function packetFor(params: URLSearchParams, language: Language): Packet {
  const on = readDate(params.get('on')) ?? today()
  const chosen = idsIn(params).map(recordOf)
  return {
    title: (params.get('title') ?? '').trim().slice(0, 120),
    on,
    date: formatDate(on, language),
    made: formatDate(today(), language),
    entries: chosen.filter(isFit).map((record) => entryOf(record, on, language)),
    left: chosen.filter((record) => !isFit(record)).map(({ title }) => title),
  }
}
