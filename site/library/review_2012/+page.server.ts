import { formatDate, formatNumber } from '#render'
import { answered } from '../../../src/web/answered.ts'
import { readerDate, restsOn } from '../rests.ts'
import type { PageServerLoad } from './$types.js'
import { type Figure, oneAxis, stages } from './figure.ts'
import { figures, guidance } from './figures.ts'

export const load: PageServerLoad = ({ locals: { language }, url }) =>
  answered(() => {
    const { on } = readerDate(url.searchParams)
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
      on,
      date: formatDate(on, language),
      rests: restsOn(guidance, on, language),
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
  })
