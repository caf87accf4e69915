import { ticks } from 'd3-array'

/** How wide a figure must be for a label to show: 1 always, 2 from a tablet on, 3 on a desk. */
export type Density = 1 | 2 | 3

export interface Tick {
  readonly at: number
  readonly label: string
  readonly density: Density
}

export const plotTop = 40
export const plotHeight = 190

/** Every month from the first to the last, both included. */
export function monthsBetween(first: string, last: string): readonly string[] {
  const index = (m: string) => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7)) - 1
  const months: string[] = []
  for (let i = index(first); i <= index(last); i++) {
    months.push(`${String(Math.floor(i / 12)).padStart(4, '0')}-${String((i % 12) + 1).padStart(2, '0')}`)
  }
  return months
}

/** Where a date lies on the time axis of so many months, in percent. */
export function placeOf(date: string, first: string, count: number): number {
  const months =
    (Number(date.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(date.slice(5, 7)) -
    Number(first.slice(5, 7)) +
    (Number(date.slice(8, 10) || '1') - 1) / 31
  return Math.min(100, Math.max(0, (months / count) * 100))
}

/** The scale: from zero to a round number at or above the highest value; counts have whole ticks. */
export function scaleOf(highest: number, whole: boolean): { readonly top: number; readonly lines: readonly number[] } {
  if (highest <= 0) return { top: 1, lines: [0] }
  const lines = ticks(0, highest, 4).filter((t) => !whole || Number.isInteger(t))
  const step = (lines[1] ?? 1) - (lines[0] ?? 0)
  const last = lines.at(-1) ?? 0
  if (last < highest) lines.push(Number((last + step).toPrecision(12)))
  return { top: lines.at(-1) ?? highest, lines }
}

function monthTicks(months: readonly string[], name: (period: string) => string): readonly Tick[] {
  const count = months.length
  if (count > 30) return januaries(months)
  const wide = count <= 14 ? 1 : 3
  const mid = count <= 9 ? 1 : count <= 14 ? 2 : 3
  const small = count <= 5 ? 1 : count <= 9 ? 2 : count <= 18 ? 4 : 6
  return months.flatMap((month, i): Tick[] => {
    const density = i % small === 0 ? 1 : i % mid === 0 ? 2 : i % wide === 0 ? 3 : undefined
    if (density === undefined) return []
    const isNamed = i === 0 || month.endsWith('-01')
    const label = isNamed ? `${name(month)} ${month.slice(0, 4)}` : name(month)
    return [{ at: ((i + 0.5) / count) * 100, label, density }]
  })
}

function densityOf(years: number, year: number): Density {
  const small = years <= 4 ? 1 : years <= 9 ? 2 : years <= 16 ? 4 : 6
  const mid = years <= 9 ? 1 : 2
  return year % small === 0 ? 1 : year % mid === 0 ? 2 : 3
}

function januaries(months: readonly string[]): readonly Tick[] {
  const years = Math.ceil(months.length / 12)
  return months.flatMap((month, i): Tick[] => {
    if (!month.endsWith('-01')) return []
    const year = Number(month.slice(0, 4))
    return [{ at: (i / months.length) * 100, label: String(year), density: densityOf(years, year) }]
  })
}

/** The labels of a time axis: months, else years (`FY2012`, `2012`). No period is skipped, only its label. */
export function timeTicks(periods: readonly string[], name: (period: string) => string): readonly Tick[] {
  if (/^\d{4}-/.test(periods[0] ?? '')) return monthTicks(periods, name)
  const count = periods.length
  return periods.map((period, i) => ({
    at: ((i + 0.5) / count) * 100,
    label: count > 8 ? period.replace(/^FY\d\d/, 'FY') : period,
    density: densityOf(count, Number(period.slice(-4))),
  }))
}
