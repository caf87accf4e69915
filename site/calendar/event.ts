import { z } from 'zod'
import { DataError } from '#errors'

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day: 2012-06-28')
  .refine((d) => !Number.isNaN(Date.parse(d)) && new Date(d).toISOString().startsWith(d), 'is no day of the calendar')
const text = z.string().trim().min(1, 'must not be empty')

export const kinds = [
  'docket_suspension',
  'pilot',
  'announcement',
  'policy',
  'rule',
  'decision',
  'court',
  'campaign',
  'statistics_release',
  'publication',
  'survey',
  'training',
  'baseline',
] as const
export type EventKind = (typeof kinds)[number]

const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be an id: small letters, digits, hyphens'),
  name: z.strictObject({ en: text, es: text }),
  kind: z.enum(kinds),
  nationwide: z.boolean(),
  courts: z.array(z.string().regex(/^[A-Z]{3}$/, 'must be the code of a court')),
  start: day,
  /** The last day; null while it lasts, or where the end is not known. */
  end: day.nullable(),
  period: z.number().int().positive().optional(),
  scope: z.literal('non_detained_partial').optional(),
  as_of: day.optional(),
  note: text.optional(),
  figures: z.record(z.string(), z.unknown()).optional(),
  checks: z.array(text).optional(),
  source: text,
  /** Records of the library. */
  records: z.array(text),
})
export type CalendarEvent = z.infer<typeof shape>

/** Reads the events; one that breaks a rule is refused with file, field and rule. */
export function readEvents(content: unknown): readonly CalendarEvent[] {
  const file = 'site/calendar/events.json'
  const refuse = (field: string, rule: string) =>
    new DataError(`${file}: ${field}: ${rule}`, { code: 'bad-event', value: file, hint: `mend ${field} in ${file}` })
  const read = z.array(shape).safeParse(content)
  if (!read.success) {
    const issue = read.error.issues[0]
    throw refuse(issue?.path.join('.') ?? '', issue?.message ?? 'cannot be read')
  }
  const ids = new Set<string>()
  read.data.forEach((event, i) => {
    if (ids.has(event.id)) throw refuse(`${i}.id`, `${event.id} stands twice`)
    if (event.end !== null && event.end < event.start) throw refuse(`${i}.end`, 'must not be before start')
    if (event.kind === 'docket_suspension' && event.end === null) throw refuse(`${i}.end`, 'a suspension has an end')
    ids.add(event.id)
  })
  return read.data.toSorted((a, b) => a.start.localeCompare(b.start) || a.id.localeCompare(b.id))
}

const dayLength = 86_400_000

/** The day some days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayLength).toISOString().slice(0, 10)
}

/** Courts sit on these. */
export function isWeekday(date: string): boolean {
  const weekday = new Date(date).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Mondays to Fridays from the first day to the last. */
export function weekdays(event: CalendarEvent): number {
  let count = 0
  for (let date = event.start; date <= (event.end ?? event.start); date = daysAfter(date, 1)) {
    if (isWeekday(date)) count += 1
  }
  return count
}

/** Whether an event lies on a day. What has no known end lies on its first day alone. */
export function isOn(event: CalendarEvent, date: string): boolean {
  return event.start <= date && date <= (event.end ?? event.start)
}

/** How an event stands on a day: `open` where it has begun and its end is not known. */
export type Phase = 'ahead' | 'under_way' | 'open' | 'over'

export function phaseOn(event: CalendarEvent, date: string): Phase {
  if (date < event.start) return 'ahead'
  if (event.end === null) return 'open'
  return date <= event.end ? 'under_way' : 'over'
}
