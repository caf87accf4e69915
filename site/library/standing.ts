import { firstDay, type LibraryRecord, type StatusSpan } from './record.ts'

/**
 * Whether an instrument binds on a day: `yes`, `in_part`, `no`, `not_yet`, or `unknown` where the sources do not say.
 * A publication is never in force: `publication`.
 */
export type Standing = 'yes' | 'in_part' | 'no' | 'not_yet' | 'unknown' | 'publication'

export const standings: readonly Standing[] = ['yes', 'in_part', 'no', 'not_yet', 'unknown', 'publication']

/** The status of a record on a day; undefined before its first. */
export function statusOn(record: LibraryRecord, date: string): StatusSpan | undefined {
  return record.status_history.findLast((span) => firstDay(span.from) <= date)
}

export function standingOn(record: LibraryRecord, date: string): Standing {
  if (record.standing === 'publication') return 'publication'
  const span = statusOn(record, date)
  switch (span?.status) {
    case undefined:
      return 'not_yet'
    case 'current':
      return 'yes'
    case 'partly_blocked':
      return 'in_part'
    case 'uncertain':
    case 'historical':
      return 'unknown'
    default:
      return 'no'
  }
}

/** Whether an instrument is in force on a day, wholly or in part. */
export function inForce(record: LibraryRecord, date: string): boolean {
  const standing = standingOn(record, date)
  return standing === 'yes' || standing === 'in_part'
}

/** A change of status: what the news of the library are made of. */
export interface Change {
  readonly record: LibraryRecord
  readonly span: StatusSpan
  /** The first span of its record: the document appears. */
  readonly isFirst: boolean
}

/** The changes of status of instruments from one day to another, newest first. */
export function changes(records: Iterable<LibraryRecord>, since: string, until: string): readonly Change[] {
  const found: Change[] = []
  for (const record of records) {
    if (record.standing === 'publication') continue
    record.status_history.forEach((span, i) => {
      const day = firstDay(span.from)
      if (day >= since && day <= until) found.push({ record, span, isFirst: i === 0 })
    })
  }
  return found.toSorted((a, b) => firstDay(b.span.from).localeCompare(firstDay(a.span.from)))
}
