import type { ReleaseInfo } from '../../query/result.ts'
import { monthsBetween } from '../chart/axis.ts'
import { firstDay, type Grain, lastMonth, type View } from './view.ts'

/** The period of a grain in which a month lies: `2012-06` → `FY2012`. */
export function periodOf(month: string, grain: Grain): string {
  if (grain === 'month') return month
  const year = Number(month.slice(0, 4))
  if (grain === 'calendar_year') return String(year)
  return `FY${Number(month.slice(5, 7)) >= 10 ? year + 1 : year}`
}

/** The first month of a cell's period. */
export function firstMonth(period: string): string {
  return firstDay(period)?.slice(0, 7) ?? period
}

/** The periods that a figure shows: those asked for, as far as the release goes. */
export function periodsShown(view: View, release: ReleaseInfo): readonly string[] {
  const begin = firstDay(view.from)?.slice(0, 7) ?? release.first_month
  const asOf = release.as_of.slice(0, 7)
  const end = view.to === undefined ? asOf : lastMonth(view.to)
  const months = monthsBetween(begin, end < asOf ? end : asOf)
  return [...new Set(months.map((m) => periodOf(m, view.grain)))]
}

/** Whether late entries are still expected to raise a period. */
export function isProvisional(period: string, release: ReleaseInfo, grain: Grain): boolean {
  return release.provisional.some((month) => periodOf(month, grain) === period)
}
