import { formatDate, formatNumber } from '#render'
import type { PageServerLoad } from './$types.js'
import { type Figure, figures, oneAxis, stages } from './figures.ts'

export const load: PageServerLoad = ({ locals: { language } }) => {
  const told = (f: Figure, largest: number) => ({
    date: formatDate(f.as_of, language),
    where: f.where,
    count: formatNumber(f.count, language),
    approximate: f.approximate,
    of: f.of,
    percent: f.percent === undefined ? undefined : formatNumber(f.percent, language, 1),
    record: f.record,
    width: (f.count / largest) * 100,
  })
  const axis = (list: readonly Figure[]) => {
    const largest = Math.max(...list.map((f) => f.count))
    return oneAxis(list)
      .toSorted((a, b) => a.as_of.localeCompare(b.as_of))
      .map((f) => told(f, largest))
  }
  const national = figures.filter((f) => f.where === 'all')
  return {
    stages: stages.map((stage) => ({
      stage,
      agency: axis(national.filter((f) => f.stage === stage && f.counted_by === 'agency')),
    })),
    court: axis(national.filter((f) => f.counted_by === 'court')),
    agencyClosed: axis(national.filter((f) => f.stage === 'closed' && f.counted_by === 'agency')),
    pilots: figures.filter((f) => f.where !== 'all').map((f) => told(f, 1)),
    may29: {
      reviewed: ['232181', '56180', '288361'].map((n) => formatNumber(Number(n), language)),
      amenable: ['4363', '3998', '12247', '20608'].map((n) => formatNumber(Number(n), language)),
    },
  }
}
