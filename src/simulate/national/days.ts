import { type Day, dateText, fiscalYearOf } from '../base/days.ts'

/** First and last day that the tables here know. */
export const firstDay: Day = -7305
const lastDay: Day = 40000
const span = lastDay - firstDay

const fiscal = new Uint16Array(span)
const texts = new Uint8Array(span * 10)
for (let i = 0; i < span; i += 1) {
  const day = firstDay + i
  const text = new Date(day * 86400000).toISOString()
  for (let c = 0; c < 10; c += 1) texts[i * 10 + c] = text.charCodeAt(c)
  const year = Number(text.slice(0, 4))
  fiscal[i] = text.slice(5, 7) >= '10' ? year + 1 : year
}

/** Bytes of `YYYY-MM-DD`, ten a day from the first on. */
export const dayTexts: Uint8Array = texts

export function fiscalYear(of: Day): number {
  return fiscal[of - firstDay] ?? fiscalYearOf(of)
}

/** The calendar year. */
export function calendarYear(of: Day): number {
  return Math.floor(((texts[(of - firstDay) * 10] ?? 48) - 48) * 1000) + digits(of, 1, 3)
}

function digits(of: Day, from: number, count: number): number {
  let sum = 0
  for (let i = 0; i < count; i += 1) sum = sum * 10 + ((texts[(of - firstDay) * 10 + from + i] ?? 48) - 48)
  return sum
}

/** The last day of the month after the one that holds the day. */
export function monthAfter(of: Day): Day {
  const [year = 0, month = 0] = dateText(of).split('-').map(Number)
  return Math.round(Date.UTC(year, month + 1, 0) / 86400000)
}
