import { UsageError } from '#errors'

const bytesOf: Readonly<Record<string, number>> = { KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 }
const leastMemory = 64e6

/** Whether `YYYY-MM-DD` is a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) && text >= '1900-01-01'
}

/** Raises a UsageError unless the last date of a release is a day. */
export function checkAsOf(asOf: string | undefined): void {
  if (asOf === undefined || isDay(asOf)) return
  throw new UsageError(`this is no date: ${asOf}`, {
    code: 'bad-date',
    value: asOf,
    allowed: 'YYYY-MM-DD, such as 2012-06-28',
  })
}

/** An amount of memory (`2GB`) in bytes; undefined when none was given. */
export function memoryBytes(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const [, amount, unit = ''] = /^(\d{1,6}(?:\.\d{1,6})?)\s*([KMGT]B)$/i.exec(text.trim()) ?? []
  const bytes = Number(amount) * (bytesOf[unit.toUpperCase()] ?? Number.NaN)
  if (bytes >= leastMemory) return bytes
  throw new UsageError(`this is no amount of memory: ${text}`, {
    code: 'bad-memory',
    value: text,
    allowed: 'from 64MB, such as 512MB or 4GB',
  })
}
