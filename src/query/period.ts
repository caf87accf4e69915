import { UsageError } from '#errors'

/** Both days included. */
export interface Period {
  readonly first: string
  readonly last: string
}

export type Grain = 'month' | 'fiscal_year' | 'calendar_year'

const allowed =
  'a date (2012-06-28), a month (2012-06), a calendar year (2012) or a fiscal year (FY2012), from 1900 to 2199'

function pad(n: number): string {
  return String(n).padStart(2, '0')
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Whether a text is a date of the calendar, `YYYY-MM-DD`, of a year that a court of today can mean. */
export function isDate(text: string): boolean {
  const [, y, m, d] = /^((?:19|20|21)\d{2})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (y === undefined || m === undefined || d === undefined) return false
  return Number(m) >= 1 && Number(m) <= 12 && Number(d) >= 1 && Number(d) <= lastDay(Number(y), Number(m))
}

/** Reads a period as a person writes it; `name` is the parameter, for the message. */
export function parsePeriod(text: string, name: string): Period {
  const fiscal = /^FY((?:19|20|21)\d{2})$/i.exec(text)?.[1]
  if (fiscal !== undefined) return { first: `${Number(fiscal) - 1}-10-01`, last: `${fiscal}-09-30` }
  if (/^(19|20|21)\d{2}$/.test(text)) return { first: `${text}-01-01`, last: `${text}-12-31` }
  const [, y, m] = /^((?:19|20|21)\d{2})-(0[1-9]|1[0-2])$/.exec(text) ?? []
  if (y !== undefined && m !== undefined)
    return { first: `${text}-01`, last: `${text}-${pad(lastDay(Number(y), Number(m)))}` }
  if (isDate(text)) return { first: text, last: text }
  throw new UsageError(`this is no period: ${name}=${text}`, { code: 'bad-period', value: text, allowed })
}

/** The day before a date. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** The period of a grain that holds a date, as a cell shows it: `2012-06`, `FY2012`, `2012`. */
export function periodOf(date: string, grain: Grain): string {
  if (grain === 'month') return date.slice(0, 7)
  const year = Number(date.slice(0, 4))
  if (grain === 'calendar_year') return String(year)
  return `FY${Number(date.slice(5, 7)) >= 10 ? year + 1 : year}`
}

/** Every period of a grain from one date to another, in order. */
export function periodsBetween(from: string, to: string, grain: Grain): string[] {
  const periods: string[] = []
  let year = Number(from.slice(0, 4))
  let month = Number(from.slice(5, 7))
  const step = (): void => {
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
  while (`${String(year).padStart(4, '0')}-${pad(month)}` <= to.slice(0, 7)) {
    const period = periodOf(`${String(year).padStart(4, '0')}-${pad(month)}-01`, grain)
    if (periods.at(-1) !== period) periods.push(period)
    step()
  }
  return periods
}

/** The last day of a period, cut at `limit`. */
export function lastDayOf(period: string, limit: string): string {
  const { last } = parsePeriod(period, 'period')
  return last < limit ? last : limit
}
