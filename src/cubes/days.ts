/** Days are numbers from 1900-01-01 on, in two bytes; they reach to 2079. */
const begin = Date.UTC(1900, 0, 1)
const day = 86_400_000

/** The number of a day that never comes: an interval that is still open, a date that is not there. */
export const never = 65_535

/** SQL for the number of the day in a column; a day that is missing or after the last one is `never`. */
export function daySql(column: string, last: string): string {
  return `CAST(CASE WHEN ${column} <= DATE '${last}' THEN date_diff('day', DATE '1900-01-01', CAST(${column} AS DATE)) ELSE ${never} END AS USMALLINT)`
}

/** The number of a day, `YYYY-MM-DD`; outside the numbers, the nearest one. */
export function dayNumber(date: string): number {
  const n = Math.round((Date.parse(`${date}T00:00:00Z`) - begin) / day)
  return Math.min(Math.max(n, 0), never - 1)
}

/** The date of a number. */
export function dateOf(number: number): string {
  return new Date(begin + number * day).toISOString().slice(0, 10)
}

let known: Uint16Array | undefined

/** The month of each day number, counted from January 1900. */
export function monthsOfDays(): Uint16Array {
  known ??= computeMonths()
  return known
}

function computeMonths(): Uint16Array {
  const months = new Uint16Array(never + 1)
  for (let year = 1900, month = 0, at = 0; at < months.length; month++) {
    if (month === 12) {
      year++
      month = 0
    }
    const length = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    months.fill((year - 1900) * 12 + month, at, at + length)
    at += length
  }
  return months
}

/** The number of the month of a date. */
export function monthNumber(date: string): number {
  return (Number(date.slice(0, 4)) - 1900) * 12 + Number(date.slice(5, 7)) - 1
}

/** The first day of a month number. */
export function firstOfMonth(month: number): string {
  return new Date(Date.UTC(1900, month, 1)).toISOString().slice(0, 10)
}

/** Whether a date is the last of its month. */
export function isMonthEnd(date: string): boolean {
  return dateOf(dayNumber(date) + 1).endsWith('-01')
}
