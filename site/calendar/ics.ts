import { daysAfter } from './event.ts'

/** An all-day entry of a calendar feed. */
export interface Entry {
  /** Never changes: a reader's calendar knows the entry by it. */
  readonly uid: string
  readonly start: string
  /** The last day, included. */
  readonly end: string
  readonly summary: string
  readonly description: string
  readonly categories: readonly string[]
  readonly url: string
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (c) => `\\${c}`).replaceAll(/\r?\n/g, '\\n')
}

/** A content line, folded so that no line is longer than 75 octets and no character is cut (RFC 5545, 3.1). */
export function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const c of line) {
    const size = Buffer.byteLength(c)
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += c
    octets += size
  }
  return [...lines, current].map((l) => `${l}\r\n`).join('')
}

const plainDay = (date: string) => date.replaceAll('-', '')

/** A calendar as iCalendar (RFC 5545): all-day entries, `DTEND` the day after the last. */
export function icalendar(options: {
  name: string
  language: string
  /** When the entries were last changed: the same for every reader, so that the feed is the same. */
  stamp: string
  entries: readonly Entry[]
}): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//opendocket//calendar//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${options.language}:${escaped(options.name)}`,
    `X-WR-CALNAME:${escaped(options.name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
  ]
  for (const { uid, start, end, summary, description, categories, url } of options.entries) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${plainDay(options.stamp)}T000000Z`,
      'SEQUENCE:0',
      `DTSTART;VALUE=DATE:${plainDay(start)}`,
      `DTEND;VALUE=DATE:${plainDay(daysAfter(end, 1))}`,
      `SUMMARY;LANGUAGE=${options.language}:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `CATEGORIES:${categories.map(escaped).join(',')}`,
      `URL:${url}`,
      'CLASS:PUBLIC',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    )
  }
  lines.push('END:VCALENDAR')
  return lines.map(folded).join('')
}
