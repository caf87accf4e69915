import { UsageError } from '#errors'

/** Today where the court system keeps its calendar: not yet tomorrow in the evening of the East Coast. */
export function today(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(now)
}

/** The day that an address names, `on=2012-06-01`; undefined where it names none. */
export function readDate(text: string | null): string | undefined {
  if (text === null || text === '') return undefined
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (full !== undefined && !Number.isNaN(full.valueOf()) && full.toISOString().startsWith(text)) return text
  throw new UsageError(`${text} is not a date.`, { code: 'bad-date', value: text, allowed: 'a day as 2012-06-01' })
}
